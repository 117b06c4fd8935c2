package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.Item;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.List;
import java.util.Locale;

/** crm.duplicate.findbycomm: who has this phone or mail address (bitrix24.md §5.5 [doc]). */
final class DuplicateMethods {

    private static final int MOST_VALUES = 20;
    private static final int TOO_MANY_HITS = 20;

    private final Portal portal;

    DuplicateMethods(Portal portal) {
        this.portal = portal;
    }

    Answer findByCommunication(Caller caller, Params params) {
        String type = params.anyCase("type").asText();
        if (!type.equals("PHONE") && !type.equals("EMAIL")) {
            throw RestError.of(400, "Communication type is not defined", "Parameter 'type' is required.")
                    .refusal();
        }
        List<String> values = PhpArray.values(params.anyCase("values")).stream()
                .map(JsonNode::asText)
                .filter(value -> !value.isBlank())
                .map(value -> key(type, value))
                .toList();
        if (values.isEmpty() || values.size() > MOST_VALUES) {
            throw RestError.of(400, "Communication values is not defined", "Parameter 'values' is required.")
                    .refusal();
        }
        return Answer.of(hits(params.anyCase("entity_type").asText(), type, values));
    }

    /** Nobody is written as an empty list, not as an empty map [guess]. */
    private JsonNode hits(String onlyKind, String type, List<String> values) {
        ObjectNode found = Json.object();
        for (ItemType kind : List.of(ItemType.CONTACT, ItemType.COMPANY)) {
            ArrayNode ids = Json.NODES.arrayNode();
            if (onlyKind.isEmpty() || onlyKind.equalsIgnoreCase(kind.name())) {
                portal.items(kind).all().stream()
                        .filter(item -> has(item, type, values))
                        .limit(TOO_MANY_HITS)
                        .forEach(item -> ids.add(item.id()));
            }
            if (!ids.isEmpty()) {
                found.set(kind.name(), ids);
            }
            // So many of one kind leave no place for the others.
            if (ids.size() == TOO_MANY_HITS) {
                break;
            }
        }
        return found.isEmpty() ? Json.NODES.arrayNode() : found;
    }

    private static boolean has(Item item, String type, List<String> values) {
        return item.multiFields().stream()
                .anyMatch(field -> field.typeId().equals(type) && values.contains(key(type, field.value())));
    }

    private static String key(String type, String value) {
        return type.equals("PHONE")
                ? value.replaceAll("\\D", "").replaceFirst("^8(?=\\d{10}$)", "7")
                : value.trim().toLowerCase(Locale.ROOT);
    }
}
