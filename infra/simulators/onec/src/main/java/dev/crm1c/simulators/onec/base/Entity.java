package dev.crm1c.simulators.onec.base;

import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.Property;
import dev.crm1c.simulators.onec.structure.Shape;
import dev.crm1c.simulators.onec.structure.TabularPart;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One stored object or register record. Immutable: a write makes a new one. */
public record Entity(EntityStructure structure, Map<String, Value> values, Map<String, List<PartRow>> parts)
        implements Row {
    public static final String POSTED = "Posted";
    public static final String DELETION_MARK = "DeletionMark";
    public static final String DATE = "Date";
    public static final String DATA_VERSION = "DataVersion";

    public Entity {
        values = Map.copyOf(values);
        parts = Map.copyOf(parts);
    }

    /** An object the base makes by itself, as it is on its first write. */
    public static Entity made(EntityStructure structure, UUID key, Map<String, Value> values) {
        Map<String, Value> all = new HashMap<>(values);
        all.put(Property.REF_KEY, new Value.Key(key));
        all.put(DATA_VERSION, DataVersion.FIRST.value());
        return new Entity(structure, all, Map.of());
    }

    @Override
    public Shape shape() {
        return structure.shape();
    }

    public UUID reference() {
        return ((Value.Key) value(Property.REF_KEY)).id();
    }

    public List<PartRow> rows(TabularPart part) {
        return parts.getOrDefault(part.name(), List.of());
    }

    public List<PartRow> rows(String part) {
        return parts.getOrDefault(part, List.of());
    }

    public boolean posted() {
        return structure.document() && ((Value.Flag) value(POSTED)).set();
    }

    public boolean markedForDeletion() {
        return !structure.register() && ((Value.Flag) value(DELETION_MARK)).set();
    }

    public LocalDateTime date() {
        return ((Value.Moment) value(DATE)).at();
    }

    public Entity with(String property, Value value) {
        Map<String, Value> changed = new HashMap<>(values);
        changed.put(property, value);
        return new Entity(structure, changed, parts);
    }
}
