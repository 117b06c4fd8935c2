package dev.crm1c.simulators.onec.base;

import dev.crm1c.simulators.onec.structure.Shape;
import dev.crm1c.simulators.onec.structure.TabularPart;
import java.util.Map;

public record PartRow(TabularPart part, Map<String, Value> values) implements Row {
    @Override
    public Shape shape() {
        return part.shape();
    }
}
