package dev.crm1c.crmtoonec;

import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;

/**
 * One document that a deal asks for.
 *
 * @param asked changes when the deal asks for something else
 * @param draft how the document of this date should look; asked only when something is to be written or compared
 */
record Job(
        Tenant tenant, OneCKind kind, CrmRef deal, Fingerprint asked, Function<LocalDateTime, Reply<Prepared>> draft) {

    record Prepared(DocumentDraft draft, List<Remark> remarks) {
        Prepared {
            remarks = List.copyOf(remarks);
        }
    }

    LinkKey key() {
        return LinkKey.ofDocument(kind, deal);
    }

    Reply<Prepared> prepare(LocalDateTime date) {
        return draft.apply(date);
    }
}
