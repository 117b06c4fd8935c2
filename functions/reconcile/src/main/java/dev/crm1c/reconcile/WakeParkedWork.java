package dev.crm1c.reconcile;

import dev.crm1c.model.port.Journal;
import dev.crm1c.model.port.Tenants;
import dev.crm1c.model.port.WakeUps;
import dev.crm1c.model.port.WakeUps.Due;
import dev.crm1c.model.port.WorkQueue;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Brings what has waited long enough back to the queue, a bounded number each tick: one query a tick, however many tenants there are. */
@ApplicationScoped
class WakeParkedWork {
    private static final int MOST_PER_TICK = 200;
    /** A woken entry is not woken again for so long: by then the worker has settled it, or its message is lost. */
    private static final Duration LEASE = Duration.ofMinutes(30);

    private final WakeUps wakeUps;
    private final Tenants tenants;
    private final WorkQueue queue;
    private final Journal journal;
    private final Clock clock;

    WakeParkedWork(WakeUps wakeUps, Tenants tenants, WorkQueue queue, Journal journal, Clock clock) {
        this.wakeUps = wakeUps;
        this.tenants = tenants;
        this.queue = queue;
        this.journal = journal;
        this.clock = clock;
    }

    /** How many went to the queue. */
    int wake() {
        Instant now = clock.instant();
        int sent = 0;
        for (Due due : wakeUps.due(now, MOST_PER_TICK)) {
            if (queue.send(due.notice(), lanes(due.notice().tenant())) == WorkQueue.Sending.TAKEN) {
                wakeUps.sent(due, now.plus(LEASE));
                sent++;
            }
        }
        journal.woken(sent);
        return sent;
    }

    /** Work of a tenant that is no more goes to the worker as well: it refuses it and nothing waits for ever. */
    private int lanes(TenantId tenant) {
        Optional<Tenant> known = tenants.find(tenant);
        return known.map(Tenant::lanes).orElse(1);
    }
}
