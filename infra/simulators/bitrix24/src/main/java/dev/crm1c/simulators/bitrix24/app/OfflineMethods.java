package dev.crm1c.simulators.bitrix24.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.app.OfflineRecord.Queue;
import dev.crm1c.simulators.bitrix24.crm.FieldType;
import dev.crm1c.simulators.bitrix24.crm.PortalTime;
import dev.crm1c.simulators.bitrix24.limit.Plan;
import dev.crm1c.simulators.bitrix24.oauth.Secrets;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Columns;
import dev.crm1c.simulators.bitrix24.rest.Listing;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** event.offline.* (bitrix24.md §2.6). */
final class OfflineMethods {
    private static final int USUAL_LIMIT = 50;
    private static final Map<String, FieldType> COLUMNS = Map.of(
            "ID", FieldType.INTEGER,
            "TIMESTAMP_X", FieldType.DATETIME,
            "EVENT_NAME", FieldType.STRING,
            "MESSAGE_ID", FieldType.STRING,
            "PROCESS_ID", FieldType.STRING,
            "ERROR", FieldType.STRING);

    private final OfflineQueues queues;
    private final Secrets processes;
    private final Plan plan;
    private final PortalTime time;

    OfflineMethods(OfflineQueues queues, Secrets processes, Plan plan, PortalTime time) {
        this.queues = queues;
        this.processes = processes;
        this.plan = plan;
        this.time = time;
    }

    /** With clear=0 the records stay, reserved under a process; else they are gone with this answer. */
    Answer get(Caller caller, Params params) {
        caller.requireAdmin();
        String asked = params.text("process_id");
        List<OfflineRecord> found = select(caller, params, wanted(asked, params));
        boolean reserving = reserves(params);
        String process = !asked.isEmpty() ? asked : reserving ? processes.next() : "";
        if (reserving) {
            found = queues.reserve(found, process);
        } else {
            queues.remove(found);
        }
        ArrayNode events = Json.NODES.arrayNode();
        found.forEach(record -> events.add(record.json(time, queues.shown())));
        ObjectNode answer = Json.object();
        if (process.isEmpty()) {
            answer.putNull("process_id");
        } else {
            answer.put("process_id", process);
        }
        answer.set("events", events);
        return Answer.of(answer);
    }

    Answer list(Caller caller, Params params) {
        caller.requireAdmin();
        List<ObjectNode> rows = queues.of(queue(caller, params)).stream()
                .map(record -> record.listed(time, queues.shown()))
                .toList();
        return new Listing(params.anyCase("filter"), params.anyCase("order"), params.anyCase("start"))
                .answer(columns(), rows, new Bare());
    }

    /** Everything under that process, or of it those records that are named. */
    Answer clear(Caller caller, Params params) {
        caller.requireAdmin();
        queues.clear(caller.clientId(), ofProcess(params).and(named(params)));
        return Answer.yes();
    }

    Answer error(Caller caller, Params params) {
        caller.requireAdmin();
        queues.fail(caller.clientId(), ofProcess(params).and(named(params)));
        return Answer.yes();
    }

    /** Without the extended mode nothing can be reserved, and nothing says so (not documented, the worse case). */
    private boolean reserves(Params params) {
        JsonNode clear = params.anyCase("clear");
        boolean asked = !clear.isMissingNode() && PhpNumber.whole(clear) == 0;
        return asked && plan.has(Plan.Feature.REST_OFFLINE_EXTENDED);
    }

    /** More of a process's own records; else what failed when that is asked for; else what is free. */
    private static Predicate<OfflineRecord> wanted(String process, Params params) {
        if (!process.isEmpty()) {
            return record -> record.processId().equals(process);
        }
        return PhpNumber.whole(params.anyCase("error")) == 1 ? OfflineRecord::hasFailed : OfflineRecord::isFree;
    }

    private List<OfflineRecord> select(Caller caller, Params params, Predicate<OfflineRecord> wanted) {
        JsonNode limit = params.anyCase("limit");
        Map<String, OfflineRecord> found = queues.of(queue(caller, params)).stream()
                .filter(wanted)
                .collect(Collectors.toMap(record -> Long.toString(record.id()), record -> record));
        ArrayNode rows = Json.NODES.arrayNode();
        List<ObjectNode> shown = found.values().stream()
                .map(record -> record.listed(time, queues.shown()))
                .toList();
        return new Listing(params.anyCase("filter"), params.anyCase("order"), Json.NODES.numberNode(0))
                .rows(columns(), shown).stream()
                        .limit(limit.isMissingNode() ? USUAL_LIMIT : PhpNumber.whole(limit))
                        .map(row -> found.get(row.path("ID").asText()))
                        .toList();
    }

    private static Predicate<OfflineRecord> ofProcess(Params params) {
        String process = Arguments.of(params).required("process_id");
        return record -> record.processId().equals(process);
    }

    private static Predicate<OfflineRecord> named(Params params) {
        List<String> ids = texts(params, "id");
        List<String> messages = texts(params, "message_id");
        if (ids.isEmpty() && messages.isEmpty()) {
            return record -> true;
        }
        return record -> ids.contains(Long.toString(record.id())) || messages.contains(record.messageId());
    }

    private static List<String> texts(Params params, String name) {
        return PhpArray.values(params.anyCase(name)).stream()
                .map(JsonNode::asText)
                .toList();
    }

    private static Queue queue(Caller caller, Params params) {
        return new Queue(caller.clientId(), params.text("auth_connector"));
    }

    private Columns columns() {
        return new Columns(COLUMNS, "ID", false, time);
    }

    private record Bare() implements Listing.Wrapping {
        @Override
        public ObjectNode row(ObjectNode full) {
            return full;
        }

        @Override
        public JsonNode list(ArrayNode rows) {
            return rows;
        }
    }
}
