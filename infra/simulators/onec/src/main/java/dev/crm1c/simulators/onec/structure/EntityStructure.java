package dev.crm1c.simulators.onec.structure;

import java.util.List;
import java.util.Optional;

/**
 * A set of objects or of records.
 *
 * @param series how a Code or Number is made, where there is one
 * @param records how its records are made up, where it is a register
 */
public record EntityStructure(
        EntityKind kind,
        String name,
        Shape shape,
        List<TabularPart> parts,
        Optional<NumberSeries> series,
        Optional<RegisterStructure> records) {

    public String set() {
        return shape.set();
    }

    public boolean document() {
        return kind == EntityKind.DOCUMENT;
    }

    public boolean register() {
        return kind.register();
    }

    /** Its records are written by documents only, a set of them for each. */
    public boolean subordinate() {
        return register() && !parts.isEmpty();
    }

    public Optional<TabularPart> part(String partName) {
        return parts.stream().filter(part -> part.name().equals(partName)).findFirst();
    }
}
