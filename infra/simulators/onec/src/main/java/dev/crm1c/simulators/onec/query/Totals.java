package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.base.EntityKey;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.structure.Property;
import dev.crm1c.simulators.onec.structure.RegisterField;
import dev.crm1c.simulators.onec.structure.Shape;
import dev.crm1c.simulators.onec.structure.VirtualTable;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/** Adds up what records did, by the dimensions that were asked for (onec.md §1.5). */
final class Totals {
    private final VirtualTable table;
    private final List<RegisterField> dimensions;
    private final Span span;
    private final SequencedMap<EntityKey, Group> groups = new TreeMap<>();

    /** What happened before it makes the opening balance, what happened after it is not looked at. */
    record Span(LocalDateTime from, LocalDateTime to) {
        /** A balance is at a moment: what happened at that very moment is not in it yet. */
        static Span before(Optional<LocalDateTime> moment) {
            return new Span(moment.orElse(LocalDateTime.MAX), LocalDateTime.MIN);
        }

        static Span between(Optional<LocalDateTime> start, Optional<LocalDateTime> end) {
            return new Span(start.orElse(LocalDateTime.MIN), end.orElse(LocalDateTime.MAX));
        }
    }

    private record Group(Row where, Map<String, Sums> sums) {}

    /** Of one resource. */
    private static final class Sums {
        private BigDecimal opening = BigDecimal.ZERO;
        private BigDecimal plus = BigDecimal.ZERO;
        private BigDecimal minus = BigDecimal.ZERO;
        private boolean moved;

        private BigDecimal turnover() {
            return plus.subtract(minus);
        }

        private BigDecimal closing() {
            return opening.add(turnover());
        }
    }

    Totals(VirtualTable table, List<RegisterField> dimensions, Span span) {
        this.table = table;
        this.dimensions = dimensions;
        this.span = span;
    }

    void add(Turn turn) {
        boolean opening = turn.at().isBefore(span.from());
        if (!opening && turn.at().isAfter(span.to())) {
            return;
        }
        Group group = groups.computeIfAbsent(key(turn.where()), _ -> new Group(turn.where(), new HashMap<>()));
        turn.amounts().forEach((resource, amount) -> {
            if (amount.signum() != 0) {
                Sums sums = group.sums().computeIfAbsent(resource, _ -> new Sums());
                if (opening) {
                    sums.opening = turn.plus() ? sums.opening.add(amount) : sums.opening.subtract(amount);
                } else if (turn.plus()) {
                    sums.plus = sums.plus.add(amount);
                    sums.moved = true;
                } else {
                    sums.minus = sums.minus.add(amount);
                    sums.moved = true;
                }
            }
        });
    }

    private EntityKey key(Row where) {
        List<Value> values = new ArrayList<>();
        dimensions.forEach(dimension -> dimension.properties().forEach(property -> values.add(where.value(property))));
        return EntityKey.of(values);
    }

    Shape columns() {
        List<Property> columns = new ArrayList<>();
        dimensions.forEach(dimension -> columns.addAll(dimension.properties()));
        table.columns().properties().stream()
                .filter(property -> table.dimensions().stream()
                        .noneMatch(dimension -> dimension.properties().contains(property)))
                .forEach(columns::add);
        return new Shape(table.columns().set(), columns, List.of());
    }

    List<Row> rows() {
        Shape columns = columns();
        List<Row> rows = new ArrayList<>();
        for (Group group : groups.values()) {
            if (group.sums().values().stream().anyMatch(this::worthShowing)) {
                Map<String, Value> values = new HashMap<>();
                dimensions.forEach(dimension ->
                        values.put(dimension.property().name(), group.where().value(dimension.property())));
                table.resources().forEach(resource -> fill(values, columns, resource.name(), group));
                rows.add(new CalculatedRow(columns, values));
            }
        }
        return rows;
    }

    private boolean worthShowing(Sums sums) {
        return switch (table.name()) {
            case "Turnovers" -> sums.moved;
            case "BalanceAndTurnovers" -> sums.moved || sums.opening.signum() != 0;
            default -> sums.opening.signum() != 0;
        };
    }

    /** A resource that never moved under these dimensions is empty, and an empty one is null (onec.md §1.3 [live]). */
    private static void fill(Map<String, Value> values, Shape columns, String resource, Group group) {
        Optional<Sums> known = Optional.ofNullable(group.sums().get(resource));
        columns.properties().stream()
                .map(Property::name)
                .filter(column -> column.startsWith(resource))
                .forEach(column -> value(column.substring(resource.length()), known)
                        .ifPresent(value -> values.put(column, value)));
    }

    private static Optional<Value> value(String suffix, Optional<Sums> known) {
        if (known.isEmpty()) {
            return suffixed(suffix) ? Optional.of(new Value.Nothing()) : Optional.empty();
        }
        Sums sums = known.get();
        return switch (suffix) {
            case "Balance", "OpeningBalance" -> number(sums.opening);
            case "BalanceDr" -> side(sums.opening);
            case "BalanceCr" -> side(sums.opening.negate());
            case "Turnover" -> number(sums.turnover());
            case "Receipt", "TurnoverDr" -> number(sums.plus);
            case "Expense", "TurnoverCr" -> number(sums.minus);
            case "ClosingBalance" -> number(sums.closing());
            default -> Optional.empty();
        };
    }

    private static boolean suffixed(String suffix) {
        return suffix.matches("(Opening|Closing)?Balance(Dr|Cr)?|Turnover(Dr|Cr)?|Receipt|Expense");
    }

    private static Optional<Value> number(BigDecimal number) {
        return Optional.of(new Value.Numeric(number));
    }

    /** A balance stands on one side; the other is empty. */
    private static Optional<Value> side(BigDecimal balance) {
        return balance.signum() > 0 ? number(balance) : Optional.of(new Value.Nothing());
    }
}
