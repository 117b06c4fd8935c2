package dev.crm1c.model.port;

import dev.crm1c.model.catalogue.PortalStock;
import dev.crm1c.model.catalogue.ProductDraft;
import dev.crm1c.model.catalogue.ProductList;
import dev.crm1c.model.portal.Written;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import java.math.BigDecimal;
import java.util.List;

/** Products of the CRM. What is equal is not written; everything may be asked for again after an end that was not clear. */
public interface CrmCatalogue {

    /** A request for each 50 products. */
    Reply<ProductList> products(Tenant tenant, String catalogue, int mostPages);

    /** Looked for by 1C's key before it is made. */
    Reply<Put> put(Tenant tenant, ProductDraft draft);

    /** One price of each type; prices of other types stay. */
    Reply<Written> price(Tenant tenant, CrmRef product, Price price);

    /**
     * Shows 1C's free stock in a property of the product. The CRM's own stock is moved by its own documents alone, and stays as it is.
     *
     * @param property the number in the property's name
     */
    Reply<Written> showStock(Tenant tenant, CrmRef product, String property, BigDecimal quantity);

    Reply<List<PortalStock>> stock(Tenant tenant, CrmRef product);

    record Put(CrmRef product, Written written) {}

    /** @param type the CRM's number of the price type */
    record Price(String type, BigDecimal amount, String currency) {}
}
