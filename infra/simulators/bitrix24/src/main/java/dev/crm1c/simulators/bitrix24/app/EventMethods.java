package dev.crm1c.simulators.bitrix24.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.crm1c.simulators.bitrix24.app.EventBinding.Offline;
import dev.crm1c.simulators.bitrix24.app.EventBinding.Online;
import dev.crm1c.simulators.bitrix24.crm.Ids;
import dev.crm1c.simulators.bitrix24.event.QueueServer;
import dev.crm1c.simulators.bitrix24.limit.Plan;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** event.bind, event.unbind, event.get, event.test and events (bitrix24.md §2.5). */
final class EventMethods {
    private static final RestError NO_SUCH_EVENT = RestError.of(400, "ERROR_EVENT_NOT_FOUND", "Event not found");
    /** The text is documented, the code is not. */
    private static final RestError NOT_SET = RestError.of(400, "ERROR_CORE", "Unable to set event handler");

    private static final RestError UNBIND_DENIED = RestError.of(
            403, "ACCESS_DENIED", "Access denied! Offline events unbinding requires administrator access rights");
    private static final long ONCE_A_SECOND = 1;

    private final ApplicationBook book;
    private final AppLetters letters;
    private final QueueServer queue;
    private final Plan plan;
    private final Ids ids;

    EventMethods(ApplicationBook book, AppLetters letters, QueueServer queue, Plan plan, Ids ids) {
        this.book = book;
        this.letters = letters;
        this.queue = queue;
        this.plan = plan;
        this.ids = ids;
    }

    Answer bind(Caller caller, Params params) {
        Application application = book.get(caller.clientId());
        String event = eventName(params);
        if (!EventNames.isKnown(event, caller.scopes())) {
            throw NO_SUCH_EVENT.refusal();
        }
        long authType = PhpNumber.whole(params.anyCase("auth_type"));
        if (isOffline(params) || authType != 0 && authType != caller.userId()) {
            caller.requireAdmin();
        }
        add(
                application.bindings(),
                isOffline(params)
                        ? new Offline(event, authType, connector(params))
                        : online(caller, event, authType, params));
        return Answer.yes();
    }

    Answer unbind(Caller caller, Params params) {
        List<EventBinding> bindings = book.get(caller.clientId()).bindings();
        if (isOffline(params) && !caller.user().isAdmin()) {
            throw UNBIND_DENIED.refusal();
        }
        String event = eventName(params);
        Predicate<EventBinding> meant = binding -> binding.event().equals(event)
                && switch (binding) {
                    case Online online ->
                        !isOffline(params) && online.handler().toString().equals(params.text("handler"));
                    case Offline offline ->
                        isOffline(params) && offline.connector().equals(connector(params));
                };
        if (!params.anyCase("auth_type").isMissingNode()) {
            long authType = PhpNumber.whole(params.anyCase("auth_type"));
            meant = meant.and(binding -> binding.authType() == authType);
        }
        int before = bindings.size();
        bindings.removeIf(meant);
        return Answer.named("count", Json.NODES.numberNode(before - bindings.size()));
    }

    Answer get(Caller caller, Params params) {
        ArrayNode list = Json.NODES.arrayNode();
        for (EventBinding binding : book.get(caller.clientId()).bindings()) {
            String handler = switch (binding) {
                case Online online -> online.handler().toString();
                case Offline offline -> "";
            };
            list.add(Json.object()
                    .put("event", binding.event())
                    .put("handler", handler)
                    .put("auth_type", Long.toString(binding.authType()))
                    .put("offline", binding instanceof Offline ? 1 : 0));
        }
        return Answer.of(list);
    }

    Answer events(Caller caller, Params params) {
        boolean full = !params.anyCase("full").asText("").isEmpty();
        ArrayNode list = Json.NODES.arrayNode();
        (full ? EventNames.all() : EventNames.within(caller.scopes())).forEach(list::add);
        return Answer.of(list);
    }

    Answer test(Caller caller, Params params) {
        Application application = book.get(caller.clientId());
        Map<String, String> query = new LinkedHashMap<>();
        PhpArray.entries(params.values())
                .forEach((name, value) -> query.put(name, value.isValueNode() ? value.asText() : Json.text(value)));
        application
                .listenersTo(AppLetters.TEST)
                .forEach(binding -> queue.send(letters.test(application.card(), binding, query, caller.userId())));
        return Answer.of(1);
    }

    private Online online(Caller caller, String event, long authType, Params params) {
        var minTimeout = params.anyCase("options").path("minTimeout");
        return new Online(
                ids.next("eventHandler"),
                event,
                Arguments.of(params).requiredAddress("handler", NOT_SET),
                authType,
                caller.userId(),
                Duration.ofSeconds(minTimeout.isMissingNode() ? ONCE_A_SECOND : PhpNumber.whole(minTimeout)));
    }

    /** The same event for the same address or queue, and for the same user, cannot be bound twice. */
    private static void add(List<EventBinding> bindings, EventBinding fresh) {
        boolean taken = bindings.stream()
                .anyMatch(known -> known.event().equals(fresh.event())
                        && known.authType() == fresh.authType()
                        && switch (known) {
                            case Online one ->
                                fresh instanceof Online other && one.handler().equals(other.handler());
                            case Offline one ->
                                fresh instanceof Offline other
                                        && one.connector().equals(other.connector());
                        });
        if (taken) {
            throw NOT_SET.refusal();
        }
        bindings.add(fresh);
    }

    /** A plan without connectors takes their names and forgets them: nothing says so (not documented, the worse case). */
    private String connector(Params params) {
        return plan.has(Plan.Feature.REST_AUTH_CONNECTOR) ? params.text("auth_connector") : "";
    }

    private static String eventName(Params params) {
        return Arguments.of(params).required("event").toUpperCase(Locale.ROOT);
    }

    private static boolean isOffline(Params params) {
        return params.text("event_type").equalsIgnoreCase("offline");
    }
}
