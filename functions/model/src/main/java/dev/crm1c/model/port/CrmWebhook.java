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

        /** People want this object in 1C now, whatever its stage: a robot of the CRM has come to its "send to 1C". */
        record Asked(CrmRef subject, RobotWaits robot) implements Happening {}

        /** Our application was taken off the portal; its tokens are dead. */
        record ApplicationRemoved() implements Happening {}

        /** A call that is none of our business; its name is cleaned for the log. */
        record OfNoInterest(String event) implements Happening {}
    }

    /** Whether the caller stands still until we answer it. */
    sealed interface RobotWaits {
        record No() implements RobotWaits {}

        record For(String token) implements RobotWaits {}
    }
}
