package dev.crm1c.crmtoonec;

import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One document that a deal asks for.
 *
 * @param key names its pair
 * @param keeping asked only then
 * @param draft how the document of this date should look; asked only when something is to be written or compared
 */
record Job(
        Tenant tenant,
        OneCKind kind,
        CrmRef deal,
        LinkKey key,
        Asked asked,
        Supplier<Keeping> keeping,
        Function<LocalDateTime, Reply<Prepared>> draft) {

    /** What becomes of a document of which the deal says something else later. */
    enum Keeping {
        /** It follows the deal as long as nobody has paid, shipped or touched it. */
        WHILE_FREE,
        /** What was handed over was handed over: people are told. */
        AS_WRITTEN
    }

    record Prepared(DocumentDraft draft, List<Remark> remarks) {
        Prepared {
            remarks = List.copyOf(remarks);
        }
    }

    Reply<Prepared> prepare(LocalDateTime date) {
        return draft.apply(date);
    }
}
