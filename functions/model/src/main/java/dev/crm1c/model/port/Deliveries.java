package dev.crm1c.model.port;

import dev.crm1c.model.deal.Portion;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.TenantId;
import java.util.List;

/** What of a deal was handed over in which portion: decided once, before 1C is told. */
public interface Deliveries {

    /** From the first to the last. */
    List<Portion> of(TenantId tenant, CrmRef deal);

    /** Keeps the next portion; when somebody was faster nothing happens. */
    Adding add(TenantId tenant, CrmRef deal, Portion portion);

    enum Adding {
        KEPT,
        TAKEN
    }
}
