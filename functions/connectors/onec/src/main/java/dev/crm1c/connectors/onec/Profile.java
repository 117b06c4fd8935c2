package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One configuration of 1C as data: {@code profiles/accounting-3.yaml}. */
record Profile(JsonNode root) {

    Section section(String name) {
        JsonNode node = root.get(name);
        if (node == null) {
            throw new IllegalStateException("the profile has no section " + name);
        }
        return new Section(node);
    }

    /** What the profile says of one kind of object. */
    record Section(JsonNode node) {
        String set() {
            return text("set");
        }

        String text(String name) {
            return node.get(name).asText();
        }

        int number(String name) {
            return node.get(name).asInt();
        }

        List<String> texts(String name) {
            var texts = new ArrayList<String>();
            node.get(name).forEach(text -> texts.add(text.asText()));
            return texts;
        }

        Section inner(String name) {
            return new Section(node.get(name));
        }

        Template template() {
            return new Template(node.get("fields"));
        }

        /** The fields by which an object is found, as a filter. */
        ODataFilter match(Values values) {
            var parts = new ArrayList<ODataFilter>();
            for (Map.Entry<String, JsonNode> field : node.get("match").properties()) {
                JsonNode rule = field.getValue();
                parts.add(ODataFilter.equal(
                        field.getKey(), Template.isPointer(rule) ? Template.pointed(rule.asText(), values) : rule));
            }
            return ODataFilter.all(parts);
        }
    }
}
