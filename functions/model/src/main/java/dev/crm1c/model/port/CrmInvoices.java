package dev.crm1c.model.port;

import dev.crm1c.model.invoice.CrmInvoice;
import dev.crm1c.model.portal.Written;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;

/** Invoices of 1C in the CRM. */
public interface CrmInvoices {

    /**
     * Afterwards the CRM has this invoice, once. It is looked for by 1C's key before anything is written, so it may be asked for again after an
     * end that was not clear; what is equal is not written.
     */
    Reply<Put> put(Tenant tenant, CrmInvoice invoice);

    record Put(CrmRef invoice, Written written) {}
}
