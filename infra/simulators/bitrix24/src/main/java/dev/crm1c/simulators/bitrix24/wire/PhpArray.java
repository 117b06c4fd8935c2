package dev.crm1c.simulators.bitrix24.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A PHP array has no type of its own for "list" and "map": both are read alike, and an empty one is written as a list. */
public final class PhpArray {
    private PhpArray() {}

    public static boolean is(JsonNode node) {
        return node != null && node.isContainerNode();
    }

    public static List<JsonNode> values(JsonNode node) {
        List<JsonNode> values = new ArrayList<>();
        if (is(node)) {
            node.forEach(values::add);
        }
        return values;
    }

    public static Map<String, JsonNode> entries(JsonNode node) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                entries.put(Integer.toString(i), list.get(i));
            }
        } else if (is(node)) {
            node.properties().forEach(field -> entries.put(field.getKey(), field.getValue()));
        }
        return entries;
    }

    /** Empty map and the keys 0, 1, 2… in this order give a JSON list, as PHP's json_encode does (bitrix24.md §4.5). */
    public static JsonNode json(Map<String, ? extends JsonNode> entries) {
        ArrayNode list = Json.NODES.arrayNode();
        for (var entry : entries.entrySet()) {
            if (!entry.getKey().equals(Integer.toString(list.size()))) {
                return Json.object().setAll(entries);
            }
            list.add(entry.getValue());
        }
        return list;
    }
}
