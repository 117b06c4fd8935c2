package dev.crm1c.simulators.onec.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Every request in the order of arrival, and how many were under way at once. */
public final class RequestJournal {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<RecordedRequest> requests = new ArrayList<>();
    private int epoch;
    private int underWay;
    private int greatest;

    /** A place in the journal; one from before a reset is written to no more. */
    record Entry(int epoch, int index) {}

    Entry arrived(String method, Target target) {
        lock.lock();
        try {
            greatest = Math.max(greatest, ++underWay);
            requests.add(new RecordedRequest(method, target.path(), target.query(), 0));
            return new Entry(epoch, requests.size() - 1);
        } finally {
            lock.unlock();
        }
    }

    void left() {
        lock.lock();
        try {
            underWay--;
        } finally {
            lock.unlock();
        }
    }

    void answered(Entry entry, int status) {
        lock.lock();
        try {
            if (entry.epoch() == epoch) {
                RecordedRequest known = requests.get(entry.index());
                requests.set(entry.index(), new RecordedRequest(known.method(), known.path(), known.query(), status));
            }
        } finally {
            lock.unlock();
        }
    }

    public List<RecordedRequest> requests() {
        lock.lock();
        try {
            return List.copyOf(requests);
        } finally {
            lock.unlock();
        }
    }

    public int greatestParallelCalls() {
        lock.lock();
        try {
            return greatest;
        } finally {
            lock.unlock();
        }
    }

    public void reset() {
        lock.lock();
        try {
            epoch++;
            requests.clear();
            greatest = underWay;
        } finally {
            lock.unlock();
        }
    }
}
