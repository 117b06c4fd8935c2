package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.FieldType;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.crm.UserField;
import dev.crm1c.simulators.bitrix24.crm.UserFields;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Columns;
import dev.crm1c.simulators.bitrix24.rest.Listing;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** userfieldconfig.*: user fields of the kinds that have no methods of their own, smart invoices (bitrix24.md §5.9). */
final class UserFieldConfigMethods {

    private static final List<String> ENTITIES = List.of("CRM_DEAL", "CRM_CONTACT", "CRM_COMPANY", "CRM_SMART_INVOICE");
    private static final List<String> TEXTS = List.of(
            "entityId",
            "fieldName",
            "userTypeId",
            "xmlId",
            "multiple",
            "mandatory",
            "showFilter",
            "showInList",
            "editInList",
            "isSearchable");

    private final Portal portal;

    UserFieldConfigMethods(Portal portal) {
        this.portal = portal;
    }

    /** Labels are passed over in silence, those of the editing form apart (§5.9 [doc]). */
    Answer add(Caller caller, Params params) {
        requireModule(caller, params);
        JsonNode field = params.requiredArray("field");
        String entity = entity(field.path("entityId").asText());
        String name = field.path("fieldName").asText();
        if (name.isEmpty()) {
            throw RestError.old("The 'FIELD_NAME' field is not found.").refusal();
        }
        if (!name.startsWith("UF_" + entity + "_")) {
            throw RestError.of(400, "", "Неверное имя поля \"" + name + "\": оно начинается с UF_" + entity + "_")
                    .refusal();
        }
        UserField added = portal.userFields()
                .add(
                        caller.userId(),
                        new UserFields.Wish(
                                entity,
                                name,
                                field.path("userTypeId").asText(),
                                field.path("multiple").asText().equals("Y"),
                                field.path("editFormLabel").path("ru").asText(name),
                                field.path("xmlId").isTextual()
                                        ? field.path("xmlId").asText()
                                        : null));
        return Answer.named("field", whole(added));
    }

    Answer get(Caller caller, Params params) {
        requireModule(caller, params);
        long id = params.required("id");
        return Answer.named(
                "field",
                ENTITIES.stream()
                        .flatMap(entity -> portal.userFields().find(entity, id).stream())
                        .findFirst()
                        .map(UserFieldConfigMethods::whole)
                        .orElseThrow(() -> RestError.old("Пользовательское поле не найдено")
                                .refusal()));
    }

    Answer list(Caller caller, Params params) {
        requireModule(caller, params);
        List<ObjectNode> rows = ENTITIES.stream()
                .flatMap(entity -> portal.userFields().of(entity).stream())
                .map(UserFieldConfigMethods::brief)
                .toList();
        Map<String, FieldType> types = new LinkedHashMap<>();
        types.put("id", FieldType.INTEGER);
        TEXTS.forEach(name -> types.put(name, FieldType.STRING));
        return new Listing(params.exact("filter"), params.exact("order"), params.exact("start"))
                .answer(
                        new Columns(types, "id", false, portal.time()),
                        rows,
                        Wrapped.whole("fields", rows.isEmpty() ? List.of() : FlatFields.names(rows.getFirst())));
    }

    private void requireModule(Caller caller, Params params) {
        if (!params.exact("moduleId").asText().equals("crm")) {
            throw RestError.numbered(100, "Could not find value for parameter {moduleId}")
                    .refusal();
        }
        if (!caller.user().isAdmin()) {
            throw RestError.old("Вы не можете просматривать настройки пользовательских полей")
                    .refusal();
        }
    }

    private static String entity(String entityId) {
        if (!ENTITIES.contains(entityId)) {
            throw RestError.old("The 'ENTITY_ID' field is not found.").refusal();
        }
        return entityId;
    }

    private static ObjectNode whole(UserField field) {
        ObjectNode row = head(field);
        row.putObject("languageId").put("en", "en").put("ru", "ru");
        row.putObject("editFormLabel").putNull("en").put("ru", field.label());
        for (String label : List.of("listColumnLabel", "listFilterLabel", "errorMessage", "helpMessage")) {
            row.putObject(label).putNull("en").putNull("ru");
        }
        return row;
    }

    private static ObjectNode brief(UserField field) {
        ObjectNode row = head(field);
        row.putObject("languageId").put("ru", "ru");
        row.putObject("editFormLabel").put("ru", field.label());
        return row.putNull("listColumnLabel")
                .putNull("listFilterLabel")
                .putNull("errorMessage")
                .putNull("helpMessage");
    }

    private static ObjectNode head(UserField field) {
        ObjectNode row = Json.object()
                .put("id", Long.toString(field.id()))
                .put("entityId", field.entityId())
                .put("fieldName", field.name())
                .put("userTypeId", field.userTypeId())
                .put("xmlId", field.xmlId())
                .put("sort", "100")
                .put("multiple", field.multiple() ? "Y" : "N")
                .put("mandatory", "N")
                .put("showFilter", "N")
                .put("showInList", "Y")
                .put("editInList", "Y")
                .put("isSearchable", "N");
        row.putArray("settings");
        return row;
    }
}
