package dev.crm1c.simulators.bitrix24.crm;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Gives the next id of a kind of record. */
@FunctionalInterface
public interface Ids {
    long next(String kind);

    /**
     * Each kind counts by itself, as auto-increment columns do: deal 1, company 1 and requisite 1 live side by side,
     * so a client that mixes kinds up reads somebody else's record.
     */
    static Ids countingFrom(long first) {
        Map<String, AtomicLong> counters = new ConcurrentHashMap<>();
        return kind ->
                counters.computeIfAbsent(kind, fresh -> new AtomicLong(first)).getAndIncrement();
    }
}
