package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.bitrix24.Bitrix24Webhook.Told;
import dev.crm1c.model.port.CrmChangeList;
import dev.crm1c.model.port.CrmWebhook.Happening;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Offline events: the portal keeps the latest state of each changed object until we have it. Taken with {@code clear=0} they are reserved for
 * us under a process's name and hidden from other workers. Source: reference "bitrix24", 2.6.
 */
@ApplicationScoped
class Bitrix24ChangeList implements CrmChangeList {
    private static final int PAGE = 50;

    private final Bitrix24Client client;

    Bitrix24ChangeList(Bitrix24Client client) {
        this.client = client;
    }

    @Override
    public Reply<Taken> take(Tenant tenant, Which which) {
        ObjectNode parameters = JsonNodeFactory.instance
                .objectNode()
                .put("clear", 0)
                .put("limit", PAGE)
                .put("error", which == Which.GIVEN_BACK ? 1 : 0);
        parameters.putObject("order").put("ID", "ASC");
        return client.call(tenant, "event.offline.get", parameters).map(Bitrix24ChangeList::taken);
    }

    private static Taken taken(JsonNode answer) {
        var entries = new ArrayList<Entry>();
        answer.path("events").forEach(event -> entries.add(entry(event)));
        return new Taken(Bitrix24Mapping.text(answer, "process_id"), entries);
    }

    /** An entry that names nothing to look at is of no interest: looking at it again would not make it better. */
    private static Entry entry(JsonNode event) {
        var fields = new HashMap<String, String>();
        flatten("data", event.path("EVENT_DATA"), fields);
        String name = Bitrix24Mapping.text(event, "EVENT_NAME");
        return new Entry(
                Bitrix24Mapping.text(event, "MESSAGE_ID"),
                switch (Bitrix24Event.read(name, new PhpForm.Parsed.Fields(fields))) {
                    case Told.That(Happening happening) -> happening;
                    case Told.Nothing _ -> new Happening.OfNoInterest(CleanName.of(name));
                });
    }

    /** As the same event would come in a form: {@code data[FIELDS][ID]}. EVENT_DATA may be {@code false}. */
    private static void flatten(String path, JsonNode node, Map<String, String> fields) {
        if (node.isObject()) {
            node.properties().forEach(field -> flatten(path + "[" + field.getKey() + "]", field.getValue(), fields));
        } else if (node.isValueNode() && !node.isNull()) {
            fields.put(path, node.asText());
        }
    }

    @Override
    public Reply<Said> confirm(Tenant tenant, Taken taken, List<Entry> entries) {
        return say(tenant, "event.offline.clear", taken, entries);
    }

    @Override
    public Reply<Said> giveBack(Tenant tenant, Taken taken, List<Entry> entries) {
        return say(tenant, "event.offline.error", taken, entries);
    }

    private Reply<Said> say(Tenant tenant, String method, Taken taken, List<Entry> entries) {
        if (taken.process().isEmpty()) {
            return Reply.of(Said.SAID);
        }
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("process_id", taken.process());
        ArrayNode messages = parameters.putArray("message_id");
        entries.forEach(entry -> messages.add(entry.id()));
        return client.call(tenant, method, parameters).map(_ -> Said.SAID);
    }
}
