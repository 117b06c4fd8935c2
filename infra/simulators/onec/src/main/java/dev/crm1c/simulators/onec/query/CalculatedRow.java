package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.structure.Shape;
import java.util.Map;

/** A row nobody stored: it was calculated for one answer. */
record CalculatedRow(Shape shape, Map<String, Value> values) implements Row {}
