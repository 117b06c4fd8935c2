package dev.crm1c.simulators.onec.http;

import com.sun.net.httpserver.HttpExchange;
import dev.crm1c.simulators.onec.wire.Answer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BooleanSupplier;

/** The wire back to the caller, whole or cut. */
record Line(HttpExchange exchange) {

    void send(Answer answer) throws IOException {
        byte[] body = exchange.getRequestMethod().equals("HEAD") ? new byte[0] : answer.bytes();
        head(answer, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** A complete HTTP answer of half a body. */
    void sendHalf(Answer answer) throws IOException {
        byte[] body = half(answer.bytes());
        head(answer, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /** The whole answer, in pieces. */
    void stutter(Answer answer, int pieces, Runnable pause) throws IOException {
        byte[] body = answer.bytes();
        head(answer, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            int piece = Math.max(1, (body.length + pieces - 1) / pieces);
            for (int sent = 0; sent < body.length; sent += piece) {
                pause.run();
                out.write(body, sent, Math.min(piece, body.length - sent));
                out.flush();
            }
        }
    }

    /** The head promises more than comes. */
    void tear(Answer answer) throws IOException {
        byte[] body = answer.bytes();
        head(answer, body.length + 1);
        exchange.getResponseBody().write(half(body));
        exchange.getResponseBody().flush();
        drop();
    }

    void endless(Answer beginning, BooleanSupplier goOn) throws IOException {
        byte[] more = beginning.body().repeat(64).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", beginning.contentType());
        exchange.sendResponseHeaders(beginning.status(), 0);
        OutputStream out = exchange.getResponseBody();
        while (goOn.getAsBoolean()) {
            out.write(more);
        }
        drop();
    }

    /** Ends the connection without a word more. */
    void drop() {
        exchange.close();
    }

    private static byte[] half(byte[] body) {
        return Arrays.copyOf(body, body.length / 2);
    }

    private void head(Answer answer, int length) throws IOException {
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, raw(value)));
        if (!answer.contentType().isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        }
        exchange.sendResponseHeaders(answer.status(), length == 0 ? -1 : length);
    }

    /** The server writes a char as a byte: this is how UTF-8 gets out as it is (onec.md §1.1, Location). */
    private static String raw(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }
}
