package dev.crm1c.simulators.onec.base;

import dev.crm1c.simulators.onec.structure.Property;
import dev.crm1c.simulators.onec.structure.PropertyType;
import dev.crm1c.simulators.onec.structure.Shape;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Anything with properties: an object, a register record, a row of a tabular part. */
public interface Row {
    Shape shape();

    Map<String, Value> values();

    default Value value(Property property) {
        if (property.type() instanceof PropertyType.CompositeTypeName(String of)) {
            return values().get(of) instanceof Value.Composite composite
                    ? new Value.Text(composite.type())
                    : new Value.Text(Value.UNDEFINED);
        }
        return values().getOrDefault(property.name(), Value.emptyOf(property.type()));
    }

    default Value value(String name) {
        return value(shape().property(name).orElseThrow(() -> new IllegalArgumentException(name)));
    }

    /** Empty where this release of the configuration has no such property. */
    default Optional<Value> given(String name) {
        return shape().property(name).map(this::value);
    }

    /** What a reference points to, of one type or of several; the empty reference when it points nowhere. */
    default UUID reference(String name) {
        return switch (given(name).orElse(new Value.Nothing())) {
            case Value.Key(var id) -> id;
            case Value.Composite composite when composite.refers() -> UUID.fromString(composite.text());
            default -> Value.EMPTY_REFERENCE;
        };
    }

    default BigDecimal number(String name) {
        return given(name).orElse(new Value.Nothing()) instanceof Value.Numeric(var number) ? number : BigDecimal.ZERO;
    }

    default String text(String name) {
        return given(name).orElse(new Value.Nothing()) instanceof Value.Text(var text) ? text : "";
    }

    default boolean flag(String name) {
        return given(name).orElse(new Value.Nothing()) instanceof Value.Flag(var set) && set;
    }

    default EntityKey key() {
        return EntityKey.of(shape().keys().stream().map(this::value).toList());
    }
}
