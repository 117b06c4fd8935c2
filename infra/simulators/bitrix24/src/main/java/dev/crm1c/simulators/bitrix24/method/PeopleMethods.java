package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.FieldType;
import dev.crm1c.simulators.bitrix24.crm.People.Person;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Columns;
import dev.crm1c.simulators.bitrix24.rest.Listing;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.rest.User.Standing;
import dev.crm1c.simulators.bitrix24.rest.Users;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who works here, and how they are told of something (bitrix24.md §5.11; samples user.current, im.notify.system.add). */
final class PeopleMethods {

    private final Portal portal;
    private final Users users;

    PeopleMethods(Portal portal, Users users) {
        this.portal = portal;
        this.users = users;
    }

    Answer current(Caller caller, Params params) {
        return Answer.of(json(portal.people().get(caller.userId())));
    }

    /** Conditions stand beside FILTER or in it; whoever was dismissed is listed with ACTIVE false. */
    Answer list(Caller caller, Params params) {
        ObjectNode filter = Json.object();
        PhpArray.entries(params.values()).forEach((name, value) -> {
            if (!value.isContainerNode()) {
                filter.set(name.toUpperCase(Locale.ROOT), value);
            }
        });
        PhpArray.entries(params.anyCase("filter")).forEach(filter::set);
        List<ObjectNode> rows = portal.people().all().stream().map(this::json).toList();
        Map<String, FieldType> types = new LinkedHashMap<>();
        FlatFields.names(rows.getFirst()).forEach(name -> types.put(name, FieldType.STRING));
        types.put("ID", FieldType.INTEGER);
        types.put("ACTIVE", FieldType.INTEGER);
        return new Listing(filter, Json.NODES.missingNode(), params.anyCase("start"))
                .answer(new Columns(types, "ID", false, portal.time()), rows, Wrapped.whole("", types.keySet()));
    }

    /** Whoever calls by a webhook and gives a tag must say which client they are (§5.11 [doc]). */
    Answer notifyUser(Caller caller, Params params) {
        long user = PhpNumber.whole(params.anyCase("user_id"));
        if (user <= 0) {
            throw RestError.of(400, "USER_ID_EMPTY", "User ID can't be empty").refusal();
        }
        String message = params.anyCase("message").asText();
        if (message.isBlank()) {
            throw RestError.of(400, "MESSAGE_EMPTY", "Message can't be empty").refusal();
        }
        String tag = params.anyCase("tag").asText();
        if (!tag.isEmpty() && params.anyCase("client_id").asText().isEmpty()) {
            throw RestError.of(400, "CLIENT_ID_EMPTY", "Client ID can't be empty")
                    .refusal();
        }
        return Answer.of(portal.notices()
                .send(user, message, tag, params.anyCase("sub_tag").asText()));
    }

    private ObjectNode json(Person user) {
        ObjectNode row = Json.object()
                .put("ID", Long.toString(user.id()))
                .put("ACTIVE", users.get(user.id()).standing() == Standing.WORKING)
                .put("NAME", user.name())
                .put("LAST_NAME", user.lastName())
                .put("EMAIL", user.email())
                .put("LAST_LOGIN", portal.time().render(portal.time().now()))
                .put("DATE_REGISTER", "2024-07-22T00:00:00+00:00")
                .put("IS_ONLINE", "Y")
                .put("LAST_ACTIVITY_DATE", "2024-07-23 08:08:50")
                .put("PERSONAL_GENDER", "")
                .put("PERSONAL_BIRTHDAY", "")
                .put("WORK_POSITION", "")
                .put("UF_EMPLOYMENT_DATE", "");
        row.putArray("UF_DEPARTMENT").add(1);
        return row;
    }
}
