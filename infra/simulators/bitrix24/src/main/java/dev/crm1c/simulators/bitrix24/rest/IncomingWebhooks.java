package dev.crm1c.simulators.bitrix24.rest;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The incoming webhooks, each of one employee, some with a date on which they end (bitrix24.md §1.1 [doc]). */
public final class IncomingWebhooks {
    public record IncomingWebhook(long userId, String secret, Set<String> scopes) {}

    private final List<IncomingWebhook> webhooks;
    private final Map<String, Instant> endings = new ConcurrentHashMap<>();
    private final Clock clock;

    public IncomingWebhooks(List<IncomingWebhook> webhooks, Clock clock) {
        this.webhooks = List.copyOf(webhooks);
        this.clock = clock;
    }

    /** From that moment on the webhook is answered like a wrong one. */
    public void end(String secret, Instant moment) {
        endings.put(secret, moment);
    }

    Optional<IncomingWebhook> find(Credential.Webhook given) {
        return webhooks.stream()
                .filter(one -> given.userId().equals(Long.toString(one.userId()))
                        && given.secret().equals(one.secret()))
                .filter(one -> clock.instant().isBefore(endings.getOrDefault(one.secret(), Instant.MAX)))
                .findFirst();
    }
}
