package dev.crm1c.simulators.bitrix24.event;

import dev.crm1c.simulators.bitrix24.crm.CrmEvent;
import java.net.URI;
import java.util.Set;

/**
 * One outgoing webhook of the portal: which events go where. Each has a token of its own, by which the handler knows
 * the portal (bitrix24.md §2.4 [doc]).
 */
public record Subscription(long handlerId, URI handler, String applicationToken, Set<CrmEvent> events) {
    public Subscription {
        events = Set.copyOf(events);
    }

    @Override
    public String toString() {
        return "outgoing webhook " + handlerId + " to " + handler.getHost();
    }
}
