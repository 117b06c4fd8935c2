package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.PropertyType;
import dev.crm1c.simulators.onec.structure.Shape;
import dev.crm1c.simulators.onec.structure.Structure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code $expand=Контрагент,Договор/Организация}: which navigations are shown in full, and what inside them. */
public record Expansion(Map<String, Expansion> inner) {
    public static final Expansion NONE = new Expansion(Map.of());

    static Expansion of(Structure structure, Shape shape, String text) {
        Expansion expansion = new Expansion(new TreeMap<>());
        for (String item : text.split(",", -1)) {
            expansion.add(structure, shape, List.of(item.strip().split("/", -1)));
        }
        return expansion;
    }

    private void add(Structure structure, Shape shape, List<String> path) {
        String first = path.getFirst();
        PropertyType through = shape.navigation(first)
                .orElseThrow(() -> ODataFailure.segmentNotFound(first))
                .type();
        Expansion below = inner.computeIfAbsent(first, _ -> new Expansion(new TreeMap<>()));
        List<String> rest = path.subList(1, path.size());
        Optional<EntityStructure> target = through instanceof PropertyType.Reference(var set)
                ? structure.entity(set)
                : rest.stream().findFirst().flatMap(structure::entity);
        List<String> beyond =
                through instanceof PropertyType.Reference || rest.isEmpty() ? rest : rest.subList(1, rest.size());
        if (!beyond.isEmpty() && !beyond.equals(List.of("*"))) {
            EntityStructure entity = target.orElseThrow(() -> ODataFailure.segmentNotFound(beyond.getFirst()));
            below.add(structure, entity.shape(), beyond);
        }
    }
}
