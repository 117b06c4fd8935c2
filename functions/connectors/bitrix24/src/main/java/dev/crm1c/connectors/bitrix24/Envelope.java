package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Around every answer: {@code result} and {@code time}, or {@code error}. Source: reference "bitrix24", 4.1. */
@ApplicationScoped
class Envelope {
    private static final int OK = 200;
    private static final List<String> AROUND_A_LIST = List.of("total", "next", "time");

    /** Prices must not pass through binary fractions. */
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    Heard open(String method, int status, byte[] body) {
        try {
            return open(method, status, json.readTree(new String(body, StandardCharsets.UTF_8)));
        } catch (JsonProcessingException _) {
            return new Heard.Strange(status);
        }
    }

    private static Heard open(String method, int status, JsonNode envelope) {
        if (envelope.has("error")) {
            return new Heard.Failure(status, Bitrix24Errors.Code.of(envelope), envelope.path("time"));
        }
        if (status == OK && envelope.has("result")) {
            return new Heard.Result(envelope.get("result"), envelope.path("time"));
        }
        return status == OK && envelope instanceof ObjectNode bare && isBareList(method, bare)
                ? new Heard.Result(bare.deepCopy().without(AROUND_A_LIST), bare.path("time"))
                : new Heard.Strange(status);
    }

    /** The documentation prints some lists of the catalogue without {@code result}; both forms are taken (reference, 4.6). */
    private static boolean isBareList(String method, ObjectNode envelope) {
        ObjectNode rows = envelope.deepCopy().without(AROUND_A_LIST);
        return method.startsWith("catalog.")
                && method.endsWith(".list")
                && rows.size() == 1
                && rows.elements().next().isArray();
    }
}
