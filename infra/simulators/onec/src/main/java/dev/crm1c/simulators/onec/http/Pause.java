package dev.crm1c.simulators.onec.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Waits that end with the stand-in.
 *
 * @param closing opens when the stand-in ends: nobody waits longer than that
 */
public record Pause(CountDownLatch closing) {

    void hold(Duration duration) {
        try {
            closing.await(duration.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    boolean over() {
        return closing.getCount() == 0;
    }
}
