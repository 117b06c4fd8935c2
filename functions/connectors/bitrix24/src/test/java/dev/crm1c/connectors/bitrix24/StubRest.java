package dev.crm1c.connectors.bitrix24;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A portal, or one of the vendor's servers, that answers each method as it was told and remembers what it was asked. */
final class StubRest implements AutoCloseable {
    private record Prepared(int status, String header, String body) {}

    private final Map<String, Prepared> prepared = new ConcurrentHashMap<>();
    private final HttpServer server;

    /** {@code /rest/app.info?auth=… {…}} */
    final List<String> asked = new CopyOnWriteArrayList<>();

    StubRest() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException cannotListen) {
            throw new UncheckedIOException(cannotListen);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    StubRest answers(String method, String json) {
        return answers(method, 200, json);
    }

    StubRest answers(String method, int status, String json) {
        prepared.put(method, new Prepared(status, "application/json; charset=utf-8", json));
        return this;
    }

    StubRest answersHtml(String method, int status) {
        prepared.put(method, new Prepared(status, "text/html", "<html><h1>nginx</h1></html>"));
        return this;
    }

    StubRest redirects(String method, String location) {
        prepared.put(method, new Prepared(302, location, ""));
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            asked.add(exchange.getRequestURI() + " " + body);
            String method = exchange.getRequestURI().getPath().replaceFirst("^/rest/", "");
            Prepared answer = prepared.getOrDefault(method, new Prepared(404, "application/json", UNKNOWN));
            byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set(answer.status() == 302 ? "Location" : "Content-Type", answer.header());
            exchange.sendResponseHeaders(answer.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static final String UNKNOWN =
            "{\"error\":\"ERROR_METHOD_NOT_FOUND\",\"error_description\":\"Method not found!\"}";

    @Override
    public void close() {
        server.stop(0);
    }
}
