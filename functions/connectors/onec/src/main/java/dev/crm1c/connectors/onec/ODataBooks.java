package dev.crm1c.connectors.onec;

import dev.crm1c.model.onec.FreeStock;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Payment;
import dev.crm1c.model.onec.PriceList;
import dev.crm1c.model.onec.Settlement;
import dev.crm1c.model.port.OneCBooks;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** 1C's books over its standard OData interface, as the profile's {@code books} section says where each of them is kept. */
@ApplicationScoped
class ODataBooks implements OneCBooks {
    private final PriceBook prices;
    private final StockBook stock;
    private final SettlementBook settlements;
    private final PaymentBook payments;

    ODataBooks(PriceBook prices, StockBook stock, SettlementBook settlements, PaymentBook payments) {
        this.prices = prices;
        this.stock = stock;
        this.settlements = settlements;
        this.payments = payments;
    }

    @Override
    public Reply<PriceList> prices(Tenant tenant, OneCBase base, String priceKind) {
        return prices.of(tenant, base, priceKind);
    }

    @Override
    public Reply<List<FreeStock>> freeStock(Tenant tenant, OneCBase base) {
        return stock.free(tenant, base);
    }

    @Override
    public Reply<Settlement> settlement(Tenant tenant, OneCBase base, OneCRef counterparty) {
        return settlements.of(tenant, base, counterparty);
    }

    @Override
    public Reply<List<Payment>> payments(Tenant tenant, OneCBase base, OneCRef sale) {
        return payments.of(tenant, base, sale);
    }
}
