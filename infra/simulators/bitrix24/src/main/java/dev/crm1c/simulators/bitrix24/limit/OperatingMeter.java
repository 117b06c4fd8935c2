package dev.crm1c.simulators.bitrix24.limit;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The limit of execution time: for each credential and method ten buckets of a minute; a call that crosses the limit
 * still ends well, the next is refused; time comes back bucket by bucket, ten minutes after the first call in it
 * (bitrix24.md §4.4, §7.3 [doc]). What a method costs is set by the test, nothing by default.
 */
public final class OperatingMeter {
    /** How much has been spent, and when the oldest part of it is given back. */
    public record Usage(BigDecimal seconds, Instant resetAt) {}

    private record Spender(String credential, String method) {}

    private record Bucket(Instant firstCall, BigDecimal seconds) {
        Bucket plus(BigDecimal more) {
            return new Bucket(firstCall, seconds.add(more));
        }
    }

    private static final Duration BUCKET = Duration.ofMinutes(1);
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final Map<String, Duration> costs = new HashMap<>();
    private final Map<Spender, Deque<Bucket>> spent = new HashMap<>();
    private Duration limit;
    private BatchBilling batchBilling = BatchBilling.BY_COMMAND;
    private boolean shown = true;

    public OperatingMeter(Duration limit) {
        this.limit = limit;
    }

    /** Each call of the method takes that much of the portal's time from now on. */
    public synchronized void cost(String method, Duration cost) {
        costs.put(method.toLowerCase(Locale.ROOT), cost);
    }

    public synchronized void limit(Duration newLimit) {
        limit = newLimit;
    }

    public synchronized void billBatches(BatchBilling billing) {
        batchBilling = billing;
    }

    /** Self-hosted portals, and cheap calls, show no operating time at all. */
    public synchronized void show(boolean inAnswers) {
        shown = inAnswers;
    }

    public synchronized boolean isShown() {
        return shown;
    }

    public synchronized BatchBilling batchBilling() {
        return batchBilling;
    }

    public synchronized Duration costOf(String method) {
        return costs.getOrDefault(method.toLowerCase(Locale.ROOT), Duration.ZERO);
    }

    public synchronized boolean exhausted(String credential, String method, Instant now) {
        BigDecimal allowed = seconds(limit);
        return sum(living(credential, method, now)).compareTo(allowed) > 0;
    }

    public synchronized Usage spend(String credential, String method, Duration cost, Instant now) {
        Deque<Bucket> buckets = living(credential, method, now);
        Bucket last = buckets.peekLast();
        if (last == null || !now.isBefore(last.firstCall().plus(BUCKET))) {
            buckets.addLast(new Bucket(now, seconds(cost)));
        } else {
            buckets.addLast(buckets.pollLast().plus(seconds(cost)));
        }
        return new Usage(sum(buckets), buckets.getFirst().firstCall().plus(WINDOW));
    }

    private Deque<Bucket> living(String credential, String method, Instant now) {
        Deque<Bucket> buckets = spent.computeIfAbsent(
                new Spender(credential, method.toLowerCase(Locale.ROOT)), fresh -> new ArrayDeque<>());
        buckets.removeIf(bucket -> !now.isBefore(bucket.firstCall().plus(WINDOW)));
        return buckets;
    }

    private static BigDecimal sum(Deque<Bucket> buckets) {
        return buckets.stream().map(Bucket::seconds).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3);
    }
}
