package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A {@code $filter} expression. A field may lie behind references, {@code Контрагент/ИНН}. There is no comparison of references by order:
 * 1C answers it with 500. Source: reference "onec", 1.2 and 1.4.
 */
record ODataFilter(String text) {

    static ODataFilter all(List<ODataFilter> parts) {
        return new ODataFilter(parts.stream().map(ODataFilter::text).collect(Collectors.joining(" and ")));
    }

    static ODataFilter any(List<ODataFilter> parts) {
        return new ODataFilter(parts.stream().map(ODataFilter::text).collect(Collectors.joining(" or ", "(", ")")));
    }

    ODataFilter and(ODataFilter other) {
        return all(List.of(this, other));
    }

    static ODataFilter equal(String field, Literal value) {
        return new ODataFilter(field + " eq " + value.text());
    }

    static ODataFilter equal(String field, String text) {
        return equal(field, Literal.of(text));
    }

    static ODataFilter equal(String field, UUID key) {
        return equal(field, Literal.of(key));
    }

    static ODataFilter equal(String field, boolean value) {
        return equal(field, Literal.of(value));
    }

    static ODataFilter equal(String field, BigDecimal number) {
        return equal(field, Literal.of(number));
    }

    /** A field that refers to one kind of object is compared as a guid, by its {@code _Key} name; everything else by its JSON type. */
    static ODataFilter equal(String field, JsonNode value) {
        if (field.endsWith("_Key")) {
            return equal(field, UUID.fromString(value.asText()));
        }
        if (value.isNumber()) {
            return equal(field, value.decimalValue());
        }
        return value.isBoolean() ? equal(field, value.asBoolean()) : equal(field, value.asText());
    }

    /** A composite field compared with a bare guid is always unequal, so the type is named. */
    static ODataFilter equal(String compositeField, UUID key, String set) {
        return equal(compositeField, Literal.of(key, set));
    }

    /** One of a few keys; for many see {@link Chunks}. */
    static ODataFilter anyOf(String field, Collection<UUID> keys) {
        return any(keys.stream().map(key -> equal(field, key)).toList());
    }

    static ODataFilter not(ODataFilter filter) {
        return new ODataFilter("not (" + filter.text + ")");
    }

    static ODataFilter contains(String field, String part) {
        return new ODataFilter("substringof(" + Literal.of(part).text() + "," + field + ")");
    }

    static ODataFilter startsWith(String field, String beginning) {
        return new ODataFilter(
                "startswith(" + field + "," + Literal.of(beginning).text() + ")");
    }

    /** @param template {@code %} is any text, {@code _} any character, {@code [abc]} one of these */
    static ODataFilter like(String field, String template) {
        return new ODataFilter("like(" + field + "," + Literal.of(template).text() + ")");
    }

    static ODataFilter notBefore(String field, LocalDateTime moment) {
        return atLeast(field, Literal.of(moment));
    }

    static ODataFilter before(String field, LocalDateTime moment) {
        return less(field, Literal.of(moment));
    }

    static ODataFilter atLeast(String field, Literal value) {
        return new ODataFilter(field + " ge " + value.text());
    }

    static ODataFilter less(String field, Literal value) {
        return new ODataFilter(field + " lt " + value.text());
    }

    /** Some row of a tabular part; the row's fields are written {@code row/Цена}. */
    static ODataFilter someRow(String part, ODataFilter ofRow) {
        return new ODataFilter(part + "/any(row: " + ofRow.text + ")");
    }

    /** May hold somebody's tax number. */
    @Override
    public String toString() {
        return "ODataFilter[***]";
    }
}
