package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.deal.RowDraft;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What has to be written so that rows become what they ought to be. A row is known again by our key, else by its product and its place.
 * Source: reference "bitrix24", 5.3.
 *
 * @param changed what differs, by the row's id
 * @param gone ids of rows that nobody wants any more
 */
record RowDiff(List<Map<String, String>> added, Map<String, Map<String, String>> changed, List<String> gone) {
    /** The row is bound to an order: writing its name or deleting it would tear the two apart. */
    private static final String OF_AN_ORDER = "sale_basket_";

    private static final int GAP = 10;
    private static final int KOPECKS = 2;

    private static final Comparator<JsonNode> AS_SHOWN = Comparator.comparingLong(
                    (JsonNode row) -> row.path("sort").asLong())
            .thenComparingLong(row -> row.path("id").asLong());

    static RowDiff between(List<JsonNode> present, List<RowDraft> wanted) {
        List<JsonNode> free = new ArrayList<>(present.stream()
                .filter(row -> !text(row, "xmlId").startsWith(OF_AN_ORDER))
                .sorted(AS_SHOWN)
                .toList());
        Map<Integer, JsonNode> known = new HashMap<>();
        for (int i = 0; i < wanted.size(); i++) {
            claim(known, i, free, named(wanted.get(i)));
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!known.containsKey(i)) {
                claim(known, i, free, sellsTheSame(wanted.get(i)));
            }
        }
        var added = new ArrayList<Map<String, String>>();
        var changed = new LinkedHashMap<String, Map<String, String>>();
        for (int i = 0; i < wanted.size(); i++) {
            Map<String, String> fields = fields(wanted.get(i), i);
            if (!known.containsKey(i)) {
                added.add(fields);
                continue;
            }
            Map<String, String> differing = Differing.of(known.get(i), fields);
            if (!differing.isEmpty()) {
                changed.put(text(known.get(i), "id"), differing);
            }
        }
        return new RowDiff(
                added, changed, free.stream().map(row -> text(row, "id")).toList());
    }

    boolean isEmpty() {
        return added.isEmpty() && changed.isEmpty() && gone.isEmpty();
    }

    private static void claim(Map<Integer, JsonNode> known, int place, List<JsonNode> free, Predicate<JsonNode> fits) {
        free.stream().filter(fits).findFirst().ifPresent(row -> {
            free.remove(row);
            known.put(place, row);
        });
    }

    private static Predicate<JsonNode> named(RowDraft draft) {
        return row -> text(row, "xmlId").equals(draft.key());
    }

    private static Predicate<JsonNode> sellsTheSame(RowDraft draft) {
        return switch (draft.product()) {
            case DealLine.Product.FromCatalogue(String id, var _) ->
                row -> text(row, "productId").equals(id);
            case DealLine.Product.TypedByHand() ->
                row -> row.path("productId").asLong() == 0
                        && text(row, "productName").equals(draft.name());
        };
    }

    static Map<String, String> fields(RowDraft draft, int place) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("xmlId", draft.key());
        fields.put(
                "productId",
                switch (draft.product()) {
                    case DealLine.Product.FromCatalogue(String id, var _) -> id;
                    case DealLine.Product.TypedByHand() -> "0";
                });
        fields.put("productName", draft.name());
        // The portal keeps kopecks: a price with more digits would look different forever.
        fields.put(
                "price", draft.price().setScale(KOPECKS, RoundingMode.HALF_UP).toPlainString());
        fields.put("quantity", draft.quantity().toPlainString());
        fields.put(
                "taxRate",
                switch (draft.taxRate()) {
                    case DealLine.TaxRate.Percent(BigDecimal value) -> value.toPlainString();
                    case DealLine.TaxRate.None() -> "";
                });
        fields.put("taxIncluded", "Y");
        fields.put("measureCode", draft.measure());
        fields.put("sort", Integer.toString((place + 1) * GAP));
        return fields;
    }
}
