package dev.crm1c.model.port;

import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.tenant.TenantId;
import java.util.List;

/** What is remembered of each CRM object, and which of them wait. */
public interface Works {
    Work find(TenantId tenant, CrmRef subject);

    /** Stores it, with an index of what it waits for. One object is never worked on twice at once, so the last write is the right one. */
    void put(Work work);

    /** The objects that wait for a change of this one. */
    List<CrmRef> waitingFor(TenantId tenant, CrmRef cure);

    /** Whether the tenant has any object that waits for another one: saves a call to the CRM when a requisite changes. */
    Waiting anybodyWaiting(TenantId tenant);

    enum Waiting {
        SOMEBODY,
        NOBODY
    }
}
