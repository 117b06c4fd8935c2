package dev.crm1c.model.deal;

import java.math.BigDecimal;

/**
 * A product row as it ought to be.
 *
 * @param key our own name of the row, by which it is known again after people changed everything else
 * @param price of one unit after discounts, tax included
 * @param measure by ОКЕИ: {@code 796} is a piece
 */
public record RowDraft(
        String key,
        DealLine.Product product,
        String name,
        BigDecimal quantity,
        BigDecimal price,
        DealLine.TaxRate taxRate,
        String measure) {}
