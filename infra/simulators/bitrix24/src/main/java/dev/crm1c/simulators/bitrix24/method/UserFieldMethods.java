package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.crm.UserField;
import dev.crm1c.simulators.bitrix24.crm.UserFields;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.List;
import java.util.Map;

/** crm.deal.userfield.* and its twins for companies, contacts and requisites (bitrix24.md §5.9). */
final class UserFieldMethods {

    private static final String PREFIX = "UF_CRM_";

    private final Portal portal;
    private final UserFields fields;
    private final String entityId;

    /** @param entityId whose fields: CRM_DEAL, CRM_REQUISITE … */
    UserFieldMethods(Portal portal, String entityId) {
        this.portal = portal;
        this.fields = portal.userFields();
        this.entityId = entityId;
    }

    /** The prefix is put before the name when it is missing. */
    Answer add(Caller caller, Params params) {
        requireAdmin(caller);
        Map<String, String> given = FlatFields.read(params.oldFields());
        for (String required : List.of("USER_TYPE_ID", "FIELD_NAME")) {
            if (given.get(required) == null || given.get(required).isEmpty()) {
                throw RestError.old("The '" + required + "' field is not found.")
                        .refusal();
            }
        }
        String name = given.get("FIELD_NAME");
        return Answer.of(fields.add(
                        caller.userId(),
                        new UserFields.Wish(
                                entityId,
                                name.startsWith(PREFIX) ? name : PREFIX + name,
                                given.get("USER_TYPE_ID"),
                                "Y".equals(given.get("MULTIPLE")),
                                given.getOrDefault("LABEL", given.get("EDIT_FORM_LABEL")),
                                given.get("XML_ID")))
                .id());
    }

    Answer list(Caller caller, Params params) {
        List<ObjectNode> rows =
                fields.of(entityId).stream().map(UserFieldMethods::json).toList();
        List<String> names = rows.isEmpty() ? List.of("ID") : FlatFields.names(rows.getFirst());
        return OldLists.of(params).answer(FlatFields.dictionary(names, portal.time()), rows, Wrapped.whole("", names));
    }

    Answer get(Caller caller, Params params) {
        return Answer.of(json(find(params)));
    }

    Answer update(Caller caller, Params params) {
        requireAdmin(caller);
        UserField before = find(params);
        Map<String, String> given = FlatFields.read(params.oldFields());
        fields.change(
                caller.userId(),
                before,
                given.getOrDefault("LABEL", given.getOrDefault("EDIT_FORM_LABEL", before.label())),
                given.getOrDefault("XML_ID", before.xmlId()));
        return Answer.yes();
    }

    Answer delete(Caller caller, Params params) {
        requireAdmin(caller);
        fields.delete(caller.userId(), find(params));
        return Answer.yes();
    }

    private UserField find(Params params) {
        return fields.find(entityId, params.oldId())
                .orElseThrow(() -> RestError.of(
                                400, "ERROR_NOT_FOUND", "The entity with ID '" + params.oldId() + "' is not found.")
                        .refusal());
    }

    private void requireAdmin(Caller caller) {
        if (!caller.user().isAdmin()) {
            throw RestError.old("Access denied.").refusal();
        }
    }

    private static ObjectNode json(UserField field) {
        ObjectNode row = Json.object()
                .put("ID", Long.toString(field.id()))
                .put("ENTITY_ID", field.entityId())
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
}
