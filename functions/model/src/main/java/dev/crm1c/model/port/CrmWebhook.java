package dev.crm1c.model.port;

import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.Secret;

/** How one CRM product phrases its calls to us. Total: whatever comes in, {@link #read} returns and never throws. */
public interface CrmWebhook {
    CrmSystem system();

    Reading read(String contentType, byte[] body);

    sealed interface Reading {
        record Understood(Secret applicationToken, String memberId, Happening happening) implements Reading {}

        /**
         * @param why one line, Russian, without anything from the body
         */
        record NotUnderstood(String why) implements Reading {}
    }

    sealed interface Happening {
        /** Something to look at. */
        record Changed(CrmRef subject) implements Happening {}

        /** A call that is none of our business; its name is cleaned for the log. */
        record OfNoInterest(String event) implements Happening {}
    }
}
