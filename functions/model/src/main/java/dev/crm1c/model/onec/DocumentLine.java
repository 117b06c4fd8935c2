package dev.crm1c.model.onec;

import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.money.VatRate;

/**
 * A line of a document that is to be written. The gross sum is primary: the price is what is printed, and price x quantity may differ
 * from the sum by what rounding the price to kopecks takes away.
 */
public record DocumentLine(
        int number,
        ItemChoice item,
        String content,
        Quantity quantity,
        Money price,
        Money gross,
        VatRate vatRate,
        Discount discount) {

    public DocumentLine(
            int number, ItemChoice item, String content, Quantity quantity, Money price, Money gross, VatRate vatRate) {
        this(number, item, content, quantity, price, gross, vatRate, new Discount.None());
    }

    public Money vat() {
        return vatRate.containedIn(gross);
    }
}
