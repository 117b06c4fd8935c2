package dev.crm1c.simulators.bitrix24.event;

import dev.crm1c.simulators.bitrix24.crm.Change;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The body of an outgoing webhook: keys in the documented order, no tokens of a user (bitrix24.md §2.2 [doc]). */
final class WebhookBody {
    private WebhookBody() {}

    /** ts is the moment of sending and not of the change. */
    static String of(PortalIdentity portal, Subscription subscription, Change change, Instant sentAt) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("event", change.event().wireName());
        fields.put("event_handler_id", Long.toString(subscription.handlerId()));
        fields.putAll(change.form());
        fields.put("ts", Long.toString(sentAt.getEpochSecond()));
        fields.put("auth[domain]", portal.domain());
        fields.put("auth[client_endpoint]", "https://" + portal.domain() + "/rest/");
        fields.put("auth[server_endpoint]", "https://oauth.bitrix24.tech/rest/");
        fields.put("auth[member_id]", portal.memberId());
        fields.put("auth[application_token]", subscription.applicationToken());
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
