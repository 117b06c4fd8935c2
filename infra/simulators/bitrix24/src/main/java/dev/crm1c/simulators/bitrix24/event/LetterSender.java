package dev.crm1c.simulators.bitrix24.event;

import dev.crm1c.simulators.bitrix24.wire.PhpForm;
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
final class LetterSender implements AutoCloseable {
    private final HttpClient client;
    private final Duration patience;
    private final Clock clock;

    LetterSender(Duration patience, Clock clock) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
        this.patience = patience;
        this.clock = clock;
    }

    Delivery send(Letter letter) throws InterruptedException {
        Instant sentAt = clock.instant();
        String body = PhpForm.write(letter.writing().apply(sentAt));
        HttpRequest request = HttpRequest.newBuilder(letter.handler())
                .timeout(patience)
                .header("User-Agent", "Bitrix24 Webhook Engine")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            return new Delivery(letter.name(), letter.handler(), body, sentAt, answer.statusCode(), "");
        } catch (IOException lost) {
            return new Delivery(
                    letter.name(),
                    letter.handler(),
                    body,
                    sentAt,
                    0,
                    lost.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
