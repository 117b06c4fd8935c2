package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.PortalTime;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.Json;

/** Methods about the caller and the portal itself (samples user.current, profile, scope). */
final class PortalMethods {
    private final PortalTime time;

    PortalMethods(PortalTime time) {
        this.time = time;
    }

    Answer currentUser(Caller caller, Params params) {
        ObjectNode user = Json.object()
                .put("ID", Long.toString(caller.userId()))
                .put("ACTIVE", true)
                .put("NAME", "Обмен")
                .put("LAST_NAME", "С 1С")
                .put("EMAIL", "exchange@portal.example")
                .put("LAST_LOGIN", time.render(time.now()))
                .put("IS_ONLINE", "Y")
                .put("PERSONAL_GENDER", "")
                .put("PERSONAL_BIRTHDAY", "")
                .put("WORK_POSITION", "");
        user.putArray("UF_DEPARTMENT").add(1);
        return Answer.of(user);
    }

    Answer profile(Caller caller, Params params) {
        return Answer.of(Json.object()
                .put("ID", Long.toString(caller.userId()))
                .put("ADMIN", caller.user().isAdmin())
                .put("NAME", "Обмен")
                .put("LAST_NAME", "С 1С")
                .put("PERSONAL_GENDER", "")
                .put("TIME_ZONE", ""));
    }

    Answer scope(Caller caller, Params params) {
        ArrayNode scopes = Json.NODES.arrayNode();
        caller.scopes().stream().sorted().forEach(scopes::add);
        return Answer.of(scopes);
    }

    Answer serverTime(Caller caller, Params params) {
        return Answer.of(Json.NODES.textNode(time.render(time.now())));
    }
}
