package dev.crm1c.reconcile;

import dev.crm1c.model.port.Journal;
import dev.crm1c.model.port.Tenants;
import dev.crm1c.model.port.Ticks;
import dev.crm1c.model.port.WakeUps;
import dev.crm1c.model.port.WakeUps.Due;
import dev.crm1c.model.port.WorkQueue;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings what has waited long enough back to the queue: one query, however many tenants there are, and of each portal's work no more than
 * the portal takes. A portal's burst fills up again in twenty seconds, so while something waits a tick is followed by others within its minute.
 */
@ApplicationScoped
class WakeParkedWork {
    /** One portion is sent in seconds; what is left of it is the first of the next one. */
    private static final int MOST_PER_PORTION = 200;
    /** Behind so many of a portal that takes no more, the work of other portals is still found. */
    private static final int MOST_SEEN = 2_000;

    private static final int PORTIONS_PER_MINUTE = 4;
    /** The fourth portion comes 42 s after the first; then the scheduler ticks. */
    private static final Duration BETWEEN_PORTIONS = Duration.ofSeconds(14);
    /** A woken entry is not woken again for so long: by then the worker has settled it, or its message is lost. */
    private static final Duration LEASE = Duration.ofMinutes(30);

    private final WakeUps wakeUps;
    private final Tenants tenants;
    private final PortalsWithRoom portals;
    private final WorkQueue queue;
    private final Journal journal;
    private final Ticks ticks;
    private final Clock clock;

    WakeParkedWork(
            WakeUps wakeUps,
            Tenants tenants,
            PortalsWithRoom portals,
            WorkQueue queue,
            Journal journal,
            Ticks ticks,
            Clock clock) {
        this.wakeUps = wakeUps;
        this.tenants = tenants;
        this.portals = portals;
        this.queue = queue;
        this.journal = journal;
        this.ticks = ticks;
        this.clock = clock;
    }

    /**
     * How many went to the queue.
     *
     * @param portion which one of its minute this is, from 1
     */
    int wake(int portion) {
        int sent = send();
        boolean more = !wakeUps.due(clock.instant().plus(BETWEEN_PORTIONS), 1).isEmpty();
        if (more && portion < PORTIONS_PER_MINUTE) {
            ticks.again(portion + 1, BETWEEN_PORTIONS);
        }
        return sent;
    }

    private int send() {
        Instant now = clock.instant();
        PortalsWithRoom.Portion portion = portals.portion();
        int sent = 0;
        for (Due due : wakeUps.due(now, MOST_SEEN)) {
            if (sent == MOST_PER_PORTION) {
                break;
            }
            Optional<Tenant> tenant = tenants.find(due.notice().tenant());
            if (portion.takes(tenant) && isSent(due, tenant)) {
                wakeUps.sent(due, now.plus(LEASE));
                sent++;
            }
        }
        journal.woken(sent);
        return sent;
    }

    /** Work of a tenant that is no more goes to the worker as well: it refuses it and nothing waits for ever. */
    private boolean isSent(Due due, Optional<Tenant> tenant) {
        return queue.send(due.notice(), tenant.map(Tenant::lanes).orElse(1)) == WorkQueue.Sending.TAKEN;
    }
}
