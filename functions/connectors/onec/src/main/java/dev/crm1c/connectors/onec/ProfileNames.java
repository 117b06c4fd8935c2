package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.onec.OneCKind;
import java.util.EnumSet;
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
            "calculated",
            "order",
            "name",
            "partner",
            "date",
            "ends",
            "closed",
            "contracts",
            "document",
            "field",
            "percent",
            "sum",
            "item",
            "code",
            "owner",
            "rate",
            "units");
    /** Settings whose value is a list of such names. */
    private static final List<String> NAMING_FIELDS = List.of("empty");
    /** What is neither a kind of object nor an entry of the base. */
    private static final List<String> BESIDES = List.of("foreign-currency", "new-item");

    /** Some things are made for some tenants only: nobody has to publish what he has no use for. */
    private static final Set<OneCKind> ONLY_WHERE_MADE =
            EnumSet.of(OneCKind.BANK_ACCOUNT, OneCKind.REALIZATION, OneCKind.ACT, OneCKind.TAX_INVOICE);

    static ProfileNames of(Profile profile, Needs needs) {
        var names = new ProfileNames(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        profile.base(needs).forEach(entry -> names.collect(entry.section(), "", needs));
        profile.kinds().stream()
                .filter(kind -> needs.include(kind) || !ONLY_WHERE_MADE.contains(kind))
                .forEach(kind -> names.collect(profile.section(kind), "", needs));
        BESIDES.forEach(name -> names.collect(profile.section(name), "", needs));
        return names;
    }

    private void collect(Section section, String setAround, Needs needs) {
        if (!needs.include(section)) {
            return;
        }
        JsonNode node = section.node();
        String set = node.path("set").asText(setAround);
        if (!set.isEmpty()) {
            sets.add(set);
        }
        for (Map.Entry<String, JsonNode> entry : node.properties()) {
            String key = entry.getKey();
            JsonNode value = entry.getValue();
            switch (key) {
                case "fields", "match" -> template(value, set);
                case "lines", "singleRow", "dues" ->
                    value.properties()
                            .forEach(part -> template(part.getValue().path("fields"), set + "/" + part.getKey()));
                case "also" -> value.forEach(field -> fields.add(set + "/" + field.asText()));
                case "values", "requiredOf" -> {}
                case "marker" ->
                    fields.add(set + "/"
                            + (value.isTextual()
                                    ? value.asText()
                                    : value.path("field").asText()));
                default -> {
                    if (value.isObject()) {
                        collect(new Section(value, set), set, needs);
                    } else if (NAMING_A_FIELD.contains(key) && value.isTextual()) {
                        fields.add(set + "/" + value.asText());
                    } else if (NAMING_FIELDS.contains(key)) {
                        value.forEach(field -> fields.add(set + "/" + field.asText()));
                    }
                }
            }
        }
    }

    private void template(JsonNode template, String path) {
        template.properties().forEach(field -> {
            fields.add(path + "/" + field.getKey());
            JsonNode rule = field.getValue();
            if (rule.has("of") && rule.has("values")) {
                rule.get("values").forEach(value -> {
                    if (!value.isNull()) {
                        values.add(rule.get("of").asText() + "/" + value.asText());
                    }
                });
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
