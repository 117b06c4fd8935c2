package dev.crm1c.simulators.onec.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.structure.Property;
import dev.crm1c.simulators.onec.structure.PropertyType;
import dev.crm1c.simulators.onec.structure.Structure;
import dev.crm1c.simulators.onec.structure.TabularPart;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Lays a request body over an entity: unknown properties and those 1C keeps for itself are passed by (onec.md
 * §1.6).
 */
final class BodyReader {
    private static final Set<String> KEPT_BY_1C = Set.of(Property.REF_KEY, Entity.DATA_VERSION, "Predefined");
    private final ScalarReader scalars = new ScalarReader();
    private final CompositeReader composites;

    BodyReader(Structure structure) {
        composites = new CompositeReader(structure);
    }

    Entity over(Entity current, ObjectNode body) {
        Map<String, Value> values = new HashMap<>(current.values());
        assign(current.shape().properties(), body, values);
        Map<String, List<PartRow>> parts = new HashMap<>(current.parts());
        for (TabularPart part : current.structure().parts()) {
            JsonNode rows = body.path(part.name());
            if (!rows.isMissingNode()) {
                parts.put(part.name(), rows(part, rows, current.reference()));
            }
        }
        return new Entity(current.structure(), values, parts);
    }

    private void assign(List<Property> properties, ObjectNode body, Map<String, Value> values) {
        for (Property property : properties) {
            if (property.type() instanceof PropertyType.Composite composite) {
                composites
                        .read(property.name(), composite, body)
                        .ifPresent(value -> values.put(property.name(), value));
            } else if (body.has(property.name()) && !KEPT_BY_1C.contains(property.name())) {
                scalars.read(property.type(), body.get(property.name()))
                        .ifPresent(value -> values.put(property.name(), value));
            }
        }
    }

    /** A part is replaced whole; rows must come numbered 1..n (onec.md §1.6 [live P9]). */
    private List<PartRow> rows(TabularPart part, JsonNode rows, UUID owner) {
        if (!rows.isArray()) {
            throw ODataFailure.internal();
        }
        List<PartRow> read = new ArrayList<>();
        for (JsonNode row : rows) {
            if (!(row instanceof ObjectNode fields) || !row.hasNonNull(Property.LINE_NUMBER)) {
                throw ODataFailure.internal();
            }
            Map<String, Value> values = new HashMap<>();
            assign(part.shape().properties(), fields, values);
            int expected = read.size() + 1;
            if (!fields.path(Property.LINE_NUMBER).asText().equals(String.valueOf(expected))) {
                throw ODataFailure.badValue("Неверный номер строки табличной части " + part.name() + ": ожидается "
                        + expected + ", получено "
                        + fields.path(Property.LINE_NUMBER).asText());
            }
            values.put(Property.REF_KEY, new Value.Key(owner));
            read.add(new PartRow(part, Map.copyOf(values)));
        }
        return List.copyOf(read);
    }
}
