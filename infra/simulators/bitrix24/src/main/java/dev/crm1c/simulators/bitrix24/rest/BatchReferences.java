package dev.crm1c.simulators.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts results of earlier commands in place of {@code $result[a][item][companyId]}, after the command's query has been
 * decoded. What cannot be resolved goes to the method as the literal text that it is (bitrix24.md §4.5 [doc]).
 */
final class BatchReferences {
    private static final Pattern REFERENCE = Pattern.compile("\\$result((?:\\[[^\\[\\]]*])+)");
    private static final Pattern STEP = Pattern.compile("\\[([^\\[\\]]*)]");

    private final Map<String, JsonNode> results;

    BatchReferences(Map<String, JsonNode> results) {
        this.results = results;
    }

    ObjectNode resolve(ObjectNode params) {
        ObjectNode resolved = Json.object();
        params.properties().forEach(field -> resolved.set(field.getKey(), resolve(field.getValue())));
        return resolved;
    }

    private JsonNode resolve(JsonNode value) {
        if (value instanceof ObjectNode nested) {
            return resolve(nested);
        }
        if (!value.isTextual()) {
            return value;
        }
        Matcher whole = REFERENCE.matcher(value.textValue());
        if (whole.matches()) {
            return find(whole.group(1)).orElse(value);
        }
        return Json.NODES.textNode(whole.replaceAll(part -> Matcher.quoteReplacement(find(part.group(1))
                .filter(JsonNode::isValueNode)
                .map(JsonNode::asText)
                .orElse(part.group()))));
    }

    /** As isset() does: a null is not there. */
    private Optional<JsonNode> find(String path) {
        Matcher step = STEP.matcher(path);
        Optional<JsonNode> at = Optional.empty();
        boolean first = true;
        while (step.find() && (first || at.isPresent())) {
            String key = step.group(1);
            at = first
                    ? Optional.ofNullable(results.get(key))
                    : at.map(node -> PhpArray.entries(node).get(key));
            first = false;
        }
        return at.filter(node -> !node.isNull());
    }
}
