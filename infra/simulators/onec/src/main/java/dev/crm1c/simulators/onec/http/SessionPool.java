package dev.crm1c.simulators.onec.http;

import dev.crm1c.simulators.onec.wire.Answer;
import dev.crm1c.simulators.onec.wire.PlatformPages;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The sessions the web extension keeps for the user: who finds none in time gets 406 (onec.md §1.8 [doc]). */
public final class SessionPool {
    private final Semaphore sessions;
    private final Duration patience;

    public SessionPool(int size, Duration patience) {
        this.sessions = new Semaphore(size, true);
        this.patience = patience;
    }

    Answer within(Supplier<Answer> work) {
        if (!admitted()) {
            return PlatformPages.noSession();
        }
        try {
            return work.get();
        } finally {
            sessions.release();
        }
    }

    private boolean admitted() {
        try {
            return sessions.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
