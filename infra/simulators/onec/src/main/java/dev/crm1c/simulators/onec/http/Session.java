package dev.crm1c.simulators.onec.http;

import java.time.Duration;
import java.time.Instant;

/** One session of one user. It works on one call at a time, and while it works it does not grow old. */
record Session(String id, String user, boolean busy, Instant lastUsed) {
    Session taken() {
        return new Session(id, user, true, lastUsed);
    }

    Session idleFrom(Instant now) {
        return new Session(id, user, false, now);
    }

    boolean expired(Instant now, Duration maxAge) {
        return !busy && !now.isBefore(lastUsed.plus(maxAge));
    }
}
