package dev.crm1c.simulators.bitrix24.goods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.ChangeFeed;
import dev.crm1c.simulators.bitrix24.crm.Ids;
import dev.crm1c.simulators.bitrix24.crm.PortalTime;
import dev.crm1c.simulators.bitrix24.wire.Json;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The trade catalogue: products, prices and stock, and the dictionaries that they refer to (bitrix24.md §5.7). */
public final class Goods {

    /** What a portal may be set to; a cloud portal with an administrator's webhook has none of these. */
    public enum Oddity {
        /** The caller has no right to the catalogue: 200040300010 "Access Denied". */
        NO_RIGHTS,
        /** measure, vat and priceType lists come without the result around them, as the documentation prints them. */
        BARE_DICTIONARIES,
        /** Inventory management: quantities are written by stock documents alone. */
        INVENTORY_MANAGEMENT
    }

    private final JsonNode dictionaries = Json.resource("goods-dictionaries.json");
    private final Products products;
    private final Prices prices;
    private final Stock stock;
    private final Set<Oddity> oddities = EnumSet.noneOf(Oddity.class);

    public Goods(PortalTime time, Ids ids, ChangeFeed feed) {
        this.products = new Products(time, ids, feed);
        this.prices = new Prices(time, ids, feed);
        this.stock = new Stock(ids);
    }

    public Products products() {
        return products;
    }

    public Prices prices() {
        return prices;
    }

    public Stock stock() {
        return stock;
    }

    /** catalogs, priceTypes, measures, vats, stores, sections or currencies. */
    public List<ObjectNode> dictionary(String name) {
        List<ObjectNode> rows = new ArrayList<>();
        dictionaries.path(name).forEach(row -> rows.add(row.deepCopy()));
        return rows;
    }

    public boolean has(String dictionary, long id) {
        return dictionary(dictionary).stream().anyMatch(row -> row.path("id").asLong() == id);
    }

    public void turn(Oddity oddity) {
        oddities.add(oddity);
    }

    public boolean is(Oddity oddity) {
        return oddities.contains(oddity);
    }
}
