package dev.crm1c.simulators.onec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

record Reply(int status, HttpHeaders headers, byte[] bytes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    boolean bom() {
        return text().startsWith("\uFEFF");
    }

    JsonNode json() {
        try {
            return JSON.readTree(text().replace("\uFEFF", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(text(), e);
        }
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Status and OData code, {@code 404/9}. */
    String refusal() {
        return status + "/" + json().path("odata.error").path("code").asText();
    }

    String errorText() {
        return json().path("odata.error").path("message").path("value").asText();
    }

    /** One property of every object of a feed. */
    List<String> column(String property) {
        List<String> column = new ArrayList<>();
        json().path("value").forEach(row -> column.add(row.path(property).asText()));
        return column;
    }
}
