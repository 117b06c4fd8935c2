package dev.crm1c.model.port;

import dev.crm1c.model.port.CrmWebhook.Happening;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import java.util.List;

/**
 * A list of changes that the CRM keeps for us until we say that we have them. What was taken is hidden from everybody else, so it must be
 * confirmed or given back.
 */
public interface CrmChangeList {

    /** At most 50 entries, the oldest first. */
    Reply<Taken> take(Tenant tenant, Which which);

    /** They are safe with us. */
    Reply<Said> confirm(Tenant tenant, Taken taken, List<Entry> entries);

    /** They are not; they will be taken again as {@link Which#GIVEN_BACK}. */
    Reply<Said> giveBack(Tenant tenant, Taken taken, List<Entry> entries);

    enum Which {
        FRESH,
        GIVEN_BACK
    }

    enum Said {
        SAID
    }

    /**
     * @param process the CRM's name for what we hold
     */
    record Taken(String process, List<Entry> entries) {
        public Taken {
            entries = List.copyOf(entries);
        }
    }

    record Entry(String id, Happening happening) {}
}
