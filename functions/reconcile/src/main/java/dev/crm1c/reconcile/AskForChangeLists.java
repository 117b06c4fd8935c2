package dev.crm1c.reconcile;

import dev.crm1c.model.port.Portals;
import dev.crm1c.model.port.Tenants;
import dev.crm1c.model.port.WorkQueue;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Some portals keep a list of changes for us and ring once when it grows. The ring may be lost like any event, so each list is looked at
 * now and then. One query finds them all; a tenant without a list costs nothing.
 */
@ApplicationScoped
class AskForChangeLists {
    private static final CrmRef THE_LIST = new CrmRef(CrmKind.CHANGE_LIST, "0");

    private final Portals portals;
    private final Tenants tenants;
    private final WorkQueue queue;
    private final Clock clock;

    AskForChangeLists(Portals portals, Tenants tenants, WorkQueue queue, Clock clock) {
        this.portals = portals;
        this.tenants = tenants;
        this.queue = queue;
        this.clock = clock;
    }

    /** How many notices went to the queue. */
    int ask() {
        return (int) portals.withChangeList().stream().filter(this::asked).count();
    }

    private boolean asked(TenantId id) {
        return tenants.find(id)
                .map(tenant ->
                        queue.send(new ChangeNotice(id, THE_LIST, clock.instant(), Cause.WEBHOOK), tenant.lanes())
                                == WorkQueue.Sending.TAKEN)
                .orElse(false);
    }
}
