package dev.crm1c.simulators.onec.base;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What the background jobs of УТ and ERP have still to do (onec.md §2.2). Nothing runs by itself: who looks at the base
 * finds done what was due by then.
 */
public final class BackgroundJobs {
    private final Infobase base;
    private final Clock clock;
    private final Duration delay;
    private final ConcurrentLinkedQueue<Job> waiting = new ConcurrentLinkedQueue<>();

    private record Job(Instant due, Runnable work) {}

    public BackgroundJobs(Infobase base, Clock clock, Duration delay) {
        this.base = base;
        this.clock = clock;
        this.delay = delay;
    }

    /** Said inside a transaction. */
    public void later(Runnable work) {
        waiting.add(new Job(clock.instant().plus(delay), work));
    }

    /** In the order they were asked for, one transaction for all that is due. */
    public void catchUp() {
        if (waiting.isEmpty()) {
            return;
        }
        base.transaction(() -> {
            Instant now = clock.instant();
            while (!waiting.isEmpty() && !waiting.peek().due().isAfter(now)) {
                waiting.remove().work().run();
            }
            return now;
        });
    }
}
