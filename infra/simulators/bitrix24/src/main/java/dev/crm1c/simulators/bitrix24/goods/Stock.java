package dev.crm1c.simulators.bitrix24.goods;

import dev.crm1c.simulators.bitrix24.crm.Ids;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How much of what lies where; REST only reads it (bitrix24.md §5.7 [doc]), and no event tells of it (§2.3). */
public final class Stock {

    /** An amount of a product in a store. */
    public record Amount(long id, long productId, long storeId, BigDecimal amount) {}

    private record Place(long productId, long storeId) {}

    private final Ids ids;
    private final Map<Place, Amount> amounts = new LinkedHashMap<>();

    Stock(Ids ids) {
        this.ids = ids;
    }

    public void put(long productId, long storeId, String amount) {
        Place place = new Place(productId, storeId);
        long id = amounts.containsKey(place) ? amounts.get(place).id() : ids.next("storeProduct");
        amounts.put(place, new Amount(id, productId, storeId, new BigDecimal(amount)));
    }

    public List<Amount> all() {
        return List.copyOf(amounts.values());
    }
}
