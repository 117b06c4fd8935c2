package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A {@code $filter} expression; literals are written here and nowhere else. Source: reference "onec", 1.2 and 1.4. */
record ODataFilter(String text) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    static ODataFilter all(List<ODataFilter> parts) {
        return new ODataFilter(parts.stream().map(ODataFilter::text).collect(Collectors.joining(" and ")));
    }

    static ODataFilter any(List<ODataFilter> parts) {
        return new ODataFilter(parts.stream().map(ODataFilter::text).collect(Collectors.joining(" or ", "(", ")")));
    }

    static ODataFilter equal(String field, String text) {
        return new ODataFilter(field + " eq " + quoted(text));
    }

    static ODataFilter equal(String field, UUID key) {
        return new ODataFilter(field + " eq guid'" + key + "'");
    }

    static ODataFilter equal(String field, boolean value) {
        return new ODataFilter(field + " eq " + value);
    }

    /** A field that refers to one kind of object is compared as a guid, by its {@code _Key} name; everything else by its JSON type. */
    static ODataFilter equal(String field, JsonNode value) {
        if (field.endsWith("_Key")) {
            return equal(field, UUID.fromString(value.asText()));
        }
        return value.isBoolean() ? equal(field, value.asBoolean()) : equal(field, value.asText());
    }

    /** A composite field compared with a bare guid is always unequal, so the type is named. */
    static ODataFilter equal(String compositeField, UUID key, String set) {
        return new ODataFilter(compositeField + " eq cast(guid'" + key + "','" + set + "')");
    }

    static ODataFilter contains(String field, String part) {
        return new ODataFilter("substringof(" + quoted(part) + "," + field + ")");
    }

    static ODataFilter notBefore(String field, LocalDateTime moment) {
        return new ODataFilter(field + " ge datetime'" + LOCAL.format(moment) + "'");
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** May hold somebody's tax number. */
    @Override
    public String toString() {
        return "ODataFilter[***]";
    }
}
