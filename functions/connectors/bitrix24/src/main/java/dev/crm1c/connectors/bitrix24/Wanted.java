package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.portal.Piece.Sort;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that our application wants bound, as the portal's methods take it. */
record Wanted(List<Binding> bindings) {
    static final String ROBOT = "crm1c_send";
    static final String TAB = "CRM_DEAL_DETAIL_TAB";
    /** How our calls name themselves, so that the portal's list leaves out what they change. */
    static final String CONNECTOR = "crm1c";

    private static final String OUR_NAME = "Отправить в 1С";

    Wanted {
        bindings = List.copyOf(bindings);
    }

    record Binding(Sort sort, String name, String method, Map<String, String> parameters) {
        void in(Batch batch, String command) {
            Batch.Command written = batch.command(command, method);
            parameters.forEach(written::with);
        }
    }

    static Wanted at(URI ourAddress, Bound bound) {
        var all = new ArrayList<Binding>();
        Bitrix24Event.listened().forEach(event -> all.add(event(event, ourAddress)));
        all.add(robot(ourAddress, bound.employee()));
        all.add(tab(ourAddress));
        switch (bound.channel()) {
            case EVENTS -> {}
            case CHANGE_LIST -> Bitrix24Event.listed().forEach(event -> all.add(listed(event, Map.of())));
            case CHANGE_LIST_WITHOUT_OUR_OWN ->
                Bitrix24Event.listed().forEach(event -> all.add(listed(event, Map.of("auth_connector", CONNECTOR))));
        }
        return new Wanted(all);
    }

    private static Binding event(String event, URI ourAddress) {
        return new Binding(Sort.EVENT, event, "event.bind", Map.of("event", event, "handler", ourAddress.toString()));
    }

    private static Binding listed(String event, Map<String, String> more) {
        var parameters = new TreeMap<>(more);
        parameters.put("event", event);
        parameters.put("event_type", "offline");
        return new Binding(Sort.CHANGE_LIST, event, "event.bind", parameters);
    }

    /** It does not wait for us (an empty USE_SUBSCRIPTION would): a business process must not stand still because 1C does. */
    private static Binding robot(URI ourAddress, String employee) {
        return new Binding(
                Sort.ROBOT,
                ROBOT,
                "bizproc.robot.add",
                Map.of(
                        "CODE",
                        ROBOT,
                        "HANDLER",
                        ourAddress.toString(),
                        "AUTH_USER_ID",
                        employee,
                        "NAME",
                        OUR_NAME,
                        "USE_SUBSCRIPTION",
                        "N",
                        "DOCUMENT_TYPE[0]",
                        "crm",
                        "DOCUMENT_TYPE[1]",
                        "CCrmDocumentDeal",
                        "DOCUMENT_TYPE[2]",
                        "DEAL"));
    }

    private static Binding tab(URI ourAddress) {
        return new Binding(
                Sort.TAB,
                TAB,
                "placement.bind",
                Map.of(
                        "PLACEMENT",
                        TAB,
                        "HANDLER",
                        ourAddress + "/deal-tab",
                        "TITLE",
                        "1С",
                        "LANG_ALL[ru][TITLE]",
                        "1С"));
    }
}
