package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.Activities.Stand;
import dev.crm1c.simulators.bitrix24.crm.Activities.Todo;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.rest.Selection;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.List;

/** The old crm.activity.*, which alone can tick a thing to do off (bitrix24.md §5.11; crm-activity-update [doc]). */
final class ActivityMethods {

    private static final List<String> FIELDS = List.of(
            "ID",
            "OWNER_ID",
            "OWNER_TYPE_ID",
            "PROVIDER_ID",
            "SUBJECT",
            "DESCRIPTION",
            "CREATED",
            "DEADLINE",
            "RESPONSIBLE_ID",
            "COMPLETED");

    private final Portal portal;

    ActivityMethods(Portal portal) {
        this.portal = portal;
    }

    Answer get(Caller caller, Params params) {
        return Answer.of(json(find(params)));
    }

    Answer list(Caller caller, Params params) {
        return OldLists.of(params)
                .answer(
                        FlatFields.columns(FIELDS, portal.time()),
                        portal.activities().all().stream().map(this::json).toList(),
                        Wrapped.bare(Selection.of(params.anyCase("select"), FIELDS, FIELDS, List.of())));
    }

    /** Only what is given changes, and DEADLINE is not set by itself: unknown and unsettable fields are passed over. */
    Answer update(Caller caller, Params params) {
        Todo before = find(params);
        JsonNode fields = params.oldFields();
        require(fields, "SUBJECT", fields.path("SUBJECT").asText().isEmpty());
        require(fields, "RESPONSIBLE_ID", PhpNumber.whole(fields.path("RESPONSIBLE_ID")) <= 0);
        Todo said = before.saying(
                fields.path("SUBJECT").asText(before.title()),
                fields.path("DESCRIPTION").asText(before.description()));
        Todo kept = fields.has("RESPONSIBLE_ID") ? said.of(PhpNumber.whole(fields.path("RESPONSIBLE_ID"))) : said;
        portal.activities().change(caller.userId(), kept.standing(stand(fields, before)));
        return Answer.yes();
    }

    Answer delete(Caller caller, Params params) {
        portal.activities().delete(caller.userId(), find(params).id());
        return Answer.yes();
    }

    private static Stand stand(JsonNode fields, Todo before) {
        return switch (fields.path("COMPLETED").asText()) {
            case "Y" -> Stand.DONE;
            case "N" -> Stand.OPEN;
            default -> before.stand();
        };
    }

    private static void require(JsonNode fields, String field, boolean empty) {
        if (fields.has(field) && empty) {
            throw RestError.old("The field " + field + " is not defined or empty")
                    .refusal();
        }
    }

    private Todo find(Params params) {
        return portal.activities()
                .find(params.oldId())
                .orElseThrow(() -> RestError.old("Activity is not found.").refusal());
    }

    private ObjectNode json(Todo todo) {
        return Json.object()
                .put("ID", Long.toString(todo.id()))
                .put("OWNER_ID", Long.toString(todo.owner().id()))
                .put("OWNER_TYPE_ID", Integer.toString(todo.owner().type().entityTypeId()))
                .put("PROVIDER_ID", "CRM_TODO")
                .put("SUBJECT", todo.title())
                .put("DESCRIPTION", todo.description())
                .put("CREATED", portal.time().render(todo.created()))
                .put("DEADLINE", portal.time().render(todo.deadline()))
                .put("RESPONSIBLE_ID", Long.toString(todo.responsible()))
                .put("COMPLETED", todo.stand() == Stand.DONE ? "Y" : "N");
    }
}
