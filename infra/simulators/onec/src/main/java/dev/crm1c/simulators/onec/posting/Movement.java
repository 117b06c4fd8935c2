package dev.crm1c.simulators.onec.posting;

import dev.crm1c.simulators.onec.base.Value;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** One record a document is about to make in a register. */
record Movement(LocalDateTime period, Map<String, Value> values) {
    private static final String SIGN = "RecordType";

    Movement {
        values = Map.copyOf(values);
    }

    static Movement on(LocalDateTime period) {
        return new Movement(period, Map.of());
    }

    static Movement receipt(LocalDateTime period) {
        return on(period).with(SIGN, new Value.Text("Receipt"));
    }

    static Movement expense(LocalDateTime period) {
        return on(period).with(SIGN, new Value.Text("Expense"));
    }

    Movement with(String name, Value value) {
        Map<String, Value> more = new HashMap<>(values);
        more.put(name, value);
        return new Movement(period, more);
    }

    Movement with(String name, UUID key) {
        return with(name, new Value.Key(key));
    }

    Movement with(String name, BigDecimal number) {
        return with(name, new Value.Numeric(number));
    }
}
