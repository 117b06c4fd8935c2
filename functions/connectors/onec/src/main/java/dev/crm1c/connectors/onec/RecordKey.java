package dev.crm1c.connectors.onec;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The key of one record of a register: all its fields by name, none may be missing or 1C answers error 7. Source: reference "onec", 1.2.
 */
record RecordKey(List<String> parts) {

    RecordKey {
        parts = List.copyOf(parts);
    }

    static RecordKey of(String field, Literal value) {
        return new RecordKey(List.of(field + "=" + value.text()));
    }

    RecordKey and(String field, Literal value) {
        var more = new ArrayList<>(parts);
        more.add(field + "=" + value.text());
        return new RecordKey(more);
    }

    /** A composite dimension takes two fields: the reference as text and its type. */
    RecordKey and(String field, UUID key, String set) {
        return and(field, Literal.of(key.toString())).and(field + "_Type", Literal.of(Field.NAMESPACE + set));
    }

    String text() {
        return String.join(",", parts);
    }

    /** May hold somebody's tax number. */
    @Override
    public String toString() {
        return "RecordKey[***]";
    }
}
