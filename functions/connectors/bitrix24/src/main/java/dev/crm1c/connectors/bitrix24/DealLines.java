package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.decimal;
import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.deal.DealLine.Price;
import dev.crm1c.model.deal.DealLine.Product;
import dev.crm1c.model.deal.DealLine.Sort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Product rows in the order in which people see them. Source: reference "bitrix24", 5.3. */
final class DealLines {
    private static final Comparator<JsonNode> AS_SHOWN = Comparator.comparingLong(
                    (JsonNode row) -> row.path("sort").asLong())
            .thenComparingLong(row -> row.path("id").asLong());

    private static final String SERVICE = "7";

    private DealLines() {}

    static List<DealLine> of(List<JsonNode> productRows) {
        var lines = new ArrayList<DealLine>();
        for (JsonNode row : productRows.stream().sorted(AS_SHOWN).toList()) {
            lines.add(line(lines.size() + 1, row));
        }
        return lines;
    }

    private static DealLine line(int number, JsonNode row) {
        Price price = decimal(row, "price").<Price>map(Price.Amount::new).orElseGet(Price.NotGiven::new);
        return new DealLine(
                number,
                product(row),
                text(row, "productName"),
                decimal(row, "quantity").orElse(BigDecimal.ZERO),
                price,
                RowDiscount.before(row, price),
                decimal(row, "taxRate")
                        .<DealLine.TaxRate>map(DealLine.TaxRate.Percent::new)
                        .orElseGet(DealLine.TaxRate.None::new),
                orBlank(text(row, "measureCode")));
    }

    private static Product product(JsonNode row) {
        String id = orBlank(text(row, "productId"));
        return id.isEmpty()
                ? new Product.TypedByHand()
                : new Product.FromCatalogue(id, text(row, "type").equals(SERVICE) ? Sort.SERVICE : Sort.GOODS);
    }

    /** The portal writes 0 for "none". */
    private static String orBlank(String number) {
        return number.equals("0") ? "" : number;
    }
}
