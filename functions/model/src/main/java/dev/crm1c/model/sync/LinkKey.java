package dev.crm1c.model.sync;

import dev.crm1c.model.onec.OneCKind;

/** Names a pair inside a tenant: the 1C side's kind and what identifies it on the CRM side. */
public record LinkKey(OneCKind kind, String source) {
    public static LinkKey ofDocument(OneCKind kind, CrmRef madeFrom) {
        return new LinkKey(kind, madeFrom.key());
    }

    /** @param portion which of the parts that the deal is handed over in, from 1 */
    public static LinkKey ofPortion(OneCKind kind, CrmRef madeFrom, int portion) {
        return new LinkKey(kind, madeFrom.key() + "/" + portion);
    }

    public String key() {
        return kind.wireName() + "#" + source;
    }
}
