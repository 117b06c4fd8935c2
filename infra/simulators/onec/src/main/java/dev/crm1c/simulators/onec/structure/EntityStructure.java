package dev.crm1c.simulators.onec.structure;

import java.util.List;
import java.util.Optional;

public record EntityStructure(
        EntityKind kind, String name, Shape shape, List<TabularPart> parts, Optional<NumberSeries> series) {

    public String set() {
        return shape.set();
    }

    public boolean document() {
        return kind == EntityKind.DOCUMENT;
    }

    public boolean register() {
        return kind == EntityKind.INFORMATION_REGISTER;
    }

    public Optional<TabularPart> part(String partName) {
        return parts.stream().filter(part -> part.name().equals(partName)).findFirst();
    }
}
