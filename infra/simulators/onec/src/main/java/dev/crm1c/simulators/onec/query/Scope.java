package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.Shape;
import dev.crm1c.simulators.onec.structure.TabularPart;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What names mean at a place in a query: the set's own, and the lambda variables around it. */
record Scope(Shape shape, Optional<EntityStructure> entity, Map<String, TabularPart> variables) {
    static Scope of(EntityStructure entity) {
        return new Scope(entity.shape(), Optional.of(entity), Map.of());
    }

    static Scope of(TabularPart part) {
        return new Scope(part.shape(), Optional.empty(), Map.of());
    }

    static Scope of(Shape shape) {
        return new Scope(shape, Optional.empty(), Map.of());
    }

    Scope with(String variable, TabularPart part) {
        Map<String, TabularPart> more = new HashMap<>(variables);
        more.put(variable, part);
        return new Scope(shape, entity, more);
    }
}
