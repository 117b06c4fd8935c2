package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The fields of a 1C object as a profile describes them: constants, pointers and a closed list of converters, no scripts.
 * The same description is read backwards when an object comes back, so a field is named in one place only.
 */
record Template(JsonNode fields) {
    private static final String UNDEFINED = "StandardODATA.Undefined";

    /** What filling a template came to. */
    sealed interface Filled {
        record Ready(ObjectNode object) implements Filled {}

        /** 1C would have cut it without a word. */
        record TooLong(String value, int limit) implements Filled {}
    }

    Filled fill(Values values) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            JsonNode rule = field.getValue();
            if (rule.has("reference")) {
                reference(object, field.getKey(), rule, values);
            } else if (rule.has("text")) {
                String text = pointed(rule.get("text").asText(), values).asText();
                int limit = rule.get("limit").asInt();
                if (text.length() > limit && rule.get("longer").asText().equals("refuse")) {
                    return new Filled.TooLong(rule.get("text").asText().substring(1), limit);
                }
                object.put(field.getKey(), cut(text, limit));
            } else if (rule.has("map")) {
                object.set(field.getKey(), mapped(rule, values));
            } else {
                object.set(field.getKey(), isPointer(rule) ? pointed(rule.asText(), values) : rule);
            }
        }
        return new Filled.Ready(object);
    }

    /** The field that shows a value of ours: {@code total} is {@code СуммаДокумента}. */
    String fieldOf(String value) {
        String pointer = "$" + value;
        return fields.properties().stream()
                .filter(field -> source(field.getValue()).equals(pointer))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the profile shows " + value + " nowhere"));
    }

    /** Our word for a value of an enumeration; empty when the base has said one that the profile does not know. */
    Optional<String> ours(String value, String theirs) {
        return fields.get(fieldOf(value)).path("values").properties().stream()
                .filter(pair -> pair.getValue().asText().equals(theirs))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String source(JsonNode rule) {
        for (String converter : new String[] {"reference", "text", "map"}) {
            if (rule.has(converter)) {
                return rule.get(converter).asText();
            }
        }
        return rule.asText();
    }

    /** Composite fields say their type; "nothing" has a type of its own. Source: reference "onec", 1.3. */
    private static void reference(ObjectNode object, String field, JsonNode rule, Values values) {
        Optional<JsonNode> key = values.get(rule.get("reference").asText().substring(1));
        object.put(field, key.map(JsonNode::asText).orElse(""));
        object.put(
                field + "_Type",
                key.isPresent() ? "StandardODATA." + rule.get("to").asText() : UNDEFINED);
    }

    private static JsonNode mapped(JsonNode rule, Values values) {
        String key = pointed(rule.get("map").asText(), values).asText();
        return Optional.ofNullable(rule.get("values").get(key))
                .orElseThrow(() -> new IllegalStateException("the profile maps no " + key));
    }

    static boolean isPointer(JsonNode rule) {
        return rule.isTextual() && rule.asText().startsWith("$");
    }

    static JsonNode pointed(String pointer, Values values) {
        return values.get(pointer.substring(1))
                .orElseThrow(() -> new IllegalStateException("the profile points at an unknown value " + pointer));
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit - 1).stripTrailing() + "…";
    }

    /** 1C's "no reference". */
    static final UUID NO_REFERENCE = new UUID(0, 0);
}
