package dev.crm1c.simulators.bitrix24.event;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

/**
 * What waits to be sent, with all that may happen to it on the way: held, late, lost, sent twice, out of order, put off
 * for a slow handler (bitrix24.md §2.1, §7.7).
 */
final class EventQueue {
    private record Waiting(Letter letter, Instant due) {}

    private static final int DEFAULT_PARALLEL = 4;
    /** How often a letter that is not due yet looks at the clock, which tests move without a word. */
    private static final long GLANCE = TimeUnit.MILLISECONDS.toNanos(10);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Waiting> waiting = new ArrayList<>();
    private final Throttle throttle = new Throttle();
    private final Clock clock;
    private Optional<Random> shuffling = Optional.empty();
    private Duration delay = Duration.ZERO;
    private boolean held;
    private boolean closed;
    private int dropEvery;
    private int times = 1;
    private int parallel = DEFAULT_PARALLEL;
    private int offered;
    private int dropped;
    private int underWay;

    EventQueue(Clock clock) {
        this.clock = clock;
    }

    void offer(Letter letter) {
        locked(() -> {
            offered++;
            if (dropEvery > 0 && offered % dropEvery == 0) {
                dropped++;
                return;
            }
            for (int copy = 0; copy < times; copy++) {
                waiting.add(new Waiting(letter, clock.instant().plus(delay)));
            }
        });
    }

    /** Waits for a letter that may go; empty when the queue has been closed. */
    Optional<Letter> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed) {
                int[] ready = ready();
                if (ready.length > 0) {
                    underWay++;
                    int next = shuffling
                            .map(random -> random.nextInt(ready.length))
                            .orElse(0);
                    return Optional.of(waiting.remove(ready[next]).letter());
                }
                if (waiting.isEmpty() || held) {
                    changed.await();
                } else {
                    changed.awaitNanos(GLANCE);
                }
            }
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    void answered(Delivery delivery) {
        locked(() -> {
            Instant now = clock.instant();
            throttle.answered(delivery.handler(), Duration.between(delivery.sentAt(), now), now);
        });
    }

    void done() {
        locked(() -> underWay--);
    }

    void close() {
        locked(() -> closed = true);
    }

    void hold(boolean hold) {
        locked(() -> held = hold);
    }

    void delay(Duration time) {
        locked(() -> delay = time);
    }

    void throttle(Throttle.Rule rule) {
        locked(() -> throttle.follow(rule));
    }

    void liftThrottle() {
        locked(throttle::lift);
    }

    void dropEvery(int n) {
        locked(() -> {
            dropEvery = n;
            offered = 0;
        });
    }

    void times(int copies) {
        locked(() -> times = copies);
    }

    void shuffle(Optional<Random> random) {
        locked(() -> shuffling = random);
    }

    void parallel(int handlers) {
        locked(() -> parallel = handlers);
    }

    int dropped() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    void forgetCounters() {
        locked(() -> dropped = 0);
    }

    /** Whether nothing waits and nothing is under way, at the latest after the given time; what is put off waits. */
    boolean quietWithin(Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (!(waiting.isEmpty() && underWay == 0) && nanos > 0) {
                nanos = changed.awaitNanos(nanos);
            }
            return waiting.isEmpty() && underWay == 0;
        } finally {
            lock.unlock();
        }
    }

    private int[] ready() {
        if (held || underWay >= parallel) {
            return new int[0];
        }
        Instant now = clock.instant();
        IntStream ready = IntStream.range(0, waiting.size()).filter(index -> mayGo(waiting.get(index), now));
        return (shuffling.isPresent() ? ready : ready.limit(1)).toArray();
    }

    private boolean mayGo(Waiting one, Instant now) {
        return !now.isBefore(one.due()) && throttle.mayCall(one.letter().handler(), now);
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
