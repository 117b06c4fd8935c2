package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A command's query as PHP reads it: {@code fields[TITLE]=x} is an object in an object. Lists are objects with 0, 1, 2. */
final class PhpQuery {
    private PhpQuery() {}

    /** @param results what {@code $result[a][b]} refers to; a reference to nothing stays as it is written */
    static ObjectNode parse(String query, JsonNode results) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                put(root, decoded(parts[0]), resolved(decoded(parts[1]), results));
            }
        }
        return root;
    }

    private static void put(ObjectNode root, String name, String value) {
        String[] steps = name.replace("]", "").split("\\[");
        ObjectNode node = root;
        for (int i = 0; i < steps.length - 1; i++) {
            node = node.withObjectProperty(steps[i]);
        }
        node.put(steps[steps.length - 1], value);
    }

    private static String resolved(String value, JsonNode results) {
        if (!value.startsWith("$result[")) {
            return value;
        }
        JsonNode node = results;
        for (String step : value.substring("$result[".length()).replace("]", "").split("\\[")) {
            node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node.isMissingNode() ? value : node.asText();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
