package dev.crm1c.simulators.bitrix24.http;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What has been asked of the portal, in the order of the answers. */
public final class RequestJournal {
    private final Queue<RequestRecord> records = new ConcurrentLinkedQueue<>();

    void add(RequestRecord record) {
        records.add(record);
    }

    public List<RequestRecord> all() {
        return List.copyOf(records);
    }

    public int size() {
        return records.size();
    }

    public int overLimit() {
        return (int) records.stream().filter(RequestRecord::overLimit).count();
    }

    public void forget() {
        records.clear();
    }
}
