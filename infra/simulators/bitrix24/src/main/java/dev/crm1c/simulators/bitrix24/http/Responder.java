package dev.crm1c.simulators.bitrix24.http;

import com.sun.net.httpserver.HttpExchange;
import dev.crm1c.simulators.bitrix24.rest.RestDesk.Reply;
import dev.crm1c.simulators.bitrix24.wire.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Puts an answer on the wire, whole or in one of the ways in which answers break. */
public final class Responder {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String HTML = "text/html; charset=UTF-8";
    private static final int CHUNK = 8192;

    /** Falls when the simulator is closed, so that nothing outlives it. */
    private final CountDownLatch closing = new CountDownLatch(1);

    public void close() {
        closing.countDown();
    }

    void json(HttpExchange exchange, Reply reply) throws IOException {
        send(exchange, reply.status(), JSON, bytes(reply));
    }

    void html(HttpExchange exchange, int status, String page) throws IOException {
        send(exchange, status, HTML, page.getBytes(StandardCharsets.UTF_8));
    }

    /** Same path and query on another address (bitrix24.md §1.4). */
    void moved(HttpExchange exchange, URI portal) throws IOException {
        URI asked = exchange.getRequestURI();
        redirect(exchange, portal.resolve(asked.toString()));
    }

    /** A browser is sent on. */
    void redirect(HttpExchange exchange, URI target) throws IOException {
        exchange.getResponseHeaders().set("Location", target.toString());
        html(exchange, 302, "<html><body><h1>302 Found</h1></body></html>");
    }

    /** No answer: the connection is closed under the caller. */
    void lose(HttpExchange exchange) {
        exchange.close();
    }

    void hold(Duration time) throws InterruptedException {
        closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Well-formed HTTP around half of the JSON. */
    void truncated(HttpExchange exchange, Reply reply) throws IOException {
        byte[] whole = bytes(reply);
        send(exchange, reply.status(), JSON, Arrays.copyOf(whole, whole.length / 2));
    }

    /** Goes on until the caller hangs up or the simulator is closed. */
    void endless(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", JSON);
        exchange.sendResponseHeaders(200, 0);
        byte[] chunk = " ".repeat(CHUNK).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write("{\"result\":".getBytes(StandardCharsets.UTF_8));
            while (closing.getCount() > 0) {
                out.write(chunk);
                out.flush();
            }
        }
    }

    private static byte[] bytes(Reply reply) {
        return Json.text(reply.body()).getBytes(StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
