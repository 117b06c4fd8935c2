package dev.crm1c.simulators.onec.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The first call after an idle time, and the very first one, waits until 1C has woken up (onec.md §1.8 [live]). */
public final class ColdStart {
    private final Duration idle;
    private final Duration delay;
    private final Clock clock;
    private final AtomicReference<Instant> lastCall = new AtomicReference<>(Instant.MIN);

    public ColdStart(Duration idle, Duration delay, Clock clock) {
        this.idle = idle;
        this.delay = delay;
        this.clock = clock;
    }

    /** What the call that asks has to wait; those that come right after it find 1C awake. */
    Duration owed() {
        Instant now = clock.instant();
        Instant before = lastCall.getAndSet(now);
        return now.minus(idle).isBefore(before) ? Duration.ZERO : delay;
    }
}
