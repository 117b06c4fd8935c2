package dev.crm1c.simulators.bitrix24.crm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A phone or a mail address of a company or a contact (bitrix24.md §5.5 [doc]). */
public record MultiField(long id, String typeId, String valueType, String value) {
    private static final List<String> OLD_TYPES = List.of("PHONE", "EMAIL", "WEB", "IM");

    JsonNode json() {
        return Json.object()
                .put("id", id)
                .put("valueType", valueType)
                .put("value", value)
                .put("typeId", typeId);
    }

    /** crm.item.add: a plain list of rows, each one new. */
    public static List<MultiField> added(JsonNode given, Ids ids) {
        List<MultiField> rows = new ArrayList<>();
        PhpArray.values(given).forEach(row -> add(rows, row, ids));
        return rows;
    }

    /**
     * crm.item.update: the key of each row tells what to do with it. A key that begins with "n" adds, so a repeated
     * request makes a second phone; a number edits that row, or deletes it when the value is empty. A key that is
     * neither, such as the 0 of a plain list, does nothing.
     */
    public static List<MultiField> changed(List<MultiField> current, JsonNode given, Ids ids) {
        List<MultiField> rows = new ArrayList<>(current);
        for (Map.Entry<String, JsonNode> operation : PhpArray.entries(given).entrySet()) {
            if (operation.getKey().startsWith("n")) {
                add(rows, operation.getValue(), ids);
            } else {
                rows.replaceAll(row ->
                        Long.toString(row.id).equals(operation.getKey()) ? row.edited(operation.getValue()) : row);
            }
        }
        rows.removeIf(row -> row.value.isEmpty());
        return rows;
    }

    /**
     * The old methods: PHONE, EMAIL, WEB and IM are lists of rows. A row without an ID is added, so a repeated request
     * makes a second phone; with an ID it is edited, or deleted by DELETE "Y" or an empty value; others stay.
     */
    public static List<MultiField> changedByType(List<MultiField> current, JsonNode fields, Ids ids) {
        List<MultiField> rows = new ArrayList<>(current);
        for (String typeId : OLD_TYPES) {
            for (JsonNode given : PhpArray.values(fields.path(typeId))) {
                String id = given.path("ID").asText("");
                String value = given.path("DELETE").asText().equals("Y")
                        ? ""
                        : given.path("VALUE").asText("");
                String valueType = given.path("VALUE_TYPE").asText("WORK");
                if (!id.isEmpty()) {
                    rows.replaceAll(row -> Long.toString(row.id).equals(id)
                            ? new MultiField(row.id, row.typeId, valueType, value)
                            : row);
                } else if (!value.isEmpty()) {
                    rows.add(new MultiField(ids.next("multiField"), typeId, valueType, value));
                }
            }
        }
        rows.removeIf(row -> row.value.isEmpty());
        return rows;
    }

    /** As the old methods write it. */
    public JsonNode oldJson() {
        return Json.object()
                .put("ID", Long.toString(id))
                .put("VALUE_TYPE", valueType)
                .put("VALUE", value)
                .put("TYPE_ID", typeId);
    }

    private static void add(List<MultiField> rows, JsonNode given, Ids ids) {
        String value = given.path("value").asText("");
        if (!value.isEmpty()) {
            rows.add(new MultiField(
                    ids.next("multiField"),
                    given.path("typeId").asText("PHONE"),
                    given.path("valueType").asText("WORK"),
                    value));
        }
    }

    private MultiField edited(JsonNode given) {
        return new MultiField(
                id,
                typeId,
                given.path("valueType").asText(valueType),
                given.path("value").asText(value));
    }
}
