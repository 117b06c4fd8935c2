package dev.crm1c.connectors.onec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody else's call to the base, without our client. */
final class RawCall {
    private RawCall() {}

    static void post(URI publication, String set, String body) {
        HttpRequest request = authorized(ODataAddress.ofSet(publication, set).asJson())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = send(request);
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
    }

    static String get(ODataAddress address) {
        HttpResponse<String> response = send(authorized(address.asJson()).build());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return OneCJson.text(response.body().getBytes(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder authorized(ODataAddress address) {
        String login = Base64.getEncoder()
                .encodeToString((Surroundings.USER + ":" + Surroundings.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(address.text())).header("Authorization", "Basic " + login);
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
