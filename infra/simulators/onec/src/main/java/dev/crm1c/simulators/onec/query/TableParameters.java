package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.base.ScalarReader;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.structure.DatePart;
import dev.crm1c.simulators.onec.structure.PropertyType;
import dev.crm1c.simulators.onec.structure.RegisterField;
import dev.crm1c.simulators.onec.structure.VirtualTable;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a virtual table was called with (onec.md §1.5): in the path, where the quotes inside {@code Condition='…'} are
 * not doubled, or in the query string.
 */
public final class TableParameters {
    private static final Pattern BEGINNING = Pattern.compile("(?:^|,) *([\\p{L}\\d]+)=");
    private static final Pattern MOMENT = Pattern.compile("datetime'([^']*)'");
    private static final PropertyType.Moment SECONDS = new PropertyType.Moment(DatePart.DATE_TIME);
    private static final Set<String> UNSERVED = Set.of("ExtraDimensions", "BalancedAccountCondition");
    private final VirtualTable table;
    private final Map<String, String> given;

    private TableParameters(VirtualTable table, Map<String, String> given) {
        this.table = table;
        this.given = given;
        given.keySet().stream().filter(UNSERVED::contains).findFirst().ifPresent(name -> {
            throw ODataFailure.notImplemented("Параметр " + name);
        });
    }

    /** @param inPath what stands in the parentheses; it wins over the query string */
    public static TableParameters of(VirtualTable table, String inPath, Map<String, String> inQuery) {
        Map<String, String> given = new HashMap<>();
        inQuery.forEach((name, value) -> {
            if (table.parameters().contains(name)) {
                given.put(name, unquoted(value).orElse(value));
            }
        });
        given.putAll(split(table, inPath));
        return new TableParameters(table, Map.copyOf(given));
    }

    /** A parameter goes on until the next one begins: a filter has no equals sign of its own. */
    private static Map<String, String> split(VirtualTable table, String text) {
        Map<String, String> parts = new HashMap<>();
        Matcher matcher = BEGINNING.matcher(text);
        String name = "";
        int from = 0;
        while (matcher.find()) {
            put(parts, name, text.substring(from, matcher.start()));
            name = matcher.group(1);
            if (!table.parameters().contains(name)) {
                throw ODataFailure.badArgument("Неизвестный параметр " + name + " функции " + table.name());
            }
            from = matcher.end();
        }
        put(parts, name, text.substring(from));
        return parts;
    }

    private static void put(Map<String, String> parts, String name, String value) {
        if (name.isEmpty() && !value.isBlank()) {
            throw ODataFailure.badArgument("Неверный параметр " + value);
        }
        if (!name.isEmpty()) {
            boolean moment = VirtualTable.moment(name);
            parts.put(
                    name,
                    moment
                            ? value
                            : unquoted(value)
                                    .orElseThrow(() -> ODataFailure.badArgument("Неверный параметр " + value)));
        }
    }

    private static Optional<String> unquoted(String value) {
        return value.length() > 1 && value.startsWith("'") && value.endsWith("'")
                ? Optional.of(value.substring(1, value.length() - 1))
                : Optional.empty();
    }

    Optional<String> condition() {
        return Optional.ofNullable(given.get(VirtualTable.CONDITION));
    }

    Optional<String> accounts() {
        return Optional.ofNullable(given.get(VirtualTable.ACCOUNTS));
    }

    Optional<LocalDateTime> moment(String parameter) {
        return Optional.ofNullable(given.get(parameter)).map(text -> {
            Matcher literal = MOMENT.matcher(text);
            if (!literal.matches()) {
                throw ODataFailure.unparsable(text, "Edm.DateTime");
            }
            Value value = new ScalarReader().parse(SECONDS, literal.group(1)).orElseThrow();
            return ((Value.Moment) value).at();
        });
    }

    /** The dimensions the result is grouped by; all of them when none are named. */
    List<RegisterField> dimensions() {
        String named = given.get(VirtualTable.DIMENSIONS);
        return named == null
                ? table.dimensions()
                : Stream.of(named.split(",", -1))
                        .map(String::strip)
                        .map(this::dimension)
                        .toList();
    }

    private RegisterField dimension(String name) {
        return table.dimensions().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ODataFailure.propertyNotFound(name));
    }
}
