package dev.crm1c.simulators.bitrix24.event;

import dev.crm1c.simulators.bitrix24.crm.Change;
import dev.crm1c.simulators.bitrix24.crm.ChangeFeed;
import dev.crm1c.simulators.bitrix24.crm.CrmEvent.Audience;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** The outgoing webhooks of the portal: what is ticked in each goes to its handler (bitrix24.md §2.2 [doc]). */
public final class OutgoingWebhooks implements ChangeFeed {
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private final Supplier<PortalIdentity> portal;
    private final QueueServer queue;

    public OutgoingWebhooks(Supplier<PortalIdentity> portal, QueueServer queue) {
        this.portal = portal;
        this.queue = queue;
    }

    public void subscribe(Subscription subscription) {
        subscriptions.add(subscription);
    }

    public void unsubscribe(Subscription subscription) {
        subscriptions.remove(subscription);
    }

    public List<Subscription> subscriptions() {
        return List.copyOf(subscriptions);
    }

    @Override
    public void changed(Change change) {
        if (change.event().audience() == Audience.APPLICATIONS) {
            return;
        }
        for (Subscription subscription : subscriptions) {
            if (subscription.events().contains(change.event())) {
                queue.send(new Letter(
                        change.event().wireName(),
                        subscription.handler(),
                        sentAt -> body(subscription, change, sentAt)));
            }
        }
    }

    /** Keys in the documented order, no tokens of a user; ts is the moment of sending and not of the change. */
    private SequencedMap<String, String> body(Subscription subscription, Change change, Instant sentAt) {
        PortalIdentity identity = portal.get();
        SequencedMap<String, String> fields = new LinkedHashMap<>();
        fields.put("event", change.event().wireName());
        fields.put("event_handler_id", Long.toString(subscription.handlerId()));
        fields.putAll(change.form());
        fields.put("ts", Long.toString(sentAt.getEpochSecond()));
        fields.put("auth[domain]", identity.domain());
        fields.put("auth[client_endpoint]", "https://" + identity.domain() + "/rest/");
        fields.put("auth[server_endpoint]", "https://oauth.bitrix24.tech/rest/");
        fields.put("auth[member_id]", identity.memberId());
        fields.put("auth[application_token]", subscription.applicationToken());
        return fields;
    }
}
