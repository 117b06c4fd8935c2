package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.FieldType;
import dev.crm1c.simulators.bitrix24.crm.PortalTime;
import dev.crm1c.simulators.bitrix24.rest.Columns;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Upper-case records whose values are strings: how they are read from a request and what they are filtered by. */
final class FlatFields {
    private static final Set<String> NUMBERS = Set.of(
            "ID",
            "ENTITY_TYPE_ID",
            "ENTITY_ID",
            "PRESET_ID",
            "COUNTRY_ID",
            "CREATED_BY_ID",
            "MODIFY_BY_ID",
            "AUTHOR_ID",
            "SORT",
            "REQUISITE_ID",
            "BANK_DETAIL_ID",
            "MC_REQUISITE_ID",
            "MC_BANK_DETAIL_ID",
            "TYPE_ID",
            "ANCHOR_ID",
            "ANCHOR_TYPE_ID",
            "OWNER_ID",
            "OWNER_TYPE_ID");

    private FlatFields() {}

    static Map<String, String> read(JsonNode given) {
        Map<String, String> values = new LinkedHashMap<>();
        PhpArray.entries(given).forEach((name, value) -> values.put(name, value.isNull() ? null : value.asText()));
        return values;
    }

    static Columns columns(Collection<String> names, PortalTime time) {
        return columns(names, "ID", time);
    }

    static Columns columns(Collection<String> names, String idColumn, PortalTime time) {
        Map<String, FieldType> types = new LinkedHashMap<>();
        names.forEach(name -> types.put(name, type(name)));
        return new Columns(types, idColumn, false, time);
    }

    /** In dictionaries ENTITY_ID is a word such as DEAL_STAGE. */
    static Columns dictionary(Collection<String> names, PortalTime time) {
        Map<String, FieldType> types = new LinkedHashMap<>();
        names.forEach(name -> types.put(name, name.equals("ENTITY_ID") ? FieldType.STRING : type(name)));
        return new Columns(types, "ID", false, time);
    }

    static List<String> names(ObjectNode row) {
        return row.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static FieldType type(String name) {
        if (name.startsWith("DATE_") || name.equals("CREATED")) {
            return FieldType.DATETIME;
        }
        return NUMBERS.contains(name) ? FieldType.INTEGER : FieldType.STRING;
    }
}
