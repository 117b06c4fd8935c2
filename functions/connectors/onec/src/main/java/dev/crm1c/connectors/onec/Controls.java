package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;

/**
 * Characters that XML 1.0 does not know. One of them inside a string makes 1C's own exchange fail for a whole package, so nothing that we
 * send carries one (reference "onec", 1.3, live). Line ends and tabulators are known to XML and stay.
 */
final class Controls {
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F&&[^\\t\\n\\r]]+");
    /** Half an emoji, which has no UTF-8 either, and the two codes that are no characters. */
    private static final Pattern NO_CHARACTERS = Pattern.compile("[\\p{Cs}\\uFFFE\\uFFFF]+");

    private Controls() {}

    /** Office writes some of them between words, so a blank takes their place. */
    static String removedFrom(String text) {
        return NO_CHARACTERS.matcher(CONTROLS.matcher(text).replaceAll(" ")).replaceAll("");
    }

    /** A copy in which no string holds any, however deep it lies. */
    static JsonNode removedFrom(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode clean = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(field -> clean.set(field.getKey(), removedFrom(field.getValue())));
                yield clean;
            }
            case ArrayNode array -> {
                ArrayNode clean = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(item -> clean.add(removedFrom(item)));
                yield clean;
            }
            default -> node.isTextual() ? JsonNodeFactory.instance.textNode(removedFrom(node.asText())) : node;
        };
    }
}
