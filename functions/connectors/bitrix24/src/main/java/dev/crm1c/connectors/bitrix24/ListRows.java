package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The rows of a list's answer: bare, or under a name that differs from method to method. Source: reference "bitrix24", 4.6. */
final class ListRows {
    private ListRows() {}

    /** Empty when there is nothing that could be rows: then it is no answer to a list. */
    static Optional<List<JsonNode>> of(JsonNode result) {
        if (result.isArray()) {
            return Optional.of(elements(result).toList());
        }
        if (!result.isObject() || result.isEmpty()) {
            return Optional.empty();
        }
        List<JsonNode> arrays = elements(result).filter(JsonNode::isArray).toList();
        if (arrays.size() == 1) {
            return Optional.of(elements(arrays.getFirst()).toList());
        }
        return isPhpList(result) ? Optional.of(elements(result).toList()) : Optional.empty();
    }

    /** PHP writes a list from which something was taken out as a map of numbers. */
    private static boolean isPhpList(JsonNode result) {
        return result.properties().stream()
                .allMatch(
                        row -> row.getKey().matches("[0-9]+") && row.getValue().isObject());
    }

    private static Stream<JsonNode> elements(JsonNode parent) {
        return StreamSupport.stream(parent.spliterator(), false);
    }
}
