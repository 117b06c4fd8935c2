package dev.crm1c.simulators.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A caller with no manners of its own: it sends what it is given and shows what comes back. */
final class Probe implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What came back; the body is missing when it is no JSON. */
    record Seen(int status, String contentType, String text, JsonNode body) {
        JsonNode result() {
            return body.path("result");
        }

        JsonNode item() {
            return body.path("result").path("item");
        }

        String error() {
            return body.path("error").asText();
        }
    }

    private final HttpClient client;
    private final URI webhook;

    private Probe(HttpClient client, URI webhook) {
        this.client = client;
        this.webhook = webhook;
    }

    static Probe of(Bitrix24Simulator simulator) {
        return new Probe(
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), simulator.webhookUrl());
    }

    static Probe from(Bitrix24Simulator simulator, String address) throws IOException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(InetAddress.getByName(address))
                .build();
        return new Probe(client, simulator.webhookUrl());
    }

    /** The body is written with single quotes for double ones. */
    Seen call(String method, String json) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(webhook.resolve(method))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json.replace('\'', '"'))));
    }

    /** As an application, with its token in the JSON; the body is written with single quotes. */
    Seen call(URI endpoint, String token, String method, String json) throws IOException, InterruptedException {
        String inner = json.substring(1, json.length() - 1).strip();
        String body = "{'auth':'" + token + "'" + (inner.isEmpty() ? "" : "," + inner) + "}";
        return send(HttpRequest.newBuilder(endpoint.resolve(method))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
    }

    Seen form(String method, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(webhook.resolve(method))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    Seen get(String methodAndQuery) throws IOException, InterruptedException {
        return getAt(webhook.resolve(methodAndQuery));
    }

    Seen getAt(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).GET());
    }

    private Seen send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                client.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return new Seen(answer.statusCode(), type, answer.body(), json(answer.body()));
    }

    HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    static JsonNode sample(String name) {
        return json(text("samples/" + name + ".json"));
    }

    /** The documented answer of a method. */
    static JsonNode answerSample(String method) {
        return sample(method).path("responses").path(0);
    }

    static String text(String resource) {
        try (InputStream in = Probe.class.getResourceAsStream("/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static List<String> keys(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
