package dev.crm1c.simulators.onec.structure;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.onec.structure.PropertyType.Composite;
import dev.crm1c.simulators.onec.structure.PropertyType.CompositeTypeName;
import dev.crm1c.simulators.onec.structure.PropertyType.EnumName;
import dev.crm1c.simulators.onec.structure.PropertyType.Flag;
import dev.crm1c.simulators.onec.structure.PropertyType.Fractional;
import dev.crm1c.simulators.onec.structure.PropertyType.Identifier;
import dev.crm1c.simulators.onec.structure.PropertyType.Moment;
import dev.crm1c.simulators.onec.structure.PropertyType.Reference;
import dev.crm1c.simulators.onec.structure.PropertyType.Text;
import dev.crm1c.simulators.onec.structure.PropertyType.Whole;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns an attribute of the configuration into the one or two properties it becomes on the wire (onec.md §1.2,
 * §1.3).
 */
final class AttributeProperties {
    private static final String NAMESPACE = "StandardODATA.";
    private final Map<String, List<String>> enumerations;

    AttributeProperties(Map<String, List<String>> enumerations) {
        this.enumerations = enumerations;
    }

    List<Property> of(JsonNode attribute) {
        String name = attribute.path("name").asText();
        List<String> types = new ArrayList<>();
        attribute.path("types").forEach(type -> types.add(type.asText()));
        if (types.size() > 1 || any(types.getFirst())) {
            return composite(name, types);
        }
        PropertyType type = single(types.getFirst(), attribute);
        return List.of(new Property(type instanceof Reference ? name + "_Key" : name, type));
    }

    List<Property> composite(String name, List<String> types) {
        Set<String> wire = new LinkedHashSet<>();
        for (String type : types) {
            if (any(type)) {
                return pair(name, Set.of());
            }
            wire.add(wireName(type));
        }
        return pair(name, wire);
    }

    /** {@code DocumentRef} without a name is any document, a characteristic is anything at all. */
    private static boolean any(String type) {
        return type.startsWith("Characteristic.") || type.endsWith("Ref");
    }

    private static List<Property> pair(String name, Set<String> types) {
        return List.of(
                new Property(name, new Composite(types)), new Property(name + "_Type", new CompositeTypeName(name)));
    }

    private PropertyType single(String type, JsonNode attribute) {
        return switch (type) {
            case "String" -> new Text(attribute.path("len").asInt(), false);
            case "Boolean" -> new Flag();
            case "UUID" -> new Identifier();
            case "Date" -> new Moment(datePart(attribute.path("dateparts").asText()));
            case "Number" ->
                number(attribute.path("digits").asInt(), attribute.path("frac").asInt());
            default -> referenceOrEnum(type);
        };
    }

    private static PropertyType number(int digits, int fraction) {
        return fraction > 0 ? new Fractional(digits, fraction) : new Whole(digits);
    }

    private PropertyType referenceOrEnum(String type) {
        String name = type.substring(type.indexOf('.') + 1);
        return type.startsWith("EnumRef.")
                ? new EnumName(name, enumerations.getOrDefault(name, List.of()))
                : new Reference(setOf(type));
    }

    private static DatePart datePart(String word) {
        return switch (word) {
            case "Date" -> DatePart.DATE;
            case "Time" -> DatePart.TIME;
            default -> DatePart.DATE_TIME;
        };
    }

    /** {@code CatalogRef.Контрагенты} is the set {@code Catalog_Контрагенты}. */
    static String setOf(String referenceType) {
        return referenceType.replace("Ref.", "_");
    }

    private static String wireName(String type) {
        return switch (type) {
            case "String" -> "Edm.String";
            case "Number" -> "Edm.Double";
            case "Boolean" -> "Edm.Boolean";
            case "Date" -> "Edm.DateTime";
            case "UUID" -> "Edm.Guid";
            default -> NAMESPACE + (type.startsWith("EnumRef.") ? type.substring(8) : setOf(type));
        };
    }
}
