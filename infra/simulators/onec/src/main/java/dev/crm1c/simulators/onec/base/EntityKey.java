package dev.crm1c.simulators.onec.base;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** The key of an entity as one comparable text; sets are kept in its order, which is nobody's order of creation. */
public record EntityKey(String text) implements Comparable<EntityKey> {

    public static EntityKey of(List<Value> values) {
        return new EntityKey(values.stream().map(EntityKey::textOf).collect(Collectors.joining("\u0000")));
    }

    public static EntityKey of(UUID reference) {
        return new EntityKey(reference.toString());
    }

    private static String textOf(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Numeric(var number) -> number.stripTrailingZeros().toPlainString();
            case Value.Flag(var set) -> String.valueOf(set);
            case Value.Moment(var at) -> at.toString();
            case Value.Key(var id) -> id.toString();
            case Value.Composite composite -> composite.text();
            case Value.Nothing _ -> "";
        };
    }

    @Override
    public int compareTo(EntityKey other) {
        return text.compareTo(other.text);
    }
}
