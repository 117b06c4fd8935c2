package dev.crm1c.simulators.onec.structure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.onec.structure.PropertyType.Flag;
import dev.crm1c.simulators.onec.structure.PropertyType.Moment;
import dev.crm1c.simulators.onec.structure.PropertyType.Reference;
import dev.crm1c.simulators.onec.structure.PropertyType.Text;
import dev.crm1c.simulators.onec.structure.PropertyType.Whole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one object of the model and adds the standard properties of its kind (onec.md §1.2, §1.9). */
final class EntityReader {
    private static final Text SHORT = new Text(150, false);
    private static final Whole LINE = new Whole(9);
    private final AttributeProperties attributes;

    EntityReader(AttributeProperties attributes) {
        this.attributes = attributes;
    }

    EntityStructure read(EntityKind kind, String name, JsonNode facts) {
        return switch (kind) {
            case CATALOG -> catalog(name, facts);
            case DOCUMENT -> document(name, facts);
            case INFORMATION_REGISTER -> register(name, facts);
        };
    }

    private EntityStructure catalog(String name, JsonNode facts) {
        String set = "Catalog_" + name;
        int codeLength = facts.path("CodeLength").asInt();
        boolean fixed = facts.path("CodeAllowedLength").asText().equals("Fixed");
        List<Property> properties = new ArrayList<>();
        properties.add(new Property(Property.REF_KEY, new Reference(set)));
        properties.add(new Property("Predefined", new Flag()));
        properties.add(new Property("PredefinedDataName", SHORT));
        properties.add(new Property("DataVersion", SHORT));
        properties.add(new Property(
                "Description", new Text(facts.path("DescriptionLength").asInt(), false)));
        if (codeLength > 0) {
            properties.add(new Property("Code", new Text(codeLength, fixed)));
        }
        if (facts.path("Hierarchical").asBoolean()) {
            properties.add(new Property("Parent_Key", new Reference(set)));
            if (facts.path("HierarchyType").asText().equals("HierarchyFoldersAndItems")) {
                properties.add(new Property("IsFolder", new Flag()));
            }
        }
        properties.addAll(owner(facts.path("owners")));
        properties.add(new Property("DeletionMark", new Flag()));
        Optional<NumberSeries> series = codeLength == 0
                ? Optional.empty()
                : Optional.of(new NumberSeries(
                        "Code",
                        codeLength,
                        automatic(facts),
                        facts.path("CheckUnique").asBoolean(),
                        false));
        return entity(EntityKind.CATALOG, name, properties, facts, series);
    }

    /** One owner type gives {@code Owner_Key}, several give {@code Owner} + {@code Owner_Type} (onec.md §1.2). */
    private List<Property> owner(JsonNode owners) {
        List<String> types = new ArrayList<>();
        owners.forEach(owner -> types.add(owner.asText().replace(".", "Ref.")));
        return switch (types.size()) {
            case 0 -> List.of();
            case 1 -> List.of(new Property("Owner_Key", new Reference(AttributeProperties.setOf(types.getFirst()))));
            default -> attributes.composite("Owner", types);
        };
    }

    private EntityStructure document(String name, JsonNode facts) {
        int length = facts.path("NumberLength").asInt();
        boolean fixed = facts.path("NumberAllowedLength").asText().equals("Fixed");
        List<Property> properties = new ArrayList<>();
        properties.add(new Property(Property.REF_KEY, new Reference("Document_" + name)));
        properties.add(new Property("DataVersion", SHORT));
        properties.add(new Property("Number", new Text(length, fixed)));
        properties.add(new Property("Date", new Moment(DatePart.DATE_TIME)));
        properties.add(new Property("DeletionMark", new Flag()));
        properties.add(new Property("Posted", new Flag()));
        boolean yearly = facts.path("NumberPeriodicity").asText().equals("Year");
        NumberSeries series = new NumberSeries(
                "Number", length, automatic(facts), facts.path("CheckUnique").asBoolean(), yearly);
        return entity(EntityKind.DOCUMENT, name, properties, facts, Optional.of(series));
    }

    private EntityStructure entity(
            EntityKind kind, String name, List<Property> standard, JsonNode facts, Optional<NumberSeries> series) {
        String set = kind.word() + "_" + name;
        List<Property> properties = new ArrayList<>(standard);
        facts.path("attributes").forEach(attribute -> properties.addAll(attributes.of(attribute)));
        List<TabularPart> parts = new ArrayList<>();
        facts.path("tabular").forEach(part -> parts.add(part(set, part)));
        Shape shape = new Shape(set, properties, List.of(Property.REF_KEY));
        return new EntityStructure(kind, name, shape, List.copyOf(parts), series);
    }

    private TabularPart part(String owner, JsonNode facts) {
        String name = facts.path("name").asText();
        List<Property> properties = new ArrayList<>();
        properties.add(new Property(Property.REF_KEY, new Reference(owner)));
        properties.add(new Property(Property.LINE_NUMBER, LINE));
        facts.path("attributes").forEach(attribute -> properties.addAll(attributes.of(attribute)));
        List<String> keys = List.of(Property.REF_KEY, Property.LINE_NUMBER);
        return new TabularPart(name, new Shape(owner + "_" + name, properties, keys));
    }

    /** An independent register: the key is (Period +) dimensions, composite ones as a pair (onec.md §1.9). */
    private EntityStructure register(String name, JsonNode facts) {
        List<Property> properties = new ArrayList<>();
        if (!facts.path("InformationRegisterPeriodicity").asText().equals("Nonperiodical")) {
            properties.add(new Property("Period", new Moment(DatePart.DATE_TIME)));
        }
        facts.path("dimensions").forEach(dimension -> properties.addAll(attributes.of(dimension)));
        List<String> keys = properties.stream().map(Property::name).toList();
        facts.path("resources").forEach(resource -> properties.addAll(attributes.of(resource)));
        facts.path("attributes").forEach(attribute -> properties.addAll(attributes.of(attribute)));
        Shape shape = new Shape("InformationRegister_" + name, properties, keys);
        return new EntityStructure(EntityKind.INFORMATION_REGISTER, name, shape, List.of(), Optional.empty());
    }

    private static boolean automatic(JsonNode facts) {
        return facts.path("Autonumbering").asBoolean();
    }
}
