package dev.crm1c.simulators.bitrix24.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What has been asked of the portal, in the order of the answers. */
public final class RequestJournal {
    private final List<RequestRecord> records = new CopyOnWriteArrayList<>();

    void add(RequestRecord record) {
        records.add(record);
    }

    public List<RequestRecord> all() {
        return List.copyOf(records);
    }

    public int overLimit() {
        return (int) records.stream().filter(RequestRecord::overLimit).count();
    }

    public void forget() {
        records.clear();
    }
}
