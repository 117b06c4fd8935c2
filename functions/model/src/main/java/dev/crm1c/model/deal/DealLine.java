package dev.crm1c.model.deal;

import java.math.BigDecimal;

/**
 * A product row as the CRM shows it.
 *
 * @param number the row's place in the deal, from 1
 */
public record DealLine(int number, Product product, String name, BigDecimal quantity, Price price, TaxRate taxRate) {

    /** What the row sells, as the CRM knows it. */
    public sealed interface Product {
        record FromCatalogue(String id) implements Product {}

        record TypedByHand() implements Product {}
    }

    /** Price of one unit after discounts, tax included. */
    public sealed interface Price {
        record Rubles(BigDecimal amount) implements Price {}

        record NotGiven() implements Price {}
    }

    public sealed interface TaxRate {
        record Percent(BigDecimal value) implements TaxRate {}

        record None() implements TaxRate {}
    }
}
