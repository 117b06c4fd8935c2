package dev.crm1c.simulators.bitrix24.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The limit of intensity: a bucket for each source address of the portal's callers (bitrix24.md §4.3, §7.3 [doc]). A
 * call adds one and Y leak away each second; what would go over X is refused.
 */
public final class LeakyBucket {
    /** Whether a call that is refused fills the bucket too: unknown (§7.3). */
    public enum Refused {
        FREE,
        COUNTED
    }

    private record Level(double level, Instant at) {}

    private static final double NANOS = 1e9;

    private final Clock clock;
    private final Map<String, Level> levels = new HashMap<>();
    private Refused refused = Refused.FREE;
    private int capacity;
    private double leakPerSecond;

    public LeakyBucket(Clock clock, int capacity, double leakPerSecond) {
        this.clock = clock;
        this.capacity = capacity;
        this.leakPerSecond = leakPerSecond;
    }

    public synchronized boolean accepts(String address) {
        Instant now = clock.instant();
        Level before = levels.getOrDefault(address, new Level(0, now));
        double leaked = Duration.between(before.at, now).toNanos() / NANOS * leakPerSecond;
        double level = Math.max(0, before.level - leaked);
        boolean accepted = level + 1 <= capacity;
        boolean counted = accepted || refused == Refused.COUNTED;
        levels.put(address, new Level(counted ? level + 1 : level, now));
        return accepted;
    }

    public synchronized void refusedCallsAre(Refused treatment) {
        refused = treatment;
    }

    /** 50 and 2 on most plans, 250 and 5 on Enterprise. */
    public synchronized void resize(int newCapacity, double newLeakPerSecond) {
        capacity = newCapacity;
        leakPerSecond = newLeakPerSecond;
        levels.clear();
    }
}
