package dev.crm1c.simulators.bitrix24.event;

import dev.crm1c.simulators.bitrix24.crm.Change;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The queue server between the portal and its handlers, with all that it may do to events: hold them, lose them, send
 * them twice and out of order (bitrix24.md §2.1, §7.7).
 */
final class EventQueue {
    /** One event on its way to one handler. */
    record Waiting(Subscription subscription, Change change) {}

    private static final int DEFAULT_PARALLEL = 4;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Waiting> waiting = new ArrayList<>();
    private Optional<Random> shuffling = Optional.empty();
    private boolean held;
    private boolean closed;
    private int dropEvery;
    private int times = 1;
    private int parallel = DEFAULT_PARALLEL;
    private int offered;
    private int dropped;
    private int underWay;

    void offer(Waiting event) {
        locked(() -> {
            offered++;
            if (dropEvery > 0 && offered % dropEvery == 0) {
                dropped++;
                return;
            }
            for (int copy = 0; copy < times; copy++) {
                waiting.add(event);
            }
        });
    }

    /** Waits for an event that may go; empty when the queue has been closed. */
    Optional<Waiting> take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!closed && (held || waiting.isEmpty() || underWay >= parallel)) {
                changed.await();
            }
            if (closed) {
                return Optional.empty();
            }
            underWay++;
            int next = shuffling.map(random -> random.nextInt(waiting.size())).orElse(0);
            return Optional.of(waiting.remove(next));
        } finally {
            lock.unlock();
        }
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

    /** Whether nothing waits and nothing is under way, at the latest after the given time; held events wait. */
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
