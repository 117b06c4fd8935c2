package dev.crm1c.model.deal;

import java.math.BigDecimal;

/**
 * A product row as the CRM shows it.
 *
 * @param number the row's place in the deal, from 1
 * @param measure the unit's code by ОКЕИ, {@code 796}; blank where the row has none
 */
public record DealLine(
        int number,
        Product product,
        String name,
        BigDecimal quantity,
        Price price,
        PriceBefore before,
        TaxRate taxRate,
        String measure) {

    /** What the row sells, as the CRM knows it. */
    public sealed interface Product {
        record FromCatalogue(String id, Sort sort) implements Product {}

        record TypedByHand() implements Product {}
    }

    public enum Sort {
        GOODS,
        SERVICE
    }

    /** Price of one unit after discounts, tax included, in the deal's currency. */
    public sealed interface Price {
        record Amount(BigDecimal amount) implements Price {}

        record NotGiven() implements Price {}
    }

    /** What one unit would cost without the discount. */
    public sealed interface PriceBefore {
        record Same() implements PriceBefore {}

        /** @param amount tax included, as the CRM shows it; {@code percent} as it was typed, or what the CRM made of a sum */
        record Higher(BigDecimal amount, BigDecimal percent) implements PriceBefore {}
    }

    public sealed interface TaxRate {
        record Percent(BigDecimal value) implements TaxRate {}

        record None() implements TaxRate {}
    }
}
