package dev.crm1c.simulators.onec.query;

import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.Property;
import dev.crm1c.simulators.onec.structure.Shape;
import dev.crm1c.simulators.onec.structure.TabularPart;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code $select}: a list, {@code *}, {@code **} (all but parts), {@code ТЧ/Поле}, presentations (onec.md §1.2,
 * §1.4).
 */
public final class Selection {
    private static final String PRESENTATION = "____Presentation";
    private static final String ALL_PRESENTATIONS = "*" + PRESENTATION;
    private final Set<String> names = new HashSet<>();
    private final Map<String, Set<String>> partFields = new HashMap<>();
    private final Set<String> presentations = new HashSet<>();
    private boolean allProperties;
    private boolean allParts;

    private Selection() {}

    public static Selection everything() {
        Selection selection = new Selection();
        selection.allProperties = true;
        selection.allParts = true;
        return selection;
    }

    static Selection of(Shape shape, Optional<EntityStructure> entity, String text) {
        Selection selection = new Selection();
        for (String item : text.split(",", -1)) {
            selection.add(shape, entity, item.strip());
        }
        return selection;
    }

    private void add(Shape shape, Optional<EntityStructure> entity, String item) {
        switch (item) {
            case "*" -> {
                allProperties = true;
                allParts = true;
            }
            case "**" -> allProperties = true;
            case ALL_PRESENTATIONS -> presentations.addAll(referenceNames(shape));
            default -> named(shape, entity, item);
        }
    }

    private void named(Shape shape, Optional<EntityStructure> entity, String item) {
        String[] segments = item.split("/", -1);
        String first = segments[0];
        Optional<TabularPart> part = entity.flatMap(owner -> owner.part(first));
        if (part.isPresent()) {
            selectPart(part.get(), segments);
        } else if (item.endsWith(PRESENTATION) && entity.isPresent()) {
            String field = item.substring(0, item.length() - PRESENTATION.length());
            if (!referenceNames(shape).contains(field)) {
                throw ODataFailure.segmentNotFound(item);
            }
            presentations.add(field);
        } else if (shape.navigation(first).isPresent()
                || (segments.length == 1 && shape.property(first).isPresent())) {
            names.add(first);
        } else {
            throw ODataFailure.segmentNotFound(first);
        }
    }

    private void selectPart(TabularPart part, String[] segments) {
        Set<String> fields = partFields.computeIfAbsent(part.name(), _ -> new HashSet<>());
        if (segments.length == 1 || segments[1].equals("*")) {
            part.shape().properties().forEach(property -> fields.add(property.name()));
        } else {
            part.shape().property(segments[1]).orElseThrow(() -> ODataFailure.segmentNotFound(segments[1]));
            fields.add(segments[1]);
        }
    }

    private static List<String> referenceNames(Shape shape) {
        return shape.properties().stream()
                .flatMap(property -> property.navigation().stream())
                .toList();
    }

    public boolean property(Property property) {
        return allProperties || names.contains(property.name());
    }

    public boolean part(TabularPart part) {
        return allParts || partFields.containsKey(part.name());
    }

    public boolean partField(TabularPart part, Property field) {
        return allParts || partFields.getOrDefault(part.name(), Set.of()).contains(field.name());
    }

    /** An expansion shows only when its navigation is selected too (onec.md §1.4 [live P4]). */
    public boolean navigation(String name) {
        return allProperties || names.contains(name);
    }

    public boolean presentation(String navigation) {
        return presentations.contains(navigation);
    }
}
