package dev.crm1c.model.port;

import dev.crm1c.model.onec.FreeStock;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Payment;
import dev.crm1c.model.onec.PriceList;
import dev.crm1c.model.onec.Settlement;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import java.util.List;

/**
 * What 1C's books say now. Read, never written: documents move them as they are posted. 1C calculates the answers when asked, which may take
 * minutes; every remote failure comes back as the {@code Stopped} of a reply.
 */
public interface OneCBooks {

    /** @param priceKind the name of a kind of prices: {@code Розничная} */
    Reply<PriceList> prices(Tenant tenant, OneCBase base, String priceKind);

    /** One entry for each item and place that the books know of, those with nothing left among them. */
    Reply<List<FreeStock>> freeStock(Tenant tenant, OneCBase base);

    /** With the tenant's organization. */
    Reply<Settlement> settlement(Tenant tenant, OneCBase base, OneCRef counterparty);

    /**
     * What was paid for a sale, oldest first: of Бухгалтерия's invoice, of an order elsewhere. Empty for a document whose payments are counted
     * by another one. Money that was given back is not taken off.
     */
    Reply<List<Payment>> payments(Tenant tenant, OneCBase base, OneCRef sale);
}
