package dev.crm1c.simulators.onec;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

/** A plain HTTP caller: it asks for JSON, encodes what it sends, and knows nothing of 1C. */
final class Caller implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;
    private final String authorization;

    Caller(OneCSimulator simulator) {
        this(simulator, "Обмен", "секрет");
    }

    Caller(OneCSimulator simulator, String user, String password) {
        root = simulator.address() + "/odata/standard.odata/";
        byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        authorization = "Basic " + Base64.getEncoder().encodeToString(login);
    }

    Reply get(String path, Map<String, String> options) {
        return send("GET", path, query(options) + "&$format=json", "", Map.of());
    }

    Reply get(String path) {
        return get(path, Map.of());
    }

    Reply filter(String set, String filter) {
        return get(set, Map.of("$filter", filter));
    }

    Reply post(String path, String body) {
        return send("POST", path, "$format=json", body, Map.of());
    }

    Reply patch(String path, String body) {
        return send("PATCH", path, "$format=json", body, Map.of());
    }

    Reply delete(String path) {
        return send("DELETE", path, "$format=json", "", Map.of());
    }

    /** @param rawQuery goes out as it is */
    Reply send(String method, String path, String rawQuery, String body, Map<String, String> headers) {
        String separator = rawQuery.isEmpty() ? "" : "?";
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(root + encodedPath(path) + separator + rawQuery))
                .timeout(Duration.ofSeconds(20))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!headers.containsKey("Authorization")) {
            request.header("Authorization", authorization);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<byte[]> response = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new NoReply(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The connection gave no answer. */
    static final class NoReply extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoReply(IOException cause) {
            super(cause);
        }
    }

    private static String encodedPath(String path) {
        return encoded(path).replace("%2F", "/").replace("%28", "(").replace("%29", ")");
    }

    private static String query(Map<String, String> options) {
        return options.entrySet().stream()
                .map(option -> option.getKey() + "=" + encoded(option.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public void close() {
        http.close();
    }
}
