package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.FieldType;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.goods.Goods;
import dev.crm1c.simulators.bitrix24.goods.Prices;
import dev.crm1c.simulators.bitrix24.goods.Prices.Price;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.rest.Selection;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** catalog.price.* (bitrix24.md §5.7). */
final class PriceMethods {

    private static final String PRICE = "price";
    private static final Map<String, FieldType> TYPES = types();

    private final Portal portal;
    private final Goods goods;

    PriceMethods(Portal portal) {
        this.portal = portal;
        this.goods = portal.goods();
    }

    Answer get(Caller caller, Params params) {
        GoodsAccess.require(goods);
        return Answer.named(PRICE, json(find(params.required("id"))));
    }

    Answer list(Caller caller, Params params) {
        GoodsAccess.require(goods);
        return GoodsAccess.listing(params)
                .answer(
                        GoodsAccess.columns(TYPES, portal.time()),
                        goods.prices().all().stream().map(this::json).toList(),
                        new Wrapped(
                                "prices",
                                Selection.of(params.exact("select"), TYPES.keySet(), TYPES.keySet(), List.of())));
    }

    Answer add(Caller caller, Params params) {
        GoodsAccess.require(goods);
        JsonNode fields = params.requiredArray("fields");
        Prices.Wish wish = wish(fields, fields.path("productId"));
        return Answer.named(PRICE, json(goods.prices().add(caller.userId(), wish)));
    }

    /** The product and the type of a price stay what they are. */
    Answer update(Caller caller, Params params) {
        GoodsAccess.require(goods);
        Price before = find(params.required("id"));
        JsonNode fields = params.requiredArray("fields");
        Prices.Wish wish = new Prices.Wish(
                before.productId(),
                before.catalogGroupId(),
                fields.has(PRICE) ? PhpNumber.decimal(fields.get(PRICE)) : before.price(),
                fields.path("currency").asText(before.currency()));
        return Answer.named(PRICE, json(goods.prices().change(caller.userId(), before.id(), wish)));
    }

    Answer delete(Caller caller, Params params) {
        GoodsAccess.require(goods);
        goods.prices().delete(caller.userId(), find(params.required("id")));
        return Answer.yes();
    }

    /** The given prices and no others: a price whose id is not listed is deleted (§5.7 [doc]). */
    Answer modify(Caller caller, Params params) {
        GoodsAccess.require(goods);
        JsonNode product = params.requiredArray("fields").path("product");
        long productId = PhpNumber.whole(product.path("id"));
        Set<Long> listed = new HashSet<>();
        PhpArray.values(product.path("prices")).forEach(row -> listed.add(PhpNumber.whole(row.path("id"))));
        goods.prices().of(productId).stream()
                .filter(price -> !listed.contains(price.id()))
                .forEach(price -> goods.prices().delete(caller.userId(), price));
        ArrayNode prices = Json.NODES.arrayNode();
        for (JsonNode row : PhpArray.values(product.path("prices"))) {
            long id = PhpNumber.whole(row.path("id"));
            Prices.Wish wish = wish(row, product.path("id"));
            prices.add(json(
                    id == 0
                            ? goods.prices().add(caller.userId(), wish)
                            : goods.prices().change(caller.userId(), find(id).id(), wish)));
        }
        return Answer.named("prices", prices);
    }

    private Prices.Wish wish(JsonNode fields, JsonNode product) {
        long productId = PhpNumber.whole(product);
        long type = PhpNumber.whole(fields.path("catalogGroupId"));
        if (goods.products().find(productId).isEmpty()) {
            throw GoodsAccess.refused("Required fields: productId");
        }
        if (!goods.has("priceTypes", type)) {
            throw GoodsAccess.refused("Required fields: catalogGroupId");
        }
        return new Prices.Wish(
                productId,
                type,
                PhpNumber.decimal(fields.path(PRICE)),
                fields.path("currency").asText("RUB"));
    }

    private Price find(long id) {
        return goods.prices().find(id).orElseThrow(() -> GoodsAccess.refused("price is not exists"));
    }

    private ObjectNode json(Price price) {
        ObjectNode row = Json.object()
                .put("catalogGroupId", price.catalogGroupId())
                .put("currency", price.currency())
                .putNull("extraId")
                .put("id", price.id());
        row.set(PRICE, PhpNumber.json(price.price()));
        return row.put("productId", price.productId())
                .putNull("quantityFrom")
                .putNull("quantityTo")
                .put("timestampX", portal.time().render(price.changed()));
    }

    private static Map<String, FieldType> types() {
        Map<String, FieldType> types = new LinkedHashMap<>();
        for (String number :
                List.of("id", "productId", "catalogGroupId", PRICE, "extraId", "quantityFrom", "quantityTo")) {
            types.put(number, FieldType.DOUBLE);
        }
        types.put("currency", FieldType.STRING);
        types.put("timestampX", FieldType.DATETIME);
        return types;
    }
}
