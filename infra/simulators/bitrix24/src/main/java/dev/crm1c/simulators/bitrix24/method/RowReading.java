package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A product row as a request gives it. What is computed by the portal (priceNetto, type, storeId …) is not read, so a
 * row that was read and is written back changes only by its price, quantity, tax and discount (bitrix24.md §5.3).
 */
final class RowReading {
    private final JsonNode given;
    private final ProductRow before;

    private RowReading(JsonNode given, ProductRow before) {
        this.given = given;
        this.before = before;
    }

    static ProductRow changed(JsonNode given, ProductRow before) {
        return new RowReading(given, before).row();
    }

    static ProductRow fresh(JsonNode given) {
        return changed(given, ProductRow.of("", "0", "1"));
    }

    private ProductRow row() {
        int discountType = (int) whole("discountTypeId", before.discountTypeId());
        requireDiscount(discountType);
        return new ProductRow(
                whole("productId", before.productId()),
                text("productName", before.productName()),
                money("price", before.price()),
                given.has("quantity") ? PhpNumber.decimal(given.get("quantity")) : before.quantity(),
                discountType == ProductRow.ABSOLUTE_DISCOUNT
                        ? ProductRow.ABSOLUTE_DISCOUNT
                        : ProductRow.PERCENT_DISCOUNT,
                money("discountRate", before.discountRate()),
                money("discountSum", before.discountSum()),
                taxRate(),
                given.has("taxIncluded") ? given.path("taxIncluded").asText().equals("Y") : before.taxIncluded(),
                whole("measureCode", before.measureCode()),
                text("measureName", before.measureName()),
                whole("sort", before.sort()),
                text("xmlId", before.xmlId()),
                before.type());
    }

    /** The text of the first is documented; that of the second is its twin. */
    private void requireDiscount(int discountType) {
        if (!given.has("discountTypeId")) {
            return;
        }
        if (discountType == ProductRow.PERCENT_DISCOUNT && !given.has("discountRate")) {
            throw core("Discount Rate (DISCOUNT_RATE) is required if Percentage Discount Type (DISCOUNT_TYPE_ID) is"
                    + " defined.");
        }
        if (discountType == ProductRow.ABSOLUTE_DISCOUNT && !given.has("discountSum")) {
            throw core(
                    "Discount Sum (DISCOUNT_SUM) is required if Monetary Discount Type (DISCOUNT_TYPE_ID) is defined.");
        }
    }

    private static RuntimeException core(String description) {
        return RestError.of(400, "ERROR_CORE", description).refusal();
    }

    /** Null, and an empty text of a form, is "without VAT"; 0 is another thing. */
    private BigDecimal taxRate() {
        if (!given.has("taxRate")) {
            return before.taxRate();
        }
        JsonNode rate = given.get("taxRate");
        return rate.isNull() || rate.asText().isEmpty() ? null : PhpNumber.decimal(rate);
    }

    private long whole(String field, long otherwise) {
        return given.has(field) ? PhpNumber.whole(given.get(field)) : otherwise;
    }

    private BigDecimal money(String field, BigDecimal otherwise) {
        return given.has(field) ? PhpNumber.decimal(given.get(field)).setScale(2, RoundingMode.HALF_UP) : otherwise;
    }

    private String text(String field, String otherwise) {
        return given.has(field) ? given.get(field).asText(otherwise) : otherwise;
    }
}
