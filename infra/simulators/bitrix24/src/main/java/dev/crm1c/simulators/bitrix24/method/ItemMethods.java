package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.FieldType;
import dev.crm1c.simulators.bitrix24.crm.Item;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.Items;
import dev.crm1c.simulators.bitrix24.crm.MultiField;
import dev.crm1c.simulators.bitrix24.crm.Owner;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Listing;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.rest.Selection;
import dev.crm1c.simulators.bitrix24.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** crm.item.get, list, add, update, delete and fields (bitrix24.md §5.2). */
final class ItemMethods {
    private static final String FM = "fm";

    private final Portal portal;

    ItemMethods(Portal portal) {
        this.portal = portal;
    }

    Answer get(Caller caller, Params params) {
        Items items = items(params);
        return answer(items, params, items.get(params.required("id")));
    }

    Answer list(Caller caller, Params params) {
        Items items = items(params);
        ItemView view = view(items, params);
        List<String> everything = new ArrayList<>(view.standardNames());
        everything.addAll(view.userNames());
        everything.add(ItemView.TYPE_KEY);
        // Phones and mail addresses come with an explicit "*" only.
        List<String> byDefault =
                everything.stream().filter(name -> !name.equals(FM)).toList();
        Selection selection = Selection.of(params.exact("select"), byDefault, everything, view.userNames());
        return new Listing(params.exact("filter"), params.exact("order"), params.exact("start"))
                .answer(
                        view.columns(),
                        items.all().stream().map(view::render).toList(),
                        new Wrapped("items", selection));
    }

    Answer add(Caller caller, Params params) {
        Items items = items(params);
        JsonNode fields = params.requiredArray("fields");
        Map<String, Object> values = view(items, params).read(fields);
        if (hasMultiFields(items, fields)) {
            values.put(FM, MultiField.added(fields.path(FM), portal.ids()));
        }
        return answer(items, params, items.add(caller.userId(), values));
    }

    Answer update(Caller caller, Params params) {
        Items items = items(params);
        Item before = items.get(params.required("id"));
        JsonNode fields = params.requiredArray("fields");
        Map<String, Object> values = view(items, params).read(fields);
        if (hasMultiFields(items, fields)) {
            List<MultiField> rows = MultiField.changed(before.multiFields(), fields.path(FM), portal.ids());
            values.put(FM, rows.isEmpty() ? null : rows);
        }
        return answer(items, params, items.update(caller.userId(), before.id(), values));
    }

    Answer delete(Caller caller, Params params) {
        Items items = items(params);
        portal.delete(
                caller.userId(),
                new Owner(items.type(), items.get(params.required("id")).id()));
        return Answer.of(Json.NODES.arrayNode());
    }

    Answer fields(Caller caller, Params params) {
        Items items = items(params);
        return Answer.named("fields", view(items, params).describe());
    }

    private static boolean hasMultiFields(Items items, JsonNode fields) {
        return fields.path(FM).isContainerNode()
                && items.standardFields().stream().anyMatch(field -> field.type() == FieldType.MULTI_FIELDS);
    }

    private Items items(Params params) {
        return portal.items(ItemType.of(params.required("entityTypeId")));
    }

    private ItemView view(Items items, Params params) {
        return ItemView.modern(
                items,
                portal.time(),
                params.exact("useOriginalUfNames").asText().equals("Y"));
    }

    private Answer answer(Items items, Params params, Item item) {
        return Answer.named("item", view(items, params).render(item));
    }
}
