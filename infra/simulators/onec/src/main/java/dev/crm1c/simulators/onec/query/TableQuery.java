package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.Property;
import dev.crm1c.simulators.onec.structure.RegisterField;
import dev.crm1c.simulators.onec.structure.RegisterStructure;
import dev.crm1c.simulators.onec.structure.Shape;
import dev.crm1c.simulators.onec.structure.TabularPart;
import dev.crm1c.simulators.onec.structure.VirtualTable;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Calculates a virtual table and runs the ordinary options over what came out (onec.md §1.5). */
public final class TableQuery {
    private static final Predicate<Row> ANY = _ -> true;
    private final Infobase base;

    public TableQuery(Infobase base) {
        this.base = base;
    }

    public EntityQuery.Found of(
            EntityStructure entity, VirtualTable table, TableParameters parameters, QueryOptions options) {
        RegisterStructure register = entity.records().orElseThrow();
        if (register.kind() == RegisterStructure.Kind.INFORMATION) {
            return new EntityQuery(base).calculated(table.columns(), slice(entity, table, parameters), options);
        }
        Totals totals = new Totals(table, parameters.dimensions(), span(table, parameters));
        Predicate<Row> under = condition(Turn.shape(withoutAccount(table)), parameters.condition())
                .and(condition(Turn.shape(onlyAccount(table)), parameters.accounts()));
        records(entity)
                .flatMap(record -> Turn.of(register, table.dimensions(), record))
                .filter(turn -> under.test(turn.where()))
                .forEach(totals::add);
        return new EntityQuery(base).calculated(totals.columns(), totals.rows(), options);
    }

    private static Totals.Span span(VirtualTable table, TableParameters parameters) {
        return table.name().equals("Balance")
                ? Totals.Span.before(parameters.moment(VirtualTable.PERIOD))
                : Totals.Span.between(parameters.moment(VirtualTable.START), parameters.moment(VirtualTable.END));
    }

    private static List<RegisterField> onlyAccount(VirtualTable table) {
        return table.dimensions().stream()
                .filter(field -> field.name().equals("Account"))
                .toList();
    }

    private static List<RegisterField> withoutAccount(VirtualTable table) {
        return table.dimensions().stream()
                .filter(field -> !field.name().equals("Account"))
                .toList();
    }

    /** For each set of dimensions the record nearest to the moment; a record at the moment itself counts. */
    private List<Row> slice(EntityStructure entity, VirtualTable table, TableParameters parameters) {
        boolean last = table.name().equals("SliceLast");
        Optional<LocalDateTime> moment = parameters.moment(VirtualTable.PERIOD);
        Comparator<Row> inTime = Comparator.comparing(TableQuery::period)
                .thenComparing(row -> row.number(Property.LINE_NUMBER), Comparator.naturalOrder());
        Map<String, Row> found = new TreeMap<>();
        List<RegisterField> dimensions = table.dimensions();
        records(entity)
                .filter(condition(table.columns(), parameters.condition()))
                .filter(row -> moment.map(at ->
                                last ? !period(row).isAfter(at) : !period(row).isBefore(at))
                        .orElse(true))
                .sorted(independent(entity) ? Comparator.comparing(TableQuery::period) : inTime)
                .forEach(row -> {
                    String key = dimensions.stream()
                            .flatMap(dimension -> dimension.properties().stream())
                            .map(property -> row.value(property).toString())
                            .toList()
                            .toString();
                    if (last) {
                        found.put(key, row);
                    } else {
                        found.putIfAbsent(key, row);
                    }
                });
        return new ArrayList<>(found.values());
    }

    private static boolean independent(EntityStructure entity) {
        return !entity.subordinate();
    }

    private Stream<? extends Row> records(EntityStructure entity) {
        return entity.part(TabularPart.RECORD_SET)
                .<Stream<? extends Row>>map(part -> base.rows(entity, part).stream())
                .orElseGet(() -> base.all(entity.set()).stream());
    }

    private Predicate<Row> condition(Shape shape, Optional<String> text) {
        return text.map(filter -> new Filter(base).of(Scope.of(shape), filter)).orElse(ANY);
    }

    private static LocalDateTime period(Row row) {
        return ((Value.Moment) row.value("Period")).at();
    }
}
