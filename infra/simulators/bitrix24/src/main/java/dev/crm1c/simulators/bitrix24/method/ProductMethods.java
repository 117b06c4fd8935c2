package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.Field;
import dev.crm1c.simulators.bitrix24.crm.FieldReading;
import dev.crm1c.simulators.bitrix24.crm.FieldRendering;
import dev.crm1c.simulators.bitrix24.crm.FieldType;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.goods.Goods;
import dev.crm1c.simulators.bitrix24.goods.Product;
import dev.crm1c.simulators.bitrix24.goods.ProductKind;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.rest.Selection;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** catalog.product.* and, kind by kind, catalog.product.sku.*, offer.* and service.* (bitrix24.md §5.7). */
final class ProductMethods {

    private static final String PROPERTY = "property";

    private final Portal portal;
    private final Goods goods;
    private final ProductKind kind;

    ProductMethods(Portal portal, ProductKind kind) {
        this.portal = portal;
        this.goods = portal.goods();
        this.kind = kind;
    }

    Answer get(Caller caller, Params params) {
        GoodsAccess.require(goods);
        return Answer.named(kind.one(), render(find(params)));
    }

    /** id and iblockId must stand in the select, and iblockId in the filter. */
    Answer list(Caller caller, Params params) {
        GoodsAccess.require(goods);
        JsonNode select = params.exact("select");
        List<String> asked =
                PhpArray.values(select).stream().map(JsonNode::asText).toList();
        if (!asked.contains("*") && !asked.containsAll(List.of("id", "iblockId"))) {
            throw GoodsAccess.refused("Required select fields: id, iblockId");
        }
        if (PhpArray.entries(params.exact("filter")).keySet().stream().noneMatch(key -> key.matches("[=@]?iblockId"))) {
            throw GoodsAccess.refused("Required filter fields: iblockId");
        }
        List<String> names = Product.FIELDS.stream().map(Field::name).toList();
        Map<String, FieldType> types = new LinkedHashMap<>();
        Product.FIELDS.forEach(field -> types.put(field.name(), field.type()));
        return GoodsAccess.listing(params)
                .answer(
                        GoodsAccess.columns(types, portal.time()),
                        goods.products().all().stream()
                                .filter(kind::shows)
                                .map(this::render)
                                .toList(),
                        new Wrapped(kind.several(), Selection.of(select, names, names, List.of())));
    }

    Answer add(Caller caller, Params params) {
        GoodsAccess.require(goods);
        JsonNode fields = params.requiredArray("fields");
        Map<String, Object> values = read(fields);
        for (String required : List.of("iblockId", "name")) {
            if (values.get(required) == null) {
                throw GoodsAccess.refused("Required fields: " + required);
            }
        }
        check(values);
        return Answer.named(
                kind == ProductKind.PRODUCT ? "element" : kind.one(),
                render(goods.products().add(caller.userId(), kind, values)));
    }

    Answer update(Caller caller, Params params) {
        GoodsAccess.require(goods);
        Product before = find(params);
        Map<String, Object> values = read(params.requiredArray("fields"));
        check(values);
        if (goods.is(Goods.Oddity.INVENTORY_MANAGEMENT) && values.containsKey("quantity")) {
            throw GoodsAccess.refused("Количество нельзя изменить: включён складской учёт");
        }
        return Answer.named(
                kind == ProductKind.PRODUCT ? "element" : kind.one(),
                render(goods.products().update(caller.userId(), before, values)));
    }

    Answer delete(Caller caller, Params params) {
        GoodsAccess.require(goods);
        goods.products().delete(caller.userId(), find(params));
        return Answer.yes();
    }

    private Product find(Params params) {
        return goods.products()
                .find(params.required("id"))
                .filter(kind::shows)
                .orElseThrow(() -> GoodsAccess.refused("product is not exists"));
    }

    /** A measure is given by its id: its code, which is not the id, is refused here and taken for an id there. */
    private void check(Map<String, Object> values) {
        if (values.get("measure") instanceof Long measure && !goods.has("measures", measure)) {
            throw GoodsAccess.refused("Measure with id " + measure + " is not exists");
        }
        if (values.get("vatId") instanceof Long vat && !goods.has("vats", vat)) {
            throw GoodsAccess.refused("VAT with id " + vat + " is not exists");
        }
    }

    private Map<String, Object> read(JsonNode given) {
        FieldReading reading = new FieldReading(portal.time());
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : Product.FIELDS) {
            if (given.has(field.name()) && !field.readOnly()) {
                values.put(field.name(), reading.read(field, given.get(field.name())));
            }
        }
        PhpArray.entries(given).forEach((name, value) -> {
            if (name.matches(PROPERTY + "\\d+")) {
                values.put(name, property(value));
            }
        });
        return values;
    }

    /** A property is written as {value} and read as {value, valueId}; several of them as a list of such. */
    private Object property(JsonNode given) {
        if (given.isArray()) {
            return Json.NODES
                    .arrayNode()
                    .addAll(PhpArray.values(given).stream().map(this::one).toList());
        }
        return given.isValueNode() && given.asText("").isEmpty() || given.isNull() ? null : one(given);
    }

    private JsonNode one(JsonNode given) {
        String value = given.isContainerNode() ? given.path("value").asText() : given.asText();
        return Json.object()
                .put("value", value)
                .put("valueId", Long.toString(portal.ids().next("propertyValue")));
    }

    private ObjectNode render(Product product) {
        FieldRendering rendering = new FieldRendering(portal.time());
        ObjectNode row = Json.object();
        for (Field field : Product.FIELDS) {
            if (!field.name().equals("parentId") || kind == ProductKind.OFFER) {
                row.set(field.name(), rendering.modern(field, product.value(field.name())));
            }
        }
        product.values().forEach((name, value) -> {
            if (name.startsWith(PROPERTY)) {
                row.set(name, (JsonNode) value);
            }
        });
        return row;
    }
}
