package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.Activities.Todo;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.Owner;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.rest.Selection;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.time.Instant;
import java.util.List;

/** crm.activity.todo.add, and the part of crm.activity.* that reads it back (bitrix24.md §5.11). */
final class TodoMethods {

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

    TodoMethods(Portal portal) {
        this.portal = portal;
    }

    /** The deadline is mandatory; who is responsible is the caller unless somebody is named. */
    Answer add(Caller caller, Params params) {
        ItemType type = ItemType.of(params.required("ownerTypeId"));
        Owner owner = new Owner(type, params.required("ownerId"));
        if (!portal.items(type).exists(owner.id())) {
            throw RestError.of(400, "OWNER_NOT_FOUND", "Владелец не найден").refusal();
        }
        JsonNode deadline = params.exact("deadline");
        if (deadline.asText().isEmpty()) {
            throw RestError.numbered(100, "Could not find value for parameter {deadline}")
                    .refusal();
        }
        Instant due = portal.time()
                .instant(deadline.asText())
                .orElseThrow(() -> RestError.of(400, "WRONG_DATETIME_FORMAT", "Неверный формат даты и времени")
                        .refusal());
        long responsible = PhpNumber.whole(params.exact("responsibleId"));
        Todo todo = portal.activities()
                .add(
                        caller.userId(),
                        owner,
                        params.exact("title").asText(),
                        params.exact("description").asText(),
                        due,
                        responsible == 0 ? caller.userId() : responsible);
        return Answer.of(Json.object().put("id", todo.id()));
    }

    Answer get(Caller caller, Params params) {
        return Answer.of(portal.activities()
                .find(params.oldId())
                .map(this::json)
                .orElseThrow(() -> RestError.old("Activity is not found.").refusal()));
    }

    Answer list(Caller caller, Params params) {
        return OldLists.of(params)
                .answer(
                        FlatFields.columns(FIELDS, portal.time()),
                        portal.activities().all().stream().map(this::json).toList(),
                        Wrapped.bare(Selection.of(params.anyCase("select"), FIELDS, FIELDS, List.of())));
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
                .put("COMPLETED", "N");
    }
}
