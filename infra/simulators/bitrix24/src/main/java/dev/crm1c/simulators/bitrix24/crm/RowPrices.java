package dev.crm1c.simulators.bitrix24.crm;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The prices that the portal computes from {@code price} and keeps read-only. Each step is rounded to kopecks before
 * the next, so 80000 with 20 % tax and 20 % discount has a gross price of 100000.01 (bitrix24.md §5.3, the worked
 * example of the documentation).
 */
public record RowPrices(
        BigDecimal exclusive, BigDecimal netto, BigDecimal brutto, BigDecimal discountRate, BigDecimal discountSum) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static RowPrices of(ProductRow row) {
        BigDecimal tax = row.taxRate() == null ? BigDecimal.ONE : percent(HUNDRED.add(row.taxRate()));
        BigDecimal exclusive = row.price().divide(tax, 2, RoundingMode.HALF_UP);
        boolean absolute = row.discountTypeId() == ProductRow.ABSOLUTE_DISCOUNT;
        BigDecimal left = HUNDRED.subtract(row.discountRate());
        BigDecimal netto;
        if (absolute) {
            netto = exclusive.add(row.discountSum());
        } else if (left.signum() > 0) {
            netto = exclusive.divide(percent(left), 2, RoundingMode.HALF_UP);
        } else {
            // Given away: what it cost before is known from the discount alone.
            netto = exclusive.add(row.discountSum());
        }
        BigDecimal discountSum = netto.subtract(exclusive);
        BigDecimal rate = row.discountRate();
        if (absolute) {
            rate = netto.signum() == 0
                    ? BigDecimal.ZERO
                    : discountSum.multiply(HUNDRED).divide(netto, 2, RoundingMode.HALF_UP);
        }
        BigDecimal brutto = netto.multiply(tax).setScale(2, RoundingMode.HALF_UP);
        return new RowPrices(exclusive, netto, brutto, rate, discountSum);
    }

    private static BigDecimal percent(BigDecimal value) {
        return value.movePointLeft(2);
    }
}
