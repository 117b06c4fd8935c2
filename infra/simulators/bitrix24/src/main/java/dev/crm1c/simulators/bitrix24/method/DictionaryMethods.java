package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.crm.UserField;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What a portal has been set up with: stages, pipelines and user fields of deals (bitrix24.md §5.4, §5.9). */
final class DictionaryMethods {
    private final Portal portal;

    DictionaryMethods(Portal portal) {
        this.portal = portal;
    }

    Answer listStatuses(Caller caller, Params params) {
        List<ObjectNode> rows = portal.pipelines().statuses();
        List<String> names = names(rows.getFirst());
        return OldLists.of(params).answer(FlatFields.dictionary(names, portal.time()), rows, Wrapped.whole("", names));
    }

    Answer listCategories(Caller caller, Params params) {
        ArrayNode categories = Json.NODES.arrayNode();
        if (ItemType.of(params.required("entityTypeId")) == ItemType.DEAL) {
            portal.pipelines().categories().forEach(categories::add);
        }
        return new Answer(
                Json.object().set("categories", categories), OptionalLong.of(categories.size()), OptionalLong.empty());
    }

    Answer addUserField(Caller caller, Params params) {
        Map<String, String> fields = FlatFields.read(params.oldFields());
        for (String required : List.of("USER_TYPE_ID", "FIELD_NAME")) {
            if (fields.get(required) == null || fields.get(required).isEmpty()) {
                throw RestError.old("The '" + required + "' field is not found.")
                        .refusal();
            }
        }
        UserField field = portal.userFields()
                .add(
                        fields.get("FIELD_NAME"),
                        fields.get("USER_TYPE_ID"),
                        "Y".equals(fields.get("MULTIPLE")),
                        fields.getOrDefault("LABEL", fields.get("EDIT_FORM_LABEL")),
                        fields.get("XML_ID"));
        return Answer.of(field.id());
    }

    Answer listUserFields(Caller caller, Params params) {
        List<ObjectNode> rows =
                portal.userFields().all().stream().map(DictionaryMethods::json).toList();
        List<String> names = names(rows.getFirst());
        return OldLists.of(params).answer(FlatFields.dictionary(names, portal.time()), rows, Wrapped.whole("", names));
    }

    private static ObjectNode json(UserField field) {
        ObjectNode row = Json.object()
                .put("ID", Long.toString(field.id()))
                .put("ENTITY_ID", "CRM_DEAL")
                .put("FIELD_NAME", field.name())
                .put("USER_TYPE_ID", field.userTypeId())
                .put("XML_ID", field.xmlId())
                .put("SORT", "100")
                .put("MULTIPLE", field.multiple() ? "Y" : "N")
                .put("MANDATORY", "N")
                .put("SHOW_FILTER", "N")
                .put("SHOW_IN_LIST", "Y")
                .put("EDIT_IN_LIST", "Y")
                .put("IS_SEARCHABLE", "N");
        // A map with nothing in it: PHP writes a list.
        row.set("SETTINGS", Json.NODES.arrayNode());
        return row.put("EDIT_FORM_LABEL", field.label())
                .put("LIST_COLUMN_LABEL", field.label())
                .put("LIST_FILTER_LABEL", field.label())
                .putNull("ERROR_MESSAGE")
                .putNull("HELP_MESSAGE");
    }

    private static List<String> names(ObjectNode row) {
        return row.properties().stream().map(Map.Entry::getKey).toList();
    }
}
