package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.FieldType;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.goods.Goods;
import dev.crm1c.simulators.bitrix24.rest.Answer;
import dev.crm1c.simulators.bitrix24.rest.Caller;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.rest.RestMethod;
import dev.crm1c.simulators.bitrix24.rest.Selection;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What products refer to: catalogues, price types, measures, VAT rates, stores and what lies there (bitrix24.md §5.7). */
final class GoodsDictionaryMethods {

    private final Portal portal;
    private final Goods goods;

    GoodsDictionaryMethods(Portal portal) {
        this.portal = portal;
        this.goods = portal.goods();
    }

    RestMethod list(String dictionary) {
        return (caller, params) -> {
            GoodsAccess.require(goods);
            return answer(params, dictionary, goods.dictionary(dictionary));
        };
    }

    /** The documentation prints these without the result around them; a switch makes the portal do so (§4.6). */
    RestMethod listOfEitherShape(String dictionary) {
        return (caller, params) -> {
            Answer answer = list(dictionary).call(caller, params);
            return goods.is(Goods.Oddity.BARE_DICTIONARIES)
                    ? new Answer(answer.result().path(dictionary), answer.total(), answer.next())
                    : answer;
        };
    }

    RestMethod get(String dictionary, String name) {
        return (caller, params) -> {
            GoodsAccess.require(goods);
            long id = params.required("id");
            return Answer.named(
                    name,
                    goods.dictionary(dictionary).stream()
                            .filter(row -> row.path("id").asLong() == id)
                            .findFirst()
                            .orElseThrow(() -> GoodsAccess.refused(name + " is not exists")));
        };
    }

    Answer listStock(Caller caller, Params params) {
        GoodsAccess.require(goods);
        List<ObjectNode> rows = goods.stock().all().stream()
                .map(amount -> {
                    ObjectNode row = Json.object();
                    row.set("amount", PhpNumber.json(amount.amount()));
                    return row.put("id", amount.id())
                            .put("productId", amount.productId())
                            .put("storeId", amount.storeId());
                })
                .toList();
        return answer(params, "storeProducts", rows);
    }

    Answer inventoryMode(Caller caller, Params params) {
        GoodsAccess.require(goods);
        return Answer.of(Json.NODES.textNode(goods.is(Goods.Oddity.INVENTORY_MANAGEMENT) ? "Y" : "N"));
    }

    /** Upper-case strings, and a rate that is null and not "0.00" for "without VAT" (sample crm.vat.list). */
    Answer oldVats(Caller caller, Params params) {
        return oldList(
                params,
                goods.dictionary("vats").stream()
                        .map(GoodsDictionaryMethods::oldVat)
                        .toList());
    }

    Answer oldMeasures(Caller caller, Params params) {
        return oldList(
                params,
                goods.dictionary("measures").stream()
                        .map(measure -> Json.object()
                                .put("ID", measure.path("id").asText())
                                .put("CODE", measure.path("code").asText())
                                .put(
                                        "MEASURE_TITLE",
                                        measure.path("measureTitle").asText())
                                .put("SYMBOL_RUS", measure.path("symbol").asText())
                                .put("SYMBOL_INTL", measure.path("symbolIntl").asText())
                                .put(
                                        "SYMBOL_LETTER_INTL",
                                        measure.path("symbolLetterIntl").asText())
                                .put("IS_DEFAULT", measure.path("isDefault").asText()))
                        .toList());
    }

    /** Its total is always 0 (§5.7 [doc]). */
    Answer currencies(Caller caller, Params params) {
        return new Answer(
                Json.NODES.arrayNode().addAll(goods.dictionary("currencies")),
                OptionalLong.of(0),
                OptionalLong.empty());
    }

    private Answer oldList(Params params, List<ObjectNode> rows) {
        List<String> names = FlatFields.names(rows.getFirst());
        return OldLists.of(params)
                .answer(
                        FlatFields.columns(names, portal.time()),
                        rows,
                        Wrapped.bare(Selection.of(params.anyCase("select"), names, names, List.of())));
    }

    private Answer answer(Params params, String container, List<ObjectNode> rows) {
        Map<String, FieldType> types = new LinkedHashMap<>();
        rows.stream()
                .findFirst()
                .ifPresent(row -> row.properties()
                        .forEach(field -> types.put(field.getKey(), type(field.getKey(), field.getValue()))));
        return GoodsAccess.listing(params)
                .answer(
                        GoodsAccess.columns(types, portal.time()),
                        rows,
                        new Wrapped(
                                container,
                                Selection.of(params.exact("select"), types.keySet(), types.keySet(), List.of())));
    }

    private static FieldType type(String name, JsonNode sample) {
        return sample.isNumber() || name.equals("rate") || name.endsWith("Id") ? FieldType.DOUBLE : FieldType.STRING;
    }

    private static ObjectNode oldVat(ObjectNode vat) {
        ObjectNode row = Json.object()
                .put("ID", vat.path("id").asText())
                .put("NAME", vat.path("name").asText());
        BigDecimal rate = vat.path("rate").decimalValue();
        return vat.path("rate").isNull()
                ? row.putNull("RATE")
                : row.put("RATE", rate.setScale(2).toPlainString());
    }
}
