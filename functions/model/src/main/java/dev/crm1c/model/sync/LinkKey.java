package dev.crm1c.model.sync;

import dev.crm1c.model.onec.OneCKind;

/** Names a pair inside a tenant: the 1C side's kind and what identifies it on the CRM side. */
public record LinkKey(OneCKind kind, String source) {
    public static LinkKey ofDocument(OneCKind kind, CrmRef madeFrom) {
        return new LinkKey(kind, madeFrom.key());
    }

    public String key() {
        return kind.wireName() + "#" + source;
    }
}
