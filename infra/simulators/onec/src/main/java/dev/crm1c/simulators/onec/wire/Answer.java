package dev.crm1c.simulators.onec.wire;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** An answer before it goes out: its body is text, its headers may hold any letters. */
public record Answer(int status, String contentType, Map<String, String> headers, String body) {

    public static Answer of(int status, String contentType, String body) {
        return new Answer(status, contentType, Map.of(), body);
    }

    public static Answer html(int status, String body) {
        return of(status, "text/html; charset=utf-8", body);
    }

    public static Answer empty(int status) {
        return of(status, "", "");
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, Map.copyOf(more), body);
    }

    public Answer labelled(String otherType) {
        return new Answer(status, otherType, headers, body);
    }

    public byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
