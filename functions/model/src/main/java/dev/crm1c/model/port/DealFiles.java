package dev.crm1c.model.port;

import dev.crm1c.model.deal.DealFile;
import dev.crm1c.model.deal.FormerFile;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import java.util.Set;

/** Files in a field of a deal's own: the printed form of an invoice. */
public interface DealFiles {

    /** Ids of the files that the field holds; to be remembered before something is attached. */
    Reply<Set<String>> held(Tenant tenant, CrmRef deal, String field);

    /** A field of one file then holds this one; a field of many holds it beside all files but the document's former version. */
    Reply<Attachment> attach(Tenant tenant, CrmRef deal, String field, DealFile file, FormerFile former);

    sealed interface Attachment {
        /** To be remembered: the next version replaces it by this id. */
        record Attached(String fileId) implements Attachment {}

        record TooLarge(long mostBytes) implements Attachment {}

        /** The CRM would drop it without a word. */
        record Empty() implements Attachment {}

        record NoSuchField() implements Attachment {}

        record DealGone() implements Attachment {}
    }
}
