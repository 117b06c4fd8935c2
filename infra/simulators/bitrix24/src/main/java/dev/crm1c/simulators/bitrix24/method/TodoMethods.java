package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.Activities.Stand;
import dev.crm1c.simulators.bitrix24.crm.Activities.Todo;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.Owner;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.time.Instant;

/** crm.activity.todo.* (bitrix24.md §5.11; crm-activity-todo-update [doc]). */
final class TodoMethods {

    private final Portal portal;

    TodoMethods(Portal portal) {
        this.portal = portal;
    }

    /** The deadline is mandatory; who is responsible is the caller unless somebody is named. */
    Answer add(Caller caller, Params params) {
        Owner owner = owner(params);
        Instant due = deadline(params);
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

    /** What is not given stays, but for the deadline, which has to be; what is done is closed to it. */
    Answer update(Caller caller, Params params) {
        long id = params.required("id");
        Owner owner = owner(params);
        Instant due = deadline(params);
        Todo before = portal.activities()
                .find(id)
                .filter(todo -> todo.owner().equals(owner))
                .orElseThrow(() -> RestError.of(400, "NOT_FOUND", "Not found.").refusal());
        if (before.stand() == Stand.DONE) {
            throw RestError.of(400, "CAN_NOT_UPDATE_COMPLETED_TODO", "Закрытое дело нельзя изменять")
                    .refusal();
        }
        long responsible = PhpNumber.whole(params.exact("responsibleId"));
        portal.activities()
                .change(
                        caller.userId(),
                        before.until(due)
                                .saying(
                                        params.exact("title").asText(before.title()),
                                        params.exact("description").asText(before.description()))
                                .of(responsible == 0 ? before.responsible() : responsible));
        return Answer.of(Json.object().put("id", id));
    }

    private Owner owner(Params params) {
        ItemType type = ItemType.of(params.required("ownerTypeId"));
        Owner owner = new Owner(type, params.required("ownerId"));
        if (!portal.items(type).exists(owner.id())) {
            throw RestError.of(400, "OWNER_NOT_FOUND", "Владелец не найден").refusal();
        }
        return owner;
    }

    private Instant deadline(Params params) {
        JsonNode deadline = params.exact("deadline");
        if (deadline.asText().isEmpty()) {
            throw RestError.numbered(100, "Could not find value for parameter {deadline}")
                    .refusal();
        }
        return portal.time()
                .instant(deadline.asText())
                .orElseThrow(() -> RestError.of(400, "WRONG_DATETIME_FORMAT", "Неверный формат даты и времени")
                        .refusal());
    }
}
