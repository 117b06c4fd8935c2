package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
