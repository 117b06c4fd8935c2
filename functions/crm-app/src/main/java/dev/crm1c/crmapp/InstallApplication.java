package dev.crm1c.crmapp;

import dev.crm1c.crmapp.Addressees.Addressee;
import dev.crm1c.model.port.Applications;
import dev.crm1c.model.port.CrmApplication.Doubt;
import dev.crm1c.model.port.CrmApplication.Face;
import dev.crm1c.model.port.CrmApplication.Installation;
import dev.crm1c.model.port.Journal;
import dev.crm1c.model.port.NoticeInbox;
import dev.crm1c.model.port.Portals;
import dev.crm1c.model.port.WorkQueue;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * An administrator installs our application on a tenant's portal: from now on its tokens are what we work with, and its events are let in. What
 * comes again takes the place of what came before.
 */
@ApplicationScoped
class InstallApplication {
    private static final CrmRef OUR_APPLICATION = new CrmRef(CrmKind.APPLICATION, "0");

    private final Addressees addressees;
    private final Applications applications;
    private final Portals portals;
    private final WorkQueue queue;
    private final NoticeInbox inbox;
    private final Journal journal;
    private final Clock clock;

    InstallApplication(
            Addressees addressees,
            Applications applications,
            Portals portals,
            WorkQueue queue,
            NoticeInbox inbox,
            Journal journal,
            Clock clock) {
        this.addressees = addressees;
        this.applications = applications;
        this.portals = portals;
        this.queue = queue;
        this.inbox = inbox;
        this.journal = journal;
        this.clock = clock;
    }

    Ending install(Call call) {
        return addressees
                .find(call.system(), call.tenant())
                .map(addressee -> install(addressee, call))
                .orElseGet(Ending.NobodyHere::new);
    }

    private Ending install(Addressee addressee, Call call) {
        var tenant = addressee.tenant();
        return switch (addressee.crm().installation(tenant, call.contentType(), call.body())) {
            case Installation.NotUnderstood(String why) -> {
                journal.turnedAway(tenant.id(), "malformed installation");
                yield new Ending.Malformed(why);
            }
            case Installation.Disproved(Doubt doubt) -> {
                journal.turnedAway(tenant.id(), doubt.name());
                yield new Ending.Forged();
            }
            case Installation.Unproved() -> {
                journal.turnedAway(tenant.id(), "unproved installation");
                yield new Ending.Unavailable();
            }
            case Installation.Proved(var application, var pace, Face face) -> {
                applications.install(tenant.id(), application);
                portals.takes(tenant.id(), pace);
                portals.reachesUsAt(tenant.id(), call.address());
                journal.installed(tenant.id());
                yield bindLater(tenant) ? shown(face) : new Ending.Unavailable();
            }
        };
    }

    /** An installation drops whatever the application had bound; the worker binds it again, and goes on trying. */
    private boolean bindLater(Tenant tenant) {
        var notice = new ChangeNotice(tenant.id(), OUR_APPLICATION, clock.instant(), Cause.WEBHOOK);
        return queue.send(notice, tenant.lanes()) == WorkQueue.Sending.TAKEN
                || inbox.keep(notice) == NoticeInbox.Keeping.KEPT;
    }

    private static Ending shown(Face face) {
        return switch (face) {
            case Face.None() -> new Ending.Done();
            case Face.Page page -> new Ending.Shown(page);
        };
    }
}
