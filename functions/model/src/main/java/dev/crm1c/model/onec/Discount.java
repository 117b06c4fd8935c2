package dev.crm1c.model.onec;

import dev.crm1c.model.money.Money;
import java.math.BigDecimal;

/** What was taken off a line, as the customer sees it. The line's price and sum are those after it. */
public sealed interface Discount {

    record None() implements Discount {}

    /**
     * @param listPrice of one unit before it, tax included
     * @param percent at most two decimals
     * @param sum of the whole line: list price times quantity, less what the line costs
     */
    record Given(Money listPrice, BigDecimal percent, Money sum) implements Discount {}
}
