package dev.crm1c.model.port;

import dev.crm1c.model.deal.RowDraft;
import dev.crm1c.model.portal.Written;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import java.util.List;

/** The product rows of a deal or an invoice. */
public interface CrmRows {

    /**
     * Afterwards the owner has these rows in this order. What is equal is not written; rows that belong to an order of the portal's shop are
     * left as they are.
     */
    Reply<Written> bring(Tenant tenant, CrmRef owner, List<RowDraft> rows);
}
