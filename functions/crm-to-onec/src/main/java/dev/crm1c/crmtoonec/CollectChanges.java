package dev.crm1c.crmtoonec;

import dev.crm1c.model.port.CrmChangeList;
import dev.crm1c.model.port.CrmChangeList.Entry;
import dev.crm1c.model.port.CrmChangeList.Said;
import dev.crm1c.model.port.CrmChangeList.Taken;
import dev.crm1c.model.port.CrmChangeList.Which;
import dev.crm1c.model.port.CrmWebhook.Happening;
import dev.crm1c.model.port.WorkQueue;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Outcome.Because;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Empties the list of changes that a portal keeps for us: each entry becomes a notice in the queue, and only then the portal is told that we
 * have it. What the queue did not take is given back and taken again the next time.
 */
@ApplicationScoped
class CollectChanges {
    /** 500 entries a look; the rest waits for the next one, so that no invocation runs out of time. */
    private static final int MOST_ROUNDS = 10;

    private static final Duration QUEUE_PAUSE = Duration.ofSeconds(30);

    private final WorkQueue queue;
    private final Clock clock;

    CollectChanges(WorkQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    /** What was given back before comes first: it is the oldest. */
    Outcome collect(Tenant tenant, CrmChangeList list) {
        Outcome returned = emptied(tenant, list, Which.GIVEN_BACK);
        return returned instanceof Outcome.Unchanged ? emptied(tenant, list, Which.FRESH) : returned;
    }

    private Outcome emptied(Tenant tenant, CrmChangeList list, Which which) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            switch (list.take(tenant, which)) {
                case Reply.Stopped<Taken>(Outcome outcome) -> {
                    return outcome;
                }
                case Reply.Got<Taken>(Taken(var _, var entries))
                when entries.isEmpty() -> {
                    return new Outcome.Unchanged(Because.LIST_EMPTIED);
                }
                case Reply.Got<Taken>(Taken taken) -> {
                    Reply<Said> passedOn = passOn(tenant, list, taken);
                    if (passedOn instanceof Reply.Stopped<Said>(Outcome outcome)) {
                        return outcome;
                    }
                }
            }
        }
        return new Outcome.Later(clock.instant(), Delay.OUT_OF_TIME);
    }

    private Reply<Said> passOn(Tenant tenant, CrmChangeList list, Taken taken) {
        var safe = new ArrayList<Entry>();
        for (Entry entry : taken.entries()) {
            if (send(tenant, entry.happening()) == WorkQueue.Sending.UNAVAILABLE) {
                return returned(tenant, list, taken, safe);
            }
            safe.add(entry);
        }
        return list.confirm(tenant, taken, safe);
    }

    private Reply<Said> returned(Tenant tenant, CrmChangeList list, Taken taken, List<Entry> safe) {
        List<Entry> rest = taken.entries().subList(safe.size(), taken.entries().size());
        Reply<Said> confirmed = safe.isEmpty() ? Reply.of(Said.SAID) : list.confirm(tenant, taken, safe);
        return confirmed
                .then(_ -> list.giveBack(tenant, taken, rest))
                .then(_ -> Reply.stop(new Outcome.Later(clock.instant().plus(QUEUE_PAUSE), Delay.QUEUE_UNAVAILABLE)));
    }

    private WorkQueue.Sending send(Tenant tenant, Happening happening) {
        return switch (happening) {
            case Happening.Changed(CrmRef subject) ->
                queue.send(new ChangeNotice(tenant.id(), subject, clock.instant(), Cause.WEBHOOK), tenant.lanes());
            case Happening.OfNoInterest _, Happening.Asked _, Happening.ApplicationRemoved _ -> WorkQueue.Sending.TAKEN;
        };
    }
}
