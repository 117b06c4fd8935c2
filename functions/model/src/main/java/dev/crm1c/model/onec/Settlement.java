package dev.crm1c.model.onec;

import dev.crm1c.model.money.Money;

/**
 * How we stand with a counterparty, in the base's own currency. Both may be above zero: one sale is not paid yet, another is paid ahead.
 *
 * @param debt what it owes us
 * @param advance what it has paid ahead
 */
public record Settlement(Money debt, Money advance) {
    public static final Settlement NOTHING = new Settlement(Money.ZERO, Money.ZERO);

    public Settlement plus(Settlement other) {
        return new Settlement(debt.plus(other.debt), advance.plus(other.advance));
    }
}
