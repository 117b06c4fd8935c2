package dev.crm1c.simulators.onec.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Every request in the order of arrival, and how many were under way at once. */
public final class RequestJournal {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<RecordedRequest> requests = new ArrayList<>();
    private final Set<Entry> underWay = new HashSet<>();
    private int epoch;
    private int greatest;

    /** A place in the journal; one from before a reset is written to no more. */
    record Entry(int epoch, int index) {}

    Entry arrived(String method, Target target) {
        return locked(() -> {
            Entry entry = new Entry(epoch, requests.size());
            requests.add(new RecordedRequest(method, target.path(), target.query(), 0));
            underWay.add(entry);
            greatest = Math.max(greatest, underWay.size());
            return entry;
        });
    }

    /** Said before the answer goes out: a caller that has it may look here at once, or send the next request. */
    void finished(Entry entry, int status) {
        locked(() -> {
            if (underWay.remove(entry) && entry.epoch() == epoch) {
                RecordedRequest known = requests.get(entry.index());
                requests.set(entry.index(), new RecordedRequest(known.method(), known.path(), known.query(), status));
            }
            return entry;
        });
    }

    public List<RecordedRequest> requests() {
        return locked(() -> List.copyOf(requests));
    }

    public int greatestParallelCalls() {
        return locked(() -> greatest);
    }

    public void reset() {
        locked(() -> {
            epoch++;
            requests.clear();
            greatest = underWay.size();
            return greatest;
        });
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
