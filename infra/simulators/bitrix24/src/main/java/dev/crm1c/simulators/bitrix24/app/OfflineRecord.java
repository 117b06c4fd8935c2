package dev.crm1c.simulators.bitrix24.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.Actor;
import dev.crm1c.simulators.bitrix24.crm.Change;
import dev.crm1c.simulators.bitrix24.crm.PortalTime;
import dev.crm1c.simulators.bitrix24.wire.Json;
import java.time.Instant;

/**
 * The latest state of one object in an application's queue (bitrix24.md §2.6).
 *
 * @param messageId the same for all records of one object and event
 * @param processId of the worker who has reserved it, empty when it is free
 */
record OfflineRecord(
        long id,
        Queue queue,
        String event,
        Change change,
        Instant changedAt,
        String messageId,
        String processId,
        Verdict verdict) {
    /** Connectors of one application do not see each other's records. */
    record Queue(String clientId, String connector) {}

    /** What the worker said of it. */
    enum Verdict {
        NONE,
        FAILED
    }

    boolean isFree() {
        return processId.isEmpty();
    }

    boolean hasFailed() {
        return verdict == Verdict.FAILED;
    }

    OfflineRecord changedAgain(Change again, Instant now) {
        return new OfflineRecord(id, queue, event, again, now, messageId, processId, verdict);
    }

    OfflineRecord reservedBy(String process) {
        return new OfflineRecord(id, queue, event, change, changedAt, messageId, process, Verdict.NONE);
    }

    OfflineRecord failed() {
        return new OfflineRecord(id, queue, event, change, changedAt, messageId, processId, Verdict.FAILED);
    }

    /** As event.offline.get shows it; all numbers are strings. */
    ObjectNode json(PortalTime time, EventData shown) {
        ObjectNode row = Json.object()
                .put("ID", Long.toString(id))
                .put("TIMESTAMP_X", time.render(changedAt))
                .put("EVENT_NAME", event);
        if (shown == EventData.FALSE) {
            row.put("EVENT_DATA", false).put("EVENT_ADDITIONAL", false);
        } else {
            ObjectNode data = row.putObject("EVENT_DATA");
            change.fields().forEach(data.putObject("FIELDS")::put);
            switch (change.actor()) {
                case Actor.User(long user) -> row.putObject("EVENT_ADDITIONAL").put("user_id", Long.toString(user));
                case Actor.Nobody() -> row.put("EVENT_ADDITIONAL", false);
            }
        }
        return row.put("MESSAGE_ID", messageId);
    }

    /** As event.offline.list shows it. */
    ObjectNode listed(PortalTime time, EventData shown) {
        return json(time, shown).put("PROCESS_ID", processId).put("ERROR", hasFailed() ? "1" : "0");
    }

    /** Whether the data of an event is there: the sample has a boolean false in its place. */
    enum EventData {
        FIELDS,
        FALSE
    }
}
