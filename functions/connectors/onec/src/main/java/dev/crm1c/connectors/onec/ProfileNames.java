package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every set, field and value of an enumeration that a profile names: what a base must have.
 *
 * @param sets {@code Document_X}
 * @param fields {@code Document_X/Поле}, {@code Document_X/Товары/Поле}
 * @param values {@code СтавкиНДС/НДС22}
 */
record ProfileNames(Set<String> sets, Set<String> fields, Set<String> values) {
    /** Settings of a section whose value is the name of a field of its set. */
    private static final List<String> NAMING_A_FIELD = List.of(
            "named",
            "by",
            "orBy",
            "unless",
            "order",
            "name",
            "partner",
            "date",
            "closed",
            "contracts",
            "document",
            "field",
            "percent");

    static ProfileNames of(Profile profile) {
        var names = new ProfileNames(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        profile.root().forEach(section -> names.collect(section, ""));
        return names;
    }

    private void collect(JsonNode node, String setAround) {
        String set = node.path("set").asText(setAround);
        if (!set.isEmpty()) {
            sets.add(set);
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            switch (key) {
                case "fields", "match" -> template(value, set + part(node));
                case "also" -> value.forEach(field -> fields.add(set + "/" + field.asText()));
                case "values" -> {}
                case "marker" ->
                    fields.add(set + "/"
                            + (value.isTextual()
                                    ? value.asText()
                                    : value.path("field").asText()));
                default -> {
                    if (value.isObject()) {
                        collect(value, set);
                    } else if (NAMING_A_FIELD.contains(key) && value.isTextual()) {
                        fields.add(set + "/" + value.asText());
                    }
                }
            }
        }
    }

    private static String part(JsonNode node) {
        return node.has("part") ? "/" + node.get("part").asText() : "";
    }

    private void template(JsonNode template, String path) {
        template.properties().forEach(field -> {
            fields.add(path + "/" + field.getKey());
            JsonNode rule = field.getValue();
            if (rule.has("of") && rule.has("values")) {
                rule.get("values").forEach(value -> values.add(rule.get("of").asText() + "/" + value.asText()));
            }
        });
    }

    /** The enumerations whose values are named. */
    Set<String> enumerations() {
        var enumerations = new TreeSet<String>();
        values.forEach(value -> enumerations.add(value.substring(0, value.indexOf('/'))));
        return enumerations;
    }

    Stream<String> fieldsAndValues() {
        return Stream.concat(fields.stream(), values.stream());
    }
}
