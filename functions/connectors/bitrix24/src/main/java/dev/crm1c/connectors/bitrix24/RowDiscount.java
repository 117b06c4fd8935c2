package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.decimal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.deal.DealLine.Price;
import dev.crm1c.model.deal.DealLine.PriceBefore;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a row cost before its discount, as the customer sees it. The portal computes its gross price by way of the net one and rounds on the way:
 * 80 000 less 20 % was 100 000.01 (reference "bitrix24", 5.3), where everybody reads 100 000.
 */
final class RowDiscount {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LOST_BY_ROUNDING = new BigDecimal("0.02");
    private static final String ABSOLUTE = "1";
    private static final int KOPECKS = 2;

    private RowDiscount() {}

    static PriceBefore before(JsonNode row, Price price) {
        return switch (price) {
            case Price.NotGiven() -> new PriceBefore.Same();
            case Price.Amount(BigDecimal amount) ->
                given(row, amount)
                        .filter(before -> before.amount().compareTo(amount) > 0)
                        .<PriceBefore>map(before -> before)
                        .orElseGet(PriceBefore.Same::new);
        };
    }

    private static Optional<PriceBefore.Higher> given(JsonNode row, BigDecimal price) {
        Optional<BigDecimal> shown = decimal(row, "priceBrutto");
        return Bitrix24Mapping.text(row, "discountTypeId").equals(ABSOLUTE)
                ? decimal(row, "discountSum")
                        .filter(sum -> sum.signum() > 0)
                        .flatMap(_ -> shown)
                        .filter(before -> before.signum() > 0)
                        .map(before -> new PriceBefore.Higher(before, percent(before, price)))
                : decimal(row, "discountRate")
                        .filter(rate -> rate.signum() > 0)
                        .flatMap(rate -> asRead(price, rate, shown)
                                .map(before ->
                                        new PriceBefore.Higher(before, rate.setScale(KOPECKS, RoundingMode.HALF_UP))));
    }

    /** What was given away for nothing cost what the portal says. */
    private static Optional<BigDecimal> asRead(BigDecimal price, BigDecimal rate, Optional<BigDecimal> shown) {
        BigDecimal left = HUNDRED.subtract(rate);
        if (left.signum() <= 0) {
            return shown;
        }
        BigDecimal read = price.multiply(HUNDRED).divide(left, KOPECKS, RoundingMode.HALF_UP);
        return Optional.of(shown.filter(before -> before.subtract(read).abs().compareTo(LOST_BY_ROUNDING) > 0)
                .orElse(read));
    }

    private static BigDecimal percent(BigDecimal before, BigDecimal price) {
        return before.subtract(price).multiply(HUNDRED).divide(before, KOPECKS, RoundingMode.HALF_UP);
    }
}
