package dev.crm1c.simulators.bitrix24.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** placement.* (bitrix24.md §3.2). */
final class PlacementMethods {
    private static final List<String> OBJECTS =
            List.of("LEAD", "DEAL", "CONTACT", "COMPANY", "QUOTE", "SMART_INVOICE", "ORDER");
    private static final List<String> PLACES =
            List.of("DETAIL_TAB", "DETAIL_TOOLBAR", "DETAIL_ACTIVITY", "LIST_MENU", "DOCUMENTGENERATOR_BUTTON");
    private static final Pattern OF_SMART_PROCESS =
            Pattern.compile("CRM_DYNAMIC_\\d+_(" + String.join("|", PLACES) + ")");
    private static final RestError NOT_FOUND = RestError.of(400, "ERROR_PLACEMENT_NOT_FOUND", "Placement not found");
    private static final RestError TOO_MANY =
            RestError.of(400, "ERROR_PLACEMENT_MAX_COUNT", "Placement max count exceeded");
    /** Neither code nor text is in the reference. */
    private static final RestError NOT_SET = RestError.of(400, "ERROR_CORE", "Unable to set placement handler");

    private final ApplicationBook book;
    private final AtomicInteger most;

    /** @param most how many handlers one place of one application may have; the portal's own number is not published */
    PlacementMethods(ApplicationBook book, AtomicInteger most) {
        this.book = book;
        this.most = most;
    }

    Answer bind(Caller caller, Params params) {
        Arguments arguments = Arguments.mistakenWithSuccess(params);
        String placement = arguments.required("placement");
        URI handler = arguments.requiredAddress("handler", NOT_SET);
        caller.requireAdmin();
        if (!isKnown(placement)) {
            throw NOT_FOUND.refusal();
        }
        List<PlacementBinding> bound = book.get(caller.clientId()).placements();
        List<PlacementBinding> here =
                bound.stream().filter(one -> one.placement().equals(placement)).toList();
        if (here.stream().anyMatch(one -> one.handler().equals(handler))) {
            throw NOT_SET.refusal();
        }
        if (here.size() >= most.get()) {
            throw TOO_MANY.refusal();
        }
        bound.add(new PlacementBinding(placement, handler, params.text("title"), params.anyCase("lang_all")));
        return Answer.yes();
    }

    /** Without a handler all of that place go. */
    Answer unbind(Caller caller, Params params) {
        String placement = Arguments.mistakenWithSuccess(params).required("placement");
        caller.requireAdmin();
        List<PlacementBinding> bound = book.get(caller.clientId()).placements();
        int before = bound.size();
        String handler = params.text("handler");
        bound.removeIf(one -> one.placement().equals(placement)
                && (handler.isEmpty() || one.handler().toString().equals(handler)));
        return Answer.named("count", Json.NODES.numberNode(before - bound.size()));
    }

    Answer get(Caller caller, Params params) {
        ArrayNode list = Json.NODES.arrayNode();
        for (PlacementBinding bound : book.get(caller.clientId()).placements()) {
            var row = Json.object()
                    .put("placement", bound.placement())
                    .put("userId", 0)
                    .put("handler", bound.handler().toString())
                    .put("title", bound.title())
                    .put("description", "");
            row.set("langAll", bound.langAll().isContainerNode() ? bound.langAll() : Json.NODES.arrayNode());
            list.add(row);
        }
        return Answer.of(list);
    }

    Answer list(Caller caller, Params params) {
        ArrayNode list = Json.NODES.arrayNode();
        known().forEach(list::add);
        return Answer.of(list);
    }

    private static boolean isKnown(String placement) {
        return known().contains(placement)
                || OF_SMART_PROCESS.matcher(placement).matches();
    }

    private static List<String> known() {
        List<String> known = new ArrayList<>();
        PLACES.forEach(place -> OBJECTS.forEach(object -> known.add("CRM_" + object + "_" + place)));
        return known;
    }
}
