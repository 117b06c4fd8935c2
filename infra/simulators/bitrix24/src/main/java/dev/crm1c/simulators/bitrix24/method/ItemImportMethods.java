package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.crm1c.simulators.bitrix24.crm.Item;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.Items;
import dev.crm1c.simulators.bitrix24.crm.MultiField;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import dev.crm1c.simulators.bitrix24.wire.RestRefusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * crm.item.import and crm.item.batchImport: items with the stamps of another system (bitrix24.md §5.2). Robots do not
 * start; nothing says that events do not, so they fire. No sample of the answers is known: they carry the id alone.
 */
final class ItemImportMethods {

    private static final int MOST_AT_ONCE = 20;
    private static final List<String> TIMES = List.of("createdTime", "updatedTime", "movedTime", "lastActivityTime");
    private static final List<String> PEOPLE = List.of("createdBy", "updatedBy", "movedBy", "lastActivityBy");

    private final Portal portal;

    ItemImportMethods(Portal portal) {
        this.portal = portal;
    }

    Answer one(Caller caller, Params params) {
        return Answer.of(imported(caller, items(params), params.requiredArray("fields")));
    }

    /** One that fails does not hold up the others. */
    Answer many(Caller caller, Params params) {
        Items items = items(params);
        List<JsonNode> data = PhpArray.values(params.requiredArray("data"));
        if (data.size() > MOST_AT_ONCE) {
            throw RestError.of(400, "INVALID_ARG_VALUE", "Максимальное количество элементов: " + MOST_AT_ONCE)
                    .refusal();
        }
        ArrayNode answers = Json.NODES.arrayNode();
        for (JsonNode fields : data) {
            try {
                answers.add(imported(caller, items, fields));
            } catch (RestRefusal refused) {
                answers.add(refused.error().body());
            }
        }
        return Answer.named("items", answers);
    }

    private JsonNode imported(Caller caller, Items items, JsonNode fields) {
        Map<String, Object> values = ItemView.modern(items, portal.time(), true).read(fields);
        if (fields.path("fm").isContainerNode()) {
            values.put("fm", MultiField.added(fields.path("fm"), portal.ids()));
        }
        Item item = items.add(caller.userId(), values, stamps(fields));
        return Json.object().set("item", Json.object().put("id", item.id()));
    }

    private Map<String, Object> stamps(JsonNode fields) {
        Map<String, Object> stamps = new LinkedHashMap<>();
        TIMES.forEach(
                name -> portal.time().instant(fields.path(name).asText()).ifPresent(time -> stamps.put(name, time)));
        PEOPLE.stream()
                .filter(name -> PhpNumber.whole(fields.path(name)) > 0)
                .forEach(name -> stamps.put(name, PhpNumber.whole(fields.path(name))));
        return stamps;
    }

    private Items items(Params params) {
        return portal.items(ItemType.of(params.required("entityTypeId")));
    }
}
