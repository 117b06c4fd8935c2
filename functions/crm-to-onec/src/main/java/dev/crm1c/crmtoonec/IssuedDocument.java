package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.Paper;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.sync.Link;
import java.util.List;

/**
 * A document that stands in 1C for a deal now.
 *
 * @param slot the timeline entry that tells of it
 * @param currency the code of the one that its sums are in
 */
record IssuedDocument(OneCKind kind, NoteSlot slot, String currency, Paper paper, Link.Verified document) {

    IssuedDocument with(List<Remark> remarks) {
        var remarked = new Link.Verified(document.ref(), document.asked(), document.found(), document.facts(), remarks);
        return new IssuedDocument(kind, slot, currency, paper, remarked);
    }
}
