package dev.crm1c.model.onec;

import dev.crm1c.model.money.Money;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The prices of one kind that are in force, of items as such: a price of one characteristic, series or package says nothing of the item.
 *
 * @param prices by item; an item without a price, or with one of 0, which is how 1C takes a price back, is missing
 * @param inOtherCurrencies items whose price is in another currency than the base's own: told to people, never converted
 */
public record PriceList(Map<UUID, Price> prices, Set<UUID> inOtherCurrencies) {
    public PriceList {
        prices = Map.copyOf(prices);
        inOtherCurrencies = Set.copyOf(inOtherCurrencies);
    }

    /** @param since in the base's own time; Бухгалтерия keeps prices to the day */
    public record Price(Money money, LocalDateTime since) {}
}
