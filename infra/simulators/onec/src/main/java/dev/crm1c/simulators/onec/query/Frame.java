package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.base.Row;
import java.util.HashMap;
import java.util.Map;

/** The row a filter is tried on, and the rows its lambdas stand on. */
record Frame(Row row, Map<String, Row> variables) {
    static Frame of(Row row) {
        return new Frame(row, Map.of());
    }

    Frame with(String variable, Row variableRow) {
        Map<String, Row> more = new HashMap<>(variables);
        more.put(variable, variableRow);
        return new Frame(row, more);
    }
}
