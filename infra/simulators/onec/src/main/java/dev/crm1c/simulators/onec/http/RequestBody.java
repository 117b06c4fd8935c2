package dev.crm1c.simulators.onec.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import java.nio.charset.StandardCharsets;

/** The body of a write. Broken JSON is an internal error here, not a bad request (onec.md §1.6). */
record RequestBody(String text) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String BOM = "\uFEFF";

    static RequestBody of(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new RequestBody(text.startsWith(BOM) ? text.substring(1) : text);
    }

    ObjectNode json() {
        if (text.isBlank()) {
            throw ODataFailure.brokenJson();
        }
        try {
            JsonNode node = JSON.readTree(text);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw ODataFailure.internal();
        } catch (JsonProcessingException _) {
            throw ODataFailure.brokenJson();
        }
    }
}
