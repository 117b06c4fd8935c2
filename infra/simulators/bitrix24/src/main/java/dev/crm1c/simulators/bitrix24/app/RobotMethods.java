package dev.crm1c.simulators.bitrix24.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import dev.crm1c.simulators.bitrix24.wire.SystemErrors;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** bizproc.robot.*, bizproc.event.send and bizproc.activity.log (bitrix24.md §3.1). */
final class RobotMethods {
    private static final RestError INSTALLED =
            RestError.of(400, "ERROR_ACTIVITY_ALREADY_INSTALLED", "Activity or Robot already installed!");
    /** The codes of these two are not in the reference. */
    private static final RestError NOT_FOUND =
            RestError.of(400, "ERROR_ACTIVITY_NOT_FOUND", "Activity or Robot not found!");

    private static final RestError NOT_VALID =
            RestError.of(400, "ERROR_ACTIVITY_VALIDATION_FAILURE", "Wrong activity code or handler!");

    private final ApplicationBook book;
    private final Robots robots;

    RobotMethods(ApplicationBook book, Robots robots) {
        this.book = book;
        this.robots = robots;
    }

    Answer add(Caller caller, Params params) {
        caller.requireAdmin();
        Application application = book.get(caller.clientId());
        String code = Arguments.of(params).required("code");
        if (!code.matches("[a-zA-Z0-9._-]+")) {
            throw NOT_VALID.refusal();
        }
        if (application.robots().containsKey(code)) {
            throw INSTALLED.refusal();
        }
        application.robots().put(code, read(application, code, params, Json.object()));
        return Answer.yes();
    }

    /** What is not among FIELDS stays as it was. */
    Answer update(Caller caller, Params params) {
        caller.requireAdmin();
        Application application = book.get(caller.clientId());
        Robot before = existing(application, params);
        JsonNode fields = params.anyCase("fields");
        Params given = new Params(Json.object()
                .put("HANDLER", fields.path("HANDLER").asText(before.handler().toString()))
                .put("NAME", fields.path("NAME").asText(before.name()))
                .put("AUTH_USER_ID", fields.path("AUTH_USER_ID").asLong(before.authUserId()))
                .put(
                        "USE_SUBSCRIPTION",
                        fields.path("USE_SUBSCRIPTION")
                                .asText(before.subscription().flag())));
        if (fields.has("PROPERTIES")) {
            given.values().set("PROPERTIES", fields.get("PROPERTIES"));
        }
        var kept = Json.object();
        if (!fields.has("PROPERTIES")) {
            before.defaults().forEach(kept::put);
        }
        application.robots().put(before.code(), read(application, before.code(), given, kept));
        return Answer.yes();
    }

    Answer delete(Caller caller, Params params) {
        caller.requireAdmin();
        Application application = book.get(caller.clientId());
        application.robots().remove(existing(application, params).code());
        return Answer.yes();
    }

    Answer list(Caller caller, Params params) {
        caller.requireAdmin();
        ArrayNode codes = Json.NODES.arrayNode();
        book.get(caller.clientId()).robots().keySet().forEach(codes::add);
        return Answer.of(codes);
    }

    /** The token of a workflow that waits; it is good once. */
    Answer send(Caller caller, Params params) {
        JsonNode values = params.anyCase("return_values");
        return accepted(robots.answer(
                caller.clientId(),
                Arguments.of(params).required("event_token"),
                values.isContainerNode() ? values : Json.object(),
                params.text("log_message")));
    }

    Answer log(Caller caller, Params params) {
        return accepted(robots.log(
                caller.clientId(), Arguments.of(params).required("event_token"), params.text("log_message")));
    }

    private static Answer accepted(Optional<RobotRun> run) {
        return run.map(known -> Answer.yes()).orElseThrow(SystemErrors.ACCESS_DENIED::refusal);
    }

    private static Robot existing(Application application, Params params) {
        return Optional.ofNullable(application.robots().get(Arguments.of(params).required("code")))
                .orElseThrow(NOT_FOUND::refusal);
    }

    private static Robot read(Application application, String code, Params params, JsonNode otherDefaults) {
        URI handler = Arguments.of(params).requiredAddress("handler", NOT_VALID);
        // The handler has to stand on the domain of the application.
        if (!handler.getHost().equals(application.card().address().getHost())) {
            throw NOT_VALID.refusal();
        }
        SequencedMap<String, String> defaults = new LinkedHashMap<>();
        otherDefaults
                .properties()
                .forEach(kept -> defaults.put(kept.getKey(), kept.getValue().asText()));
        for (Map.Entry<String, JsonNode> property :
                PhpArray.entries(params.anyCase("properties")).entrySet()) {
            defaults.put(property.getKey(), property.getValue().path("Default").asText(""));
        }
        return new Robot(
                code,
                handler,
                name(params),
                PhpNumber.whole(params.anyCase("auth_user_id")),
                Robot.Subscription.of(params.text("use_subscription")),
                defaults);
    }

    /** One name, or one for each language. */
    private static String name(Params params) {
        JsonNode name = params.anyCase("name");
        return name.isContainerNode()
                ? name.path("ru").asText("")
                : Arguments.of(params).required("name");
    }
}
