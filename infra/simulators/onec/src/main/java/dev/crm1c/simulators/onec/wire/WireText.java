package dev.crm1c.simulators.onec.wire;

import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.structure.Property;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/** Values and keys as 1C writes them (onec.md §1.2, §1.3). */
public final class WireText {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private WireText() {}

    public static String of(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Numeric(var number) ->
                number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            case Value.Flag(var set) -> String.valueOf(set);
            case Value.Moment(var at) -> MOMENT.format(at);
            case Value.Key(var id) -> id.toString();
            case Value.Composite composite -> composite.text();
            case Value.Nothing _ -> "";
        };
    }

    /** {@code Catalog_X(guid'…')} or {@code Reg(Period=datetime'…',Валюта_Key=guid'…')}. */
    public static String resource(Row row) {
        List<String> keys = row.shape().keys();
        String predicate = keys.size() == 1
                ? literal(row.value(keys.getFirst()))
                : keys.stream().map(key -> key + "=" + literal(row.value(key))).collect(Collectors.joining(","));
        return row.shape().set() + "(" + predicate + ")";
    }

    private static String literal(Value value) {
        String text = of(value);
        return switch (value) {
            case Value.Key _ -> "guid'" + text + "'";
            case Value.Moment _ -> "datetime'" + text + "'";
            case Value.Numeric _, Value.Flag _ -> text;
            case Value.Nothing _ -> "null";
            case Value.Text _, Value.Composite _ -> "'" + text.replace("'", "''") + "'";
        };
    }

    /** A reference that points somewhere: only such a one gets a navigation link [rec]. */
    static boolean refers(Row row, Property property) {
        return switch (row.value(property)) {
            case Value.Key key -> property.navigation().isPresent() && !key.empty();
            case Value.Composite composite ->
                composite.set().contains("_")
                        && !composite.type().startsWith("Edm.")
                        && !composite.text().equals(Value.EMPTY_REFERENCE.toString())
                        && composite.text().length() == 36;
            default -> false;
        };
    }
}
