package dev.crm1c.simulators.onec.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** The structure of a configuration: every entity by its set name, every enumeration by its own. */
public record Structure(SequencedMap<String, EntityStructure> entities, Map<String, List<String>> enumerations) {

    /** A tabular part together with the entity it belongs to. */
    public record OwnedPart(EntityStructure owner, TabularPart part) {}

    public Optional<EntityStructure> entity(String set) {
        return Optional.ofNullable(entities.get(set));
    }

    public EntityStructure known(String set) {
        return entity(set).orElseThrow(() -> new IllegalArgumentException("no such set in this structure: " + set));
    }

    /** A part is found by whole names: underscores occur inside object names (onec.md §1.2 [live]). */
    public Optional<OwnedPart> part(String rowSet) {
        for (EntityStructure owner : entities.values()) {
            for (TabularPart part : owner.parts()) {
                if (part.shape().set().equals(rowSet)) {
                    return Optional.of(new OwnedPart(owner, part));
                }
            }
        }
        return Optional.empty();
    }

    /** The structure a client sees when only these sets are published; an empty list publishes all. */
    public List<EntityStructure> published(Set<String> names) {
        List<EntityStructure> visible = new ArrayList<>();
        for (EntityStructure entity : entities.values()) {
            if (names.isEmpty() || names.contains(entity.set())) {
                visible.add(entity);
            }
        }
        return visible;
    }
}
