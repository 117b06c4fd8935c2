package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;

/** 1C's JSON: sums must not pass through binary fractions, 1C reads no exponents, and it may begin with a byte order mark. */
final class OneCJson {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    static String text(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8);
        return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    }

    /** A missing node when the text is no JSON: a proxy's page, a login form, half an answer. */
    JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    /** What goes to 1C holds no character that its own exchange would choke on. */
    byte[] bytes(JsonNode tree) {
        try {
            return json.writeValueAsBytes(Controls.removedFrom(tree));
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("a tree of our own always has a text", impossible);
        }
    }
}
