package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The fields of a 1C object as a profile describes them: constants, pointers and a closed list of converters, no scripts.
 * The same description is read backwards when an object comes back, so a field is named in one place only.
 *
 * @param path of what is filled, {@code Document_X/Товары}
 * @param required fields that the configuration's own forms insist on and that OData does not check (reference "onec", 1.6)
 */
record Template(String path, JsonNode fields, List<String> required) {
    static final String NO_DATE = "0001-01-01T00:00:00";

    private static final String UNDEFINED = "StandardODATA.Undefined";
    private static final List<String> CONVERTERS = List.of("text", "map", "reference", "ifKnown", "entry");

    /** What filling a template came to. */
    sealed interface Filled {
        record Ready(ObjectNode object) implements Filled {}

        /** 1C would have cut it without a word. */
        record TooLong(String value, int limit) implements Filled {}

        /** This release of the configuration, or this base's dictionary, does not have it. */
        record NotInBase(String value) implements Filled {}

        /** 1C would have taken it with a hole in it. */
        record Lacking(String field) implements Filled {}
    }

    /** The fields that show these values, and no others. */
    Template only(String... values) {
        Set<String> shown = Stream.of(values).map(value -> "$" + value).collect(Collectors.toSet());
        ObjectNode some = JsonNodeFactory.instance.objectNode();
        fields.properties().stream()
                .filter(field -> shown.contains(source(field.getValue())))
                .forEach(field -> some.set(field.getKey(), field.getValue()));
        return new Template(path, some, List.of());
    }

    Filled fill(Values values) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : fields.properties()) {
            Optional<Filled> refusal = put(object, field.getKey(), field.getValue(), values);
            if (refusal.isPresent()) {
                return refusal.get();
            }
        }
        return required.stream()
                .filter(field -> isEmpty(object.path(field)) && isEmpty(object.path(field + "_Key")))
                .findFirst()
                .<Filled>map(Filled.Lacking::new)
                .orElseGet(() -> new Filled.Ready(object));
    }

    private Optional<Filled> put(ObjectNode object, String field, JsonNode rule, Values values) {
        return switch (converter(rule)) {
            case "reference" -> reference(object, field, rule, values);
            case "text" -> text(object, field, rule, values);
            case "map" -> mapped(object, field, rule, values);
            case "entry" -> entry(object, field, rule, values);
            case "ifKnown" -> {
                values.find(source(rule)).ifPresent(known -> object.set(field, known));
                yield Optional.empty();
            }
            default -> {
                object.set(field, isPointer(rule) ? values.pointed(rule.asText()) : rule);
                yield Optional.empty();
            }
        };
    }

    /**
     * Composite fields say their type; "nothing" has a type of its own (reference "onec", 1.3). Older releases may know one type only
     * and call the field {@code X_Key}.
     */
    private Optional<Filled> reference(ObjectNode object, String field, JsonNode rule, Values values) {
        Optional<JsonNode> key = values.find(source(rule));
        if (values.lacks(path + "/" + field)) {
            object.put(field + "_Key", key.map(JsonNode::asText).orElse(Field.NO_REFERENCE.toString()));
        } else {
            object.put(field, key.map(JsonNode::asText).orElse(""));
            JsonNode set = rule.get("to");
            object.put(
                    field + "_Type",
                    key.isPresent()
                            ? "StandardODATA." + (isPointer(set) ? values.pointed(set.asText()) : set).asText()
                            : UNDEFINED);
        }
        return Optional.empty();
    }

    private static Optional<Filled> text(ObjectNode object, String field, JsonNode rule, Values values) {
        String text = values.pointed(source(rule)).asText();
        int limit = rule.get("limit").asInt();
        if (text.length() > limit && rule.get("longer").asText().equals("refuse")) {
            return Optional.of(new Filled.TooLong(source(rule).substring(1), limit));
        }
        object.put(field, cut(text, limit));
        return Optional.empty();
    }

    private static Optional<Filled> mapped(ObjectNode object, String field, JsonNode rule, Values values) {
        String key = values.pointed(source(rule)).asText();
        JsonNode theirs = rule.get("values").get(key);
        if (theirs == null) {
            return Optional.of(new Filled.NotInBase(key));
        }
        if (theirs.isNull()) {
            return Optional.empty();
        }
        if (rule.has("of") && values.lacks(rule.get("of").asText() + "/" + theirs.asText())) {
            return Optional.of(new Filled.NotInBase(theirs.asText()));
        }
        object.set(field, theirs);
        return Optional.empty();
    }

    /** An entry of a dictionary that was read with the base: a VAT rate of Управление торговлей. */
    private static Optional<Filled> entry(ObjectNode object, String field, JsonNode rule, Values values) {
        String ours = values.pointed(source(rule)).asText();
        Optional<JsonNode> key = values.find("$" + rule.get("of").asText() + "." + ours);
        key.ifPresent(known -> object.set(field, known));
        return key.isPresent() ? Optional.empty() : Optional.of(new Filled.NotInBase(ours));
    }

    /** The field that shows a value of ours: {@code total} is {@code СуммаДокумента}. */
    String fieldOf(String value) {
        return optionalFieldOf(value)
                .orElseThrow(() -> new IllegalStateException("the profile shows " + value + " nowhere"));
    }

    Optional<String> optionalFieldOf(String value) {
        String pointer = "$" + value;
        return fields.properties().stream()
                .filter(field -> source(field.getValue()).equals(pointer))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Our word for what stands in a field; empty when the base says something that the profile does not know. */
    Optional<String> ours(String value, String theirs, Values values) {
        JsonNode rule = fields.get(fieldOf(value));
        return converter(rule).equals("entry")
                ? values.nameOfEntry(rule.get("of").asText() + ".", theirs)
                : rule.path("values").properties().stream()
                        .filter(pair -> pair.getValue().asText().equals(theirs))
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    static boolean isPointer(JsonNode rule) {
        return rule.isTextual() && rule.asText().startsWith("$");
    }

    static boolean isConverter(JsonNode rule) {
        return !converter(rule).isEmpty();
    }

    private static String converter(JsonNode rule) {
        return CONVERTERS.stream().filter(rule::has).findFirst().orElse("");
    }

    private static String source(JsonNode rule) {
        String converter = converter(rule);
        return converter.isEmpty() ? rule.asText() : rule.get(converter).asText();
    }

    static boolean isEmpty(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || value.isNumber() && value.decimalValue().signum() == 0
                || Stream.of("", Field.NO_REFERENCE.toString(), NO_DATE)
                        .anyMatch(empty -> value.isTextual() && value.asText().equals(empty));
    }

    private static String cut(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit - 1).stripTrailing() + "…";
    }
}
