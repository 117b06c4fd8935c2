package dev.crm1c.model.port;

import dev.crm1c.model.deal.Reminder;
import dev.crm1c.model.portal.PortalUser;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import java.time.Instant;
import java.util.Optional;

/** Telling people who work in the CRM. */
public interface CrmPeople {

    /**
     * Puts something to do into the timeline of a deal, a company, a contact or an invoice.
     *
     * @return its id, for the caller to remember: who has one does not ask again
     */
    Reply<String> remind(Tenant tenant, CrmRef about, Reminder reminder);

    /** The one that a try made whose answer was lost: nobody else puts one there that is due at the very second. Done ones count. */
    Reply<Optional<String>> find(Tenant tenant, CrmRef about, Instant deadline);

    /** Ticks it off; one that people have ticked off or taken away already is done as well. */
    Reply<String> settle(Tenant tenant, CrmRef about, String reminder);

    /**
     * A message among the user's notices. It takes the place of the one with the same subject, so saying the same twice is seen once.
     *
     * @param subject a name of ours for what it is about, without words of anybody
     */
    Reply<String> notify(Tenant tenant, PortalUser user, String message, String subject);
}
