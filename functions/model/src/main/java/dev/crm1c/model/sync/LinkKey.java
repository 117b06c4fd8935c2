package dev.crm1c.model.sync;

import dev.crm1c.model.onec.OneCKind;

/** Names a pair inside a tenant: the 1C side's kind and what identifies it on the CRM side. */
public record LinkKey(OneCKind kind, String source) {
    public static LinkKey ofDocument(OneCKind kind, CrmRef madeFrom) {
        return new LinkKey(kind, madeFrom.key());
    }

    /** @param portion which of a deal's deliveries, from 1 */
    public static LinkKey ofPortion(OneCKind kind, CrmRef deal, int portion) {
        return new LinkKey(kind, deal.key() + "/" + portion);
    }

    /** A tax invoice stands over a realization or an act of the same portion. */
    public static LinkKey ofTaxInvoice(CrmRef deal, int portion, OneCKind basis) {
        return new LinkKey(OneCKind.TAX_INVOICE, deal.key() + "/" + portion + "/" + basis.wireName());
    }

    public String key() {
        return kind.wireName() + "#" + source;
    }
}
