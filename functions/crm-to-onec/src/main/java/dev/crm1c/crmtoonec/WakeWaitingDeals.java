package dev.crm1c.crmtoonec;

import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.WorkQueue;
import dev.crm1c.model.port.Works;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Outcome.Because;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A buyer or its requisites changed: every deal that waits for that buyer is looked at again, at once. */
@ApplicationScoped
class WakeWaitingDeals {
    private static final Duration QUEUE_PAUSE = Duration.ofSeconds(30);

    private final Works works;
    private final WorkQueue queue;
    private final Clock clock;

    WakeWaitingDeals(Works works, WorkQueue queue, Clock clock) {
        this.works = works;
        this.queue = queue;
        this.clock = clock;
    }

    Outcome wake(Tenant tenant, Crm crm, CrmRef changed) {
        if (works.anybodyWaiting(tenant.id()) == Works.Waiting.NOBODY) {
            return new Outcome.Unchanged(Because.NOBODY_WAITS);
        }
        Reply<Optional<CrmRef>> buyer = switch (changed.kind()) {
            case COMPANY, CONTACT -> Reply.of(Optional.of(changed));
            default -> crm.companyOf(tenant, changed);
        };
        return buyer.end(found -> found.map(one -> wakeThoseWaitingFor(tenant, one))
                .orElseGet(() -> new Outcome.Unchanged(Because.NOBODY_WAITS)));
    }

    private Outcome wakeThoseWaitingFor(Tenant tenant, CrmRef buyer) {
        List<CrmRef> waiting = works.waitingFor(tenant.id(), buyer);
        for (CrmRef deal : waiting) {
            var notice = new ChangeNotice(tenant.id(), deal, clock.instant(), ChangeNotice.Cause.WOKEN);
            if (queue.send(notice, tenant.lanes()) == WorkQueue.Sending.UNAVAILABLE) {
                return new Outcome.Later(clock.instant().plus(QUEUE_PAUSE), Delay.QUEUE_UNAVAILABLE);
            }
        }
        return new Outcome.Unchanged(waiting.isEmpty() ? Because.NOBODY_WAITS : Because.WOKE_OTHERS);
    }
}
