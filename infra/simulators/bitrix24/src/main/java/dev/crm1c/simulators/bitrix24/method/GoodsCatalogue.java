package dev.crm1c.simulators.bitrix24.method;

import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.goods.ProductKind;
import dev.crm1c.simulators.bitrix24.rest.MethodCatalogue;
import java.util.Set;

/** The names of the methods of the trade catalogue, the frozen crm.* ones among them. */
final class GoodsCatalogue {

    private static final Set<String> CATALOG = Set.of("catalog");
    private static final Set<String> CRM = Set.of("crm");

    private GoodsCatalogue() {}

    static void addTo(MethodCatalogue catalogue, Portal portal) {
        for (ProductKind kind : ProductKind.values()) {
            ProductMethods products = new ProductMethods(portal, kind);
            String family = kind == ProductKind.PRODUCT ? "catalog.product" : "catalog.product." + kind.one();
            catalogue
                    .with(family + ".get", CATALOG, products::get)
                    .with(family + ".list", CATALOG, products::list)
                    .with(family + ".add", CATALOG, products::add)
                    .with(family + ".update", CATALOG, products::update)
                    .with(family + ".delete", CATALOG, products::delete);
        }
        PriceMethods prices = new PriceMethods(portal);
        GoodsDictionaryMethods goods = new GoodsDictionaryMethods(portal);
        catalogue
                .with("catalog.price.get", CATALOG, prices::get)
                .with("catalog.price.list", CATALOG, prices::list)
                .with("catalog.price.add", CATALOG, prices::add)
                .with("catalog.price.update", CATALOG, prices::update)
                .with("catalog.price.modify", CATALOG, prices::modify)
                .with("catalog.price.delete", CATALOG, prices::delete)
                .with("catalog.catalog.list", CATALOG, goods.list("catalogs"))
                .with("catalog.pricetype.list", CATALOG, goods.listOfEitherShape("priceTypes"))
                .with("catalog.measure.list", CATALOG, goods.listOfEitherShape("measures"))
                .with("catalog.measure.get", CATALOG, goods.get("measures", "measure"))
                .with("catalog.vat.list", CATALOG, goods.listOfEitherShape("vats"))
                .with("catalog.vat.get", CATALOG, goods.get("vats", "vat"))
                .with("catalog.section.list", CATALOG, goods.list("sections"))
                .with("catalog.store.list", CATALOG, goods.list("stores"))
                .with("catalog.storeproduct.list", CATALOG, goods::listStock)
                .with("catalog.document.mode.status", CATALOG, goods::inventoryMode)
                .with("crm.vat.list", CRM, goods::oldVats)
                .with("crm.measure.list", CRM, goods::oldMeasures)
                .with("crm.currency.list", CRM, goods::currencies);
    }
}
