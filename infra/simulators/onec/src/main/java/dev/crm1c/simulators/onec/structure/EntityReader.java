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
    private final RegisterReader registers;

    EntityReader(AttributeProperties attributes) {
        this.attributes = attributes;
        this.registers = new RegisterReader(attributes);
    }

    EntityStructure read(EntityKind kind, String name, JsonNode facts) {
        return switch (kind) {
            case CATALOG -> catalog(name, facts);
            case DOCUMENT -> document(name, facts);
            case CHART_OF_ACCOUNTS -> chartOfAccounts(name, facts);
            case INFORMATION_REGISTER, ACCUMULATION_REGISTER, ACCOUNTING_REGISTER -> registers.read(kind, name, facts);
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

    /** A tree of accounts; the flags of accounting are told as they are called (onec.md §2.1). */
    private EntityStructure chartOfAccounts(String name, JsonNode facts) {
        String set = "ChartOfAccounts_" + name;
        List<Property> properties = new ArrayList<>();
        properties.add(new Property(Property.REF_KEY, new Reference(set)));
        properties.add(new Property("Predefined", new Flag()));
        properties.add(new Property("PredefinedDataName", SHORT));
        properties.add(new Property("DataVersion", SHORT));
        properties.add(new Property(
                "Description", new Text(facts.path("DescriptionLength").asInt(), false)));
        properties.add(new Property("Code", new Text(facts.path("CodeLength").asInt(), false)));
        properties.add(new Property("Parent_Key", new Reference(set)));
        properties.add(new Property("DeletionMark", new Flag()));
        properties.add(new Property("Order", SHORT));
        properties.add(new Property("Type", SHORT));
        properties.add(new Property("OffBalance", new Flag()));
        facts.path("AccountingFlag").forEach(flag -> properties.add(new Property(flag.asText(), new Flag())));
        return entity(EntityKind.CHART_OF_ACCOUNTS, name, properties, facts, Optional.empty());
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
        return new EntityStructure(kind, name, shape, List.copyOf(parts), series, Optional.empty());
    }

    private TabularPart part(String owner, JsonNode facts) {
        String name = facts.path("name").asText();
        List<Property> properties = new ArrayList<>();
        properties.add(new Property(Property.REF_KEY, new Reference(owner)));
        properties.add(new Property(Property.LINE_NUMBER, LINE));
        facts.path("attributes").forEach(attribute -> properties.addAll(attributes.of(attribute)));
        List<String> keys = List.of(Property.REF_KEY, Property.LINE_NUMBER);
        return TabularPart.of(name, new Shape(owner + "_" + name, properties, keys));
    }

    private static boolean automatic(JsonNode facts) {
        return facts.path("Autonumbering").asBoolean();
    }
}
