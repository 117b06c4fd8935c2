package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.EntityKey;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.Property;
import dev.crm1c.simulators.onec.structure.TabularPart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of one register, kept by who made them. */
final class RecordSets {
    static final String RECORDER = "Recorder";
    private final Infobase base;
    private final EntityStructure register;
    private final TabularPart part;

    RecordSets(Infobase base, String register) {
        this.base = base;
        this.register = base.structure().known(register);
        this.part = this.register.part(TabularPart.RECORD_SET).orElseThrow();
    }

    static Value.Composite recorder(Entity document) {
        return Value.Composite.reference(document.structure().set(), document.reference());
    }

    List<PartRow> all() {
        return base.rows(register, part);
    }

    List<PartRow> of(Value.Composite recorder) {
        return find(recorder).map(set -> set.rows(part)).orElse(List.of());
    }

    private Optional<Entity> find(Value.Composite recorder) {
        EntityKey key = EntityKey.of(List.of(recorder, new Value.Text(recorder.type())));
        return base.find(register.set(), key);
    }

    /** Takes the place of all that this recorder had; of nothing, nothing is left. */
    void write(Value.Composite recorder, List<Movement> movements) {
        find(recorder).ifPresent(base::remove);
        if (movements.isEmpty()) {
            return;
        }
        List<PartRow> rows = new ArrayList<>();
        for (Movement movement : movements) {
            Map<String, Value> values = new HashMap<>(movement.values());
            values.put(RECORDER, recorder);
            values.put("Period", new Value.Moment(movement.period()));
            values.put(Property.LINE_NUMBER, new Value.Numeric(BigDecimal.valueOf(rows.size() + 1L)));
            values.put("Active", new Value.Flag(true));
            rows.add(new PartRow(part, Map.copyOf(values)));
        }
        base.store(new Entity(register, Map.of(RECORDER, recorder), Map.of(part.name(), List.copyOf(rows))));
    }
}
