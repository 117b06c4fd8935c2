package dev.crm1c.simulators.bitrix24.event;

import dev.crm1c.simulators.bitrix24.event.EventQueue.Waiting;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Calls a handler once. How long the portal waits for it is not published (bitrix24.md §8). */
final class WebhookSender implements AutoCloseable {
    private final HttpClient client;
    private final PortalIdentity portal;
    private final Duration patience;
    private final Clock clock;

    WebhookSender(PortalIdentity portal, Duration patience, Clock clock) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
        this.portal = portal;
        this.patience = patience;
        this.clock = clock;
    }

    Delivery send(Waiting waiting) throws InterruptedException {
        Instant sentAt = clock.instant();
        String body = WebhookBody.of(portal, waiting.subscription(), waiting.change(), sentAt);
        HttpRequest request = HttpRequest.newBuilder(waiting.subscription().handler())
                .timeout(patience)
                .header("User-Agent", "Bitrix24 Webhook Engine")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            return delivery(waiting, body, sentAt, answer.statusCode(), "");
        } catch (IOException lost) {
            return delivery(waiting, body, sentAt, 0, lost.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private static Delivery delivery(Waiting waiting, String body, Instant sentAt, int status, String failure) {
        return new Delivery(waiting.change(), waiting.subscription().handler(), body, sentAt, status, failure);
    }
}
