package dev.crm1c.simulators.onec.base;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import java.util.HashMap;
import java.util.Map;

/** Writes records of independent information registers: they have no DataVersion and no number (onec.md §1.6). */
public final class RecordWriting {
    private final Infobase base;
    private final BodyReader bodies;

    public RecordWriting(Infobase base) {
        this.base = base;
        this.bodies = new BodyReader(base.structure());
    }

    /** The same key again is refused and the old record stays [live P9]. */
    public Entity create(EntityStructure register, ObjectNode body) {
        requireIndependent(register);
        return base.transaction(() -> {
            Entity record = bodies.over(new Entity(register, Map.of(), Map.of()), body);
            if (base.find(register.set(), record.key()).isPresent()) {
                throw ODataFailure.recordTaken();
            }
            base.store(record);
            return record;
        });
    }

    /** As a form does it: whatever was there under this key gives way. */
    public Entity put(EntityStructure register, ObjectNode body) {
        requireIndependent(register);
        return base.transaction(() -> {
            Entity record = bodies.over(new Entity(register, Map.of(), Map.of()), body);
            base.store(record);
            return record;
        });
    }

    public Entity change(EntityStructure register, EntityKey key, ObjectNode body) {
        requireIndependent(register);
        return base.transaction(() -> {
            Entity current = current(register, key);
            Map<String, Value> values = new HashMap<>(bodies.over(current, body).values());
            register.shape().keys().forEach(name -> {
                values.remove(name);
                if (current.values().containsKey(name)) {
                    values.put(name, current.values().get(name));
                }
            });
            Entity changed = new Entity(register, values, Map.of());
            base.store(changed);
            return changed;
        });
    }

    public void delete(EntityStructure register, EntityKey key) {
        requireIndependent(register);
        base.transaction(() -> {
            Entity current = current(register, key);
            base.remove(current);
            return current;
        });
    }

    /** What documents write is written by documents here, and by nobody else. */
    private static void requireIndependent(EntityStructure register) {
        if (register.subordinate()) {
            throw ODataFailure.notImplemented("Запись набора записей");
        }
    }

    private Entity current(EntityStructure register, EntityKey key) {
        return base.find(register.set(), key).orElseThrow(ODataFailure::absent);
    }
}
