package dev.crm1c.simulators.onec.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.PartRow;
import dev.crm1c.simulators.onec.base.Row;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.query.EntityQuery.Found;
import dev.crm1c.simulators.onec.query.Expansion;
import dev.crm1c.simulators.onec.query.Presentations;
import dev.crm1c.simulators.onec.query.Selection;
import dev.crm1c.simulators.onec.structure.Property;
import dev.crm1c.simulators.onec.structure.PropertyType;
import dev.crm1c.simulators.onec.structure.TabularPart;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Entities as JSON of one metadata level, with the types of onec.md §1.3. */
public final class JsonEntities {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private final Infobase base;
    private final Presentations presentations;
    private final Representation level;
    private final String root;

    public JsonEntities(Infobase base, Representation level, String root) {
        this.base = base;
        this.presentations = new Presentations(base);
        this.level = level;
        this.root = root;
    }

    public ObjectNode feed(String set, Found found, boolean counted) {
        ObjectNode feed = NODES.objectNode();
        if (level != Representation.JSON_NO_METADATA) {
            feed.put("odata.metadata", root + "/$metadata#" + set);
        }
        if (counted) {
            feed.put("odata.count", String.valueOf(found.total()));
        }
        ArrayNode value = feed.putArray("value");
        found.rows().forEach(row -> value.add(shown(row, found.selection(), found.expansion())));
        return feed;
    }

    ObjectNode changes(List<Entity> present) {
        ObjectNode feed = NODES.objectNode();
        ArrayNode value = feed.putArray("value");
        present.forEach(entity -> value.add(single(entity, Selection.everything())));
        return feed;
    }

    public ObjectNode single(Row row, Selection selection) {
        ObjectNode single = NODES.objectNode();
        if (level != Representation.JSON_NO_METADATA) {
            single.put("odata.metadata", root + "/$metadata#" + row.shape().set() + "/@Element");
        }
        single.setAll(shown(row, selection, Expansion.NONE));
        return single;
    }

    private ObjectNode shown(Row row, Selection selection, Expansion expansion) {
        ObjectNode node = NODES.objectNode();
        if (level == Representation.JSON_FULL_METADATA) {
            node.put("odata.type", Value.NAMESPACE + row.shape().set());
            node.put("odata.id", root + "/" + WireText.resource(row));
            node.put("odata.editLink", WireText.resource(row));
        }
        List<Property> chosen =
                row.shape().properties().stream().filter(selection::property).toList();
        chosen.forEach(property -> node.set(property.name(), json(property.type(), row.value(property))));
        if (row instanceof Entity entity) {
            parts(entity, selection, node);
        }
        row.shape().properties().forEach(property -> presentation(row, property, selection, node));
        links(row, chosen, node);
        row.shape().properties().forEach(property -> expanded(row, property, selection, expansion, node));
        return node;
    }

    private void parts(Entity entity, Selection selection, ObjectNode node) {
        for (TabularPart part : entity.structure().parts()) {
            if (selection.part(part)) {
                ArrayNode rows = node.putArray(part.name());
                entity.rows(part).forEach(row -> rows.add(row(row, selection)));
            }
        }
    }

    private ObjectNode row(PartRow row, Selection selection) {
        ObjectNode node = NODES.objectNode();
        List<Property> chosen = row.shape().properties().stream()
                .filter(field -> selection.partField(row.part(), field))
                .toList();
        chosen.forEach(property -> node.set(property.name(), json(property.type(), row.value(property))));
        links(row, chosen, node);
        return node;
    }

    private void links(Row row, List<Property> chosen, ObjectNode node) {
        if (level == Representation.JSON_NO_METADATA || row.shape().keys().isEmpty()) {
            return;
        }
        for (Property property : chosen) {
            if (WireText.refers(row, property)) {
                String navigation = property.navigation().orElseThrow();
                node.put(navigation + "@navigationLinkUrl", WireText.resource(row) + "/" + navigation);
            }
        }
    }

    private void presentation(Row row, Property property, Selection selection, ObjectNode node) {
        property.navigation()
                .filter(selection::presentation)
                .ifPresent(navigation -> node.put(
                        navigation + "____Presentation",
                        target(row, property)
                                .map(target -> presentations.of(target.set(), UUID.fromString(target.text())))
                                .orElse("")));
    }

    private void expanded(Row row, Property property, Selection selection, Expansion expansion, ObjectNode node) {
        property.navigation()
                .filter(expansion.inner()::containsKey)
                .filter(selection::navigation)
                .ifPresent(navigation -> target(row, property)
                        .flatMap(target -> base.find(target.set(), UUID.fromString(target.text())))
                        .ifPresent(entity -> node.set(
                                navigation,
                                shown(
                                        entity,
                                        Selection.everything(),
                                        expansion.inner().get(navigation)))));
    }

    private static Optional<Value.Composite> target(Row row, Property property) {
        if (!WireText.refers(row, property)) {
            return Optional.empty();
        }
        return switch (row.value(property)) {
            case Value.Composite composite -> Optional.of(composite);
            case Value.Key(var id)
            when property.type() instanceof PropertyType.Reference(var set) ->
                Optional.of(Value.Composite.reference(set, id));
            default -> Optional.empty();
        };
    }

    private static JsonNode json(PropertyType type, Value value) {
        return switch (value) {
            case Value.Numeric(var number)
            when type instanceof PropertyType.Whole whole ->
                whole.small() ? NODES.numberNode(number.intValueExact()) : NODES.textNode(WireText.of(value));
            case Value.Numeric _ -> NODES.numberNode(new BigDecimal(WireText.of(value)));
            case Value.Flag(var set) -> NODES.booleanNode(set);
            case Value.Nothing _ -> NODES.nullNode();
            default -> NODES.textNode(WireText.of(value));
        };
    }
}
