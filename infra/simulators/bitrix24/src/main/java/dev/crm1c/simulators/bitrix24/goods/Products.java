package dev.crm1c.simulators.bitrix24.goods;

import dev.crm1c.simulators.bitrix24.crm.Change;
import dev.crm1c.simulators.bitrix24.crm.ChangeFeed;
import dev.crm1c.simulators.bitrix24.crm.CrmEvent;
import dev.crm1c.simulators.bitrix24.crm.Ids;
import dev.crm1c.simulators.bitrix24.crm.PortalTime;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All products. A code is given once, and prices are kept elsewhere (bitrix24.md §5.7 [doc]). */
public final class Products {

    private static final Map<String, Object> AT_FIRST = Map.of(
            "active", "Y",
            "available", "Y",
            "bundle", "N",
            "canBuyZero", "Y",
            "quantityTrace", "Y",
            "subscribe", "Y",
            "detailTextType", "text",
            "previewTextType", "text",
            "sort", 500L,
            "vatIncluded", "N");
    private static final long PARENT_WITH_OFFERS = 3;

    private final PortalTime time;
    private final Ids ids;
    private final ChangeFeed feed;
    private final NavigableMap<Long, Product> products = new TreeMap<>();

    Products(PortalTime time, Ids ids, ChangeFeed feed) {
        this.time = time;
        this.ids = ids;
        this.feed = feed;
    }

    public List<Product> all() {
        return List.copyOf(products.values());
    }

    public Optional<Product> find(long id) {
        return Optional.ofNullable(products.get(id));
    }

    public Product add(long actor, ProductKind kind, Map<String, Object> given) {
        requireOwnCode(0, given);
        Map<String, Object> values = new LinkedHashMap<>(AT_FIRST);
        apply(given, values);
        Optional<Product> parent =
                Optional.ofNullable((Long) values.get("parentId")).map(products::get);
        long id = ids.next("product");
        values.put("id", id);
        values.put("type", (long) kind.typeOfNew(parent.isPresent()));
        values.putIfAbsent("xmlId", Long.toString(id));
        values.put("createdBy", actor);
        values.put("dateCreate", time.now());
        Product added = stamped(actor, values);
        parent.ifPresent(this::becomesParent);
        feed.changed(Change.ofProduct(CrmEvent.CATALOG_PRODUCT_ON_ADD, id, added.type(), actor));
        return added;
    }

    /** Where nothing differs nothing is saved: not documented for the catalogue, so it is announced all the same. */
    public Product update(long actor, Product before, Map<String, Object> given) {
        requireOwnCode(before.id(), given);
        Map<String, Object> values = new LinkedHashMap<>(before.values());
        apply(given, values);
        Product after = stamped(actor, values);
        feed.changed(Change.ofProduct(CrmEvent.CATALOG_PRODUCT_ON_UPDATE, after.id(), after.type(), actor));
        return after;
    }

    public void delete(long actor, Product product) {
        products.remove(product.id());
        feed.changed(Change.ofProduct(CrmEvent.CATALOG_PRODUCT_ON_DELETE, product.id(), product.type(), actor));
    }

    private Product stamped(long actor, Map<String, Object> values) {
        values.put("modifiedBy", actor);
        values.put("timestampX", time.now());
        return keep(values);
    }

    private void becomesParent(Product parent) {
        Map<String, Object> values = new LinkedHashMap<>(parent.values());
        values.put("type", PARENT_WITH_OFFERS);
        keep(values);
    }

    private Product keep(Map<String, Object> values) {
        Product product = new Product(values);
        products.put(product.id(), product);
        return product;
    }

    private void requireOwnCode(long id, Map<String, Object> given) {
        Object code = given.get("code");
        if (code != null
                && products.values().stream().anyMatch(other -> other.id() != id && code.equals(other.value("code")))) {
            throw RestError.numbered(0, "Элемент с таким символьным кодом уже существует.<br>")
                    .refusal();
        }
    }

    private static void apply(Map<String, Object> given, Map<String, Object> values) {
        given.forEach((field, value) -> {
            if (value == null) {
                values.remove(field);
            } else {
                values.put(field, value);
            }
        });
    }
}
