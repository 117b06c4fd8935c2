package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server that says what the test wants, word for word, and remembers what it was asked. */
final class PortalStub implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Function<Asked, Said> answers = _ -> Said.json(200, "{\"result\":true}");

    private PortalStub(HttpServer server) {
        this.server = server;
    }

    static PortalStub start() {
        try {
            var stub = new PortalStub(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 100));
            stub.server.createContext("/", stub::handle);
            stub.server.setExecutor(stub.threads);
            stub.server.start();
            return stub;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    record Asked(String path, String query, String userAgent, String accept, String text) {
        JsonNode json() {
            try {
                return new ObjectMapper().readTree(text);
            } catch (JsonProcessingException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        String method() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** Status 0 is no answer at all. */
    record Said(int status, String contentType, String body, Map<String, String> headers) {
        static Said json(int status, String body) {
            return new Said(status, "application/json; charset=utf-8", body, Map.of());
        }

        static Said html(int status) {
            return new Said(status, "text/html", "<html><body>" + status + "</body></html>", Map.of());
        }

        static Said redirect(int status, String location) {
            return new Said(status, "text/html", "", Map.of("Location", location));
        }

        static Said hangUp() {
            return new Said(0, "", "", Map.of());
        }

        static Said error(int status, String code) {
            return json(status, "{\"error\":\"" + code + "\",\"error_description\":\"…\"}");
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void says(Function<Asked, Said> answers) {
        this.answers = answers;
    }

    void says(Said said) {
        says(_ -> said);
    }

    List<Asked> asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        var request = new Asked(
                exchange.getRequestURI().getPath(),
                String.valueOf(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestHeaders().getFirst("User-Agent"),
                exchange.getRequestHeaders().getFirst("Accept"),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        asked.add(request);
        Said said = answers.apply(request);
        if (said.status() > 0) {
            byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
            said.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.getResponseHeaders().set("Content-Type", said.contentType());
            exchange.sendResponseHeaders(said.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
