package dev.crm1c.simulators.bitrix24.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import dev.crm1c.simulators.bitrix24.wire.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer to a browser. */
record Page(int status, Map<String, String> headers, byte[] body) {

    /** Scripts and styles come from here and from nowhere else, whatever stands in a deal's title. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    static Page of(int status, String type, byte[] body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", type);
        headers.put("Content-Security-Policy", POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Cache-Control", "no-store");
        return new Page(status, headers, body);
    }

    static Page json(int status, JsonNode json) {
        return of(status, "application/json; charset=utf-8", Json.text(json).getBytes(StandardCharsets.UTF_8));
    }

    static Page file(String name, byte[] content) {
        Page page = of(200, "application/octet-stream", content);
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        page.headers.put("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
        return page;
    }

    static Page notFound() {
        return of(
                404,
                "text/html; charset=utf-8",
                "<html><body><h1>404 Not Found</h1></body></html>".getBytes(StandardCharsets.UTF_8));
    }

    void send(HttpExchange exchange) throws IOException {
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
