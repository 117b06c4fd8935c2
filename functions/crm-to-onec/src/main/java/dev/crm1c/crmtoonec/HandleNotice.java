package dev.crm1c.crmtoonec;

import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.CrmSystems;
import dev.crm1c.model.port.Journal;
import dev.crm1c.model.port.Tenants;
import dev.crm1c.model.port.Works;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Outcome.Because;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.sync.Work.Parking;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Looks at one object, or puts the look off, and writes down how it ended. Whatever the outcome, the message has done its duty. */
@ApplicationScoped
class HandleNotice {
    private final Tenants tenants;
    private final CrmSystems crms;
    private final ApplyDealToOneC applyDeal;
    private final WakeWaitingDeals wakeWaiting;
    private final CollectChanges collectChanges;
    private final BindApplication bindApplication;
    private final Works works;
    private final Journal journal;
    private final Clock clock;

    HandleNotice(
            Tenants tenants,
            CrmSystems crms,
            ApplyDealToOneC applyDeal,
            WakeWaitingDeals wakeWaiting,
            CollectChanges collectChanges,
            BindApplication bindApplication,
            Works works,
            Journal journal,
            Clock clock) {
        this.tenants = tenants;
        this.crms = crms;
        this.applyDeal = applyDeal;
        this.wakeWaiting = wakeWaiting;
        this.collectChanges = collectChanges;
        this.bindApplication = bindApplication;
        this.works = works;
        this.journal = journal;
        this.clock = clock;
    }

    Outcome handle(ChangeNotice notice) {
        Outcome outcome = tenants.find(notice.tenant())
                .map(tenant -> crms.of(tenant.crm().system())
                        .map(crm -> handle(tenant, crm, notice))
                        .orElseGet(() -> new Outcome.Refused("no connector for this CRM")))
                .orElseGet(() -> new Outcome.Refused("no such tenant"));
        journal.settled(notice, outcome);
        return outcome;
    }

    /** For what the invocation has no time left to do well: a remote call that is cut off is a write of unknown outcome. */
    void postpone(ChangeNotice notice) {
        var later = new Outcome.Later(clock.instant(), Delay.OUT_OF_TIME);
        park(notice, later);
        journal.settled(notice, later);
    }

    /**
     * For a notice that broke our own code: it waits in the table as other work does.
     *
     * @return how many looks in a row have come to nothing
     */
    int setAside(ChangeNotice notice) {
        var later = new Outcome.Later(clock.instant(), Delay.OUR_MISTAKE);
        Work parked = park(notice, later);
        journal.settled(notice, later);
        return parked.parking() instanceof Parking.Parked(var _, var _, int attempts, var _) ? attempts : 0;
    }

    /** For a notice whose object is looked at in the same breath because of another one. */
    void skip(ChangeNotice notice) {
        journal.settled(notice, new Outcome.Unchanged(Because.ALREADY_SEEN));
    }

    private Outcome handle(Tenant tenant, Crm crm, ChangeNotice notice) {
        return switch (notice.subject().kind()) {
            case DEAL -> applyDeal.apply(tenant, crm, notice);
            case COMPANY, CONTACT, REQUISITE, BANK_DETAIL ->
                parked(notice, wakeWaiting.wake(tenant, crm, notice.subject()));
            case CHANGE_LIST ->
                parked(
                        notice,
                        crm.changeList()
                                .map(list -> collectChanges.collect(tenant, list))
                                .orElseGet(() -> new Outcome.Unchanged(Because.NOT_FOLLOWED)));
            case APPLICATION -> parked(notice, bindApplication.bind(tenant));
            case INVOICE, PRODUCT -> new Outcome.Unchanged(Because.NOT_FOLLOWED);
        };
    }

    private Outcome parked(ChangeNotice notice, Outcome outcome) {
        park(notice, outcome);
        return outcome;
    }

    /** That people asked is remembered even when there is no time for them now. */
    private Work park(ChangeNotice notice, Outcome outcome) {
        Work before = works.find(notice.tenant(), notice.subject());
        Work known = notice.cause() == Cause.ASKED ? before.askedFor() : before;
        Work after = known.with(ParkingRule.after(outcome, before.parking(), clock.instant()));
        if (!after.equals(before)) {
            works.put(after);
        }
        return after;
    }
}
