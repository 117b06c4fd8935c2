package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.FieldType;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import dev.crm1c.simulators.bitrix24.crm.Owner;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import dev.crm1c.simulators.bitrix24.crm.SavedRow;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Columns;
import dev.crm1c.simulators.bitrix24.rest.Listing;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** crm.item.productrow.* (bitrix24.md §5.3). */
final class ProductRowMethods {
    private static final String ROW = "productRow";
    private static final String ROWS = "productRows";

    private final Portal portal;

    ProductRowMethods(Portal portal) {
        this.portal = portal;
    }

    /** The owner must be named in the filter, and with these very keys. */
    Answer list(Caller caller, Params params) {
        JsonNode filter = params.exact("filter");
        if (!filter.has("=ownerType") || !filter.has("=ownerId")) {
            throw RestError.numbered(0, "Required filter: =ownerType, =ownerId").refusal();
        }
        ItemType type = type(filter.path("=ownerType").asText());
        List<JsonNode> owners = PhpArray.is(filter.get("=ownerId"))
                ? PhpArray.values(filter.get("=ownerId"))
                : List.of(filter.get("=ownerId"));
        List<ObjectNode> rows = owners.stream()
                .flatMap(owner -> portal.rows().of(new Owner(type, PhpNumber.whole(owner))).stream())
                .map(SavedRow::json)
                .toList();
        Map<String, FieldType> types = types();
        return new Listing(filter, params.exact("order"), params.exact("start"))
                .answer(new Columns(types, "id", true, portal.time()), rows, Wrapped.whole(ROWS, types.keySet()));
    }

    Answer get(Caller caller, Params params) {
        return Answer.named(ROW, portal.rows().get(params.required("id")).json());
    }

    Answer set(Caller caller, Params params) {
        Owner owner = owner(params.exact("ownerType").asText(), params.required("ownerId"));
        List<ProductRow> given = PhpArray.values(params.requiredArray(ROWS)).stream()
                .map(this::fresh)
                .toList();
        ArrayNode rows = Json.NODES.arrayNode();
        portal.rowEditing().replace(caller.userId(), owner, given).forEach(row -> rows.add(row.json()));
        return Answer.named(ROWS, rows);
    }

    Answer add(Caller caller, Params params) {
        JsonNode fields = params.requiredArray("fields");
        Owner owner = owner(fields.path("ownerType").asText(), PhpNumber.whole(fields.path("ownerId")));
        return written(portal.rowEditing().add(caller.userId(), owner, fresh(fields)));
    }

    Answer update(Caller caller, Params params) {
        SavedRow before = portal.rows().get(params.required("id"));
        ProductRow row = RowReading.changed(params.requiredArray("fields"), before.row());
        return written(portal.rowEditing().change(caller.userId(), before.id(), row));
    }

    Answer delete(Caller caller, Params params) {
        portal.rowEditing().remove(caller.userId(), params.required("id"));
        return Answer.of(Json.NODES.nullNode());
    }

    /** The answer to a write has no storeId (sample crm.item.productrow.update). */
    private static Answer written(SavedRow row) {
        return Answer.named(ROW, row.json().without("storeId"));
    }

    private ProductRow fresh(JsonNode given) {
        ProductRow row = RowReading.fresh(given);
        boolean service = portal.rows().typeOf(row.productId(), row.type()) != row.type();
        return service ? row.asService() : row;
    }

    private Owner owner(String ownerType, long ownerId) {
        ItemType type = type(ownerType);
        if (!portal.items(type).exists(ownerId)) {
            throw RestError.of(400, "OWNER_NOT_FOUND", "Владелец не найден").refusal();
        }
        return new Owner(type, ownerId);
    }

    private static ItemType type(String ownerType) {
        ItemType type = ItemType.ofShortCode(ownerType);
        if (type != ItemType.DEAL && type != ItemType.SMART_INVOICE) {
            throw ItemType.notSupported().refusal();
        }
        return type;
    }

    private static Map<String, FieldType> types() {
        Map<String, FieldType> types = new LinkedHashMap<>();
        SavedRow sample = new SavedRow(0, Owner.deal(0), ProductRow.of("", "0", "0"));
        sample.json().properties().forEach(field -> {
            boolean text = List.of("ownerType", "productName", "taxIncluded", "customized", "measureName", "xmlId")
                    .contains(field.getKey());
            types.put(field.getKey(), text ? FieldType.STRING : FieldType.DOUBLE);
        });
        return types;
    }
}
