package dev.crm1c.simulators.onec.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The sessions that live: no more than the pool holds, and none idle for longer than its age (onec.md §1.8 [doc]). */
public final class Sessions {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition freed = lock.newCondition();
    private final Map<String, Session> living = new LinkedHashMap<>();
    private final int pool;
    private final Duration patience;
    private final Duration maxAge;
    private final Clock clock;
    private int started;

    /** @param patience how long a call waits for a session, in real time; their age goes by the clock */
    public Sessions(int pool, Duration patience, Duration maxAge, Clock clock) {
        this.pool = pool;
        this.patience = patience;
        this.maxAge = maxAge;
        this.clock = clock;
    }

    /** What came of asking for a session. */
    sealed interface Admission {
        record Admitted(Session session) implements Admission {}

        record NoRoom() implements Admission {}

        record Dead() implements Admission {}
    }

    public int live() {
        return locked(() -> {
            bury();
            return living.size();
        });
    }

    public int everStarted() {
        return locked(() -> started);
    }

    /** As an administrator ends them: a call under way is finished, but its session is no more. */
    public void drop() {
        locked(() -> {
            living.clear();
            freed.signalAll();
            return living;
        });
    }

    /** An idle session of the user, or a new one. */
    Admission borrow(String user) {
        return patiently(() -> living.values().stream()
                .filter(session -> session.user().equals(user) && !session.busy())
                .findFirst()
                .map(this::take)
                .or(() -> begin(user, this::anyIdle)));
    }

    /** A session nobody else will get, though others of the user may be idle. */
    Admission start(String user) {
        return patiently(() -> begin(user, Optional::empty));
    }

    /** A session is its user's: to anybody else, its id is as good as dead. */
    Admission resume(String id, String user) {
        return patiently(() -> {
            Session known = living.get(id);
            if (known == null || !known.user().equals(user)) {
                return Optional.of(new Admission.Dead());
            }
            return known.busy() ? Optional.empty() : Optional.of(take(known));
        });
    }

    boolean lives(String id, String user) {
        return locked(() -> {
            bury();
            return living.containsKey(id) && living.get(id).user().equals(user);
        });
    }

    void release(Session session) {
        locked(() -> {
            living.computeIfPresent(session.id(), (_, known) -> known.idleFrom(clock.instant()));
            freed.signalAll();
            return session;
        });
    }

    void end(Session session) {
        locked(() -> {
            living.remove(session.id());
            freed.signalAll();
            return session;
        });
    }

    private Admission take(Session session) {
        Session taken = session.taken();
        living.put(taken.id(), taken);
        return new Admission.Admitted(taken);
    }

    private Optional<Admission> begin(String user, Supplier<Optional<Session>> victim) {
        if (living.size() >= pool) {
            Optional<Session> spared = victim.get();
            if (spared.isEmpty()) {
                return Optional.empty();
            }
            living.remove(spared.get().id());
        }
        started++;
        return Optional.of(take(new Session(UUID.randomUUID().toString(), user, true, clock.instant())));
    }

    /** The pool is one for all users: an idle session of another one makes room. */
    private Optional<Session> anyIdle() {
        return living.values().stream().filter(session -> !session.busy()).findFirst();
    }

    private void bury() {
        Instant now = clock.instant();
        living.values().removeIf(session -> session.expired(now, maxAge));
    }

    private Admission patiently(Supplier<Optional<Admission>> attempt) {
        return locked(() -> {
            long left = patience.toNanos();
            while (true) {
                bury();
                Optional<Admission> admission = attempt.get();
                if (admission.isPresent()) {
                    return admission.get();
                }
                if (left <= 0) {
                    return new Admission.NoRoom();
                }
                left = awaitFreed(left);
            }
        });
    }

    private long awaitFreed(long nanos) {
        try {
            return freed.awaitNanos(nanos);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
