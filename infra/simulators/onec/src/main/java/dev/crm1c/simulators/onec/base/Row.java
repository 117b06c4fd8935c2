package dev.crm1c.simulators.onec.base;

import dev.crm1c.simulators.onec.structure.Property;
import dev.crm1c.simulators.onec.structure.PropertyType;
import dev.crm1c.simulators.onec.structure.Shape;
import java.util.Map;

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

    default EntityKey key() {
        return EntityKey.of(shape().keys().stream().map(this::value).toList());
    }
}
