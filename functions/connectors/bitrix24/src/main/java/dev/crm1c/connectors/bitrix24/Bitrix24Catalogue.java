package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.catalogue.PortalStock;
import dev.crm1c.model.catalogue.ProductDraft;
import dev.crm1c.model.catalogue.ProductList;
import dev.crm1c.model.port.CrmCatalogue;
import dev.crm1c.model.portal.Written;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;

/** The portal's trade catalogue, desk by desk. */
@ApplicationScoped
class Bitrix24Catalogue implements CrmCatalogue {
    private final ProductDesk products;
    private final PriceDesk prices;
    private final StockDesk stock;

    Bitrix24Catalogue(ProductDesk products, PriceDesk prices, StockDesk stock) {
        this.products = products;
        this.prices = prices;
        this.stock = stock;
    }

    @Override
    public Reply<ProductList> products(Tenant tenant, String catalogue, int mostPages) {
        return products.all(tenant, catalogue, mostPages);
    }

    @Override
    public Reply<Put> put(Tenant tenant, ProductDraft draft) {
        return products.put(tenant, draft);
    }

    @Override
    public Reply<Written> price(Tenant tenant, CrmRef product, Price price) {
        return prices.put(tenant, product, price);
    }

    @Override
    public Reply<Written> showStock(Tenant tenant, CrmRef product, String property, BigDecimal quantity) {
        return stock.show(tenant, product, property, quantity);
    }

    @Override
    public Reply<List<PortalStock>> stock(Tenant tenant, CrmRef product) {
        return stock.of(tenant, product);
    }
}
