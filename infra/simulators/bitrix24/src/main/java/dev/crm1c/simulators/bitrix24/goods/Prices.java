package dev.crm1c.simulators.bitrix24.goods;

import dev.crm1c.simulators.bitrix24.crm.Change;
import dev.crm1c.simulators.bitrix24.crm.ChangeFeed;
import dev.crm1c.simulators.bitrix24.crm.CrmEvent;
import dev.crm1c.simulators.bitrix24.crm.Ids;
import dev.crm1c.simulators.bitrix24.crm.PortalTime;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All prices: a product has one of each type (bitrix24.md §5.7 [doc]). */
public final class Prices {

    /** A price as it was saved. */
    public record Price(
            long id, long productId, long catalogGroupId, BigDecimal price, String currency, Instant changed) {}

    /** What a price is to be. */
    public record Wish(long productId, long catalogGroupId, BigDecimal price, String currency) {}

    private final PortalTime time;
    private final Ids ids;
    private final ChangeFeed feed;
    private final NavigableMap<Long, Price> prices = new TreeMap<>();

    Prices(PortalTime time, Ids ids, ChangeFeed feed) {
        this.time = time;
        this.ids = ids;
        this.feed = feed;
    }

    public List<Price> all() {
        return List.copyOf(prices.values());
    }

    public List<Price> of(long product) {
        return prices.values().stream()
                .filter(price -> price.productId() == product)
                .toList();
    }

    public Optional<Price> find(long id) {
        return Optional.ofNullable(prices.get(id));
    }

    public Price add(long actor, Wish wish) {
        requireOwnType(0, wish);
        Price price = keep(ids.next("price"), wish);
        feed.changed(Change.of(CrmEvent.CATALOG_PRICE_ON_ADD, price.id(), actor));
        return price;
    }

    public Price change(long actor, long id, Wish wish) {
        requireOwnType(id, wish);
        Price price = keep(id, wish);
        feed.changed(Change.of(CrmEvent.CATALOG_PRICE_ON_UPDATE, price.id(), actor));
        return price;
    }

    public void delete(long actor, Price price) {
        prices.remove(price.id());
        feed.changed(Change.of(CrmEvent.CATALOG_PRICE_ON_DELETE, price.id(), actor));
    }

    private Price keep(long id, Wish wish) {
        Price price = new Price(id, wish.productId(), wish.catalogGroupId(), wish.price(), wish.currency(), time.now());
        prices.put(id, price);
        return price;
    }

    private void requireOwnType(long id, Wish wish) {
        if (of(wish.productId()).stream()
                .anyMatch(other -> other.id() != id && other.catalogGroupId() == wish.catalogGroupId())) {
            throw RestError.numbered(0, "Price already exists for this product and price type")
                    .refusal();
        }
    }
}
