package dev.crm1c.crmapp;

import dev.crm1c.crmapp.Addressees.Addressee;
import dev.crm1c.model.port.Applications;
import dev.crm1c.model.port.Journal;
import dev.crm1c.model.port.NoticeInbox;
import dev.crm1c.model.port.WorkQueue;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** Somebody presses the button in a deal's tab: the deal is looked at now, whatever its stage. */
@ApplicationScoped
class AskForDeal {
    private static final String FIELD = "permit=";

    private final Addressees addressees;
    private final Applications applications;
    private final SendPermits permits;
    private final WorkQueue queue;
    private final NoticeInbox inbox;
    private final DealTabPage page;
    private final Journal journal;
    private final Clock clock;

    AskForDeal(
            Addressees addressees,
            Applications applications,
            SendPermits permits,
            WorkQueue queue,
            NoticeInbox inbox,
            DealTabPage page,
            Journal journal,
            Clock clock) {
        this.addressees = addressees;
        this.applications = applications;
        this.permits = permits;
        this.queue = queue;
        this.inbox = inbox;
        this.page = page;
        this.journal = journal;
        this.clock = clock;
    }

    Ending ask(Call call) {
        return addressees
                .find(call.system(), call.tenant())
                .map(Addressee::tenant)
                .map(tenant -> deal(tenant, call)
                        .map(deal -> send(tenant, deal))
                        .orElseGet(() -> {
                            journal.turnedAway(tenant.id(), "wrong permit");
                            return new Ending.TooOld();
                        }))
                .orElseGet(Ending.NobodyHere::new);
    }

    /** A permit needs no escaping, so a form that is ours is the field's name and the permit. */
    private Optional<CrmRef> deal(Tenant tenant, Call call) {
        String form = new String(call.body(), StandardCharsets.ISO_8859_1).strip();
        return form.startsWith(FIELD)
                ? applications
                        .find(tenant.id())
                        .flatMap(installed -> permits.honour(tenant, installed, form.substring(FIELD.length())))
                : Optional.empty();
    }

    private Ending send(Tenant tenant, CrmRef deal) {
        var notice = new ChangeNotice(tenant.id(), deal, clock.instant(), Cause.ASKED);
        boolean taken = queue.send(notice, tenant.lanes()) == WorkQueue.Sending.TAKEN
                || inbox.keep(notice) == NoticeInbox.Keeping.KEPT;
        if (!taken) {
            return new Ending.Unavailable();
        }
        journal.received(notice);
        return new Ending.Shown(page.asked(tenant));
    }
}
