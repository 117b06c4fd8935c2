package dev.crm1c.connectors.bitrix24;

import java.util.Locale;
import java.util.Set;

/** Whether a method may have changed something when its answer is lost. */
enum Effect {
    READS,
    WRITES;

    private static final Set<String> READING_ENDS = Set.of(
            "get",
            "list",
            "getlist",
            "fields",
            "getfieldsbyfilter",
            "findbycomm",
            "items",
            "types",
            "countries",
            "info",
            "status");

    private static final Set<String> READING_WHOLE =
            Set.of("profile", "scope", "events", "methods", "user.current", "server.time", "crm.enum.ownertype");

    /** What is not known to read, writes. {@code event.offline.get} takes events out of the queue. */
    static Effect of(String method) {
        String name = method.toLowerCase(Locale.ROOT);
        String end = name.substring(name.lastIndexOf('.') + 1);
        boolean reads = READING_WHOLE.contains(name) || name.contains(".") && READING_ENDS.contains(end);
        return reads && !name.equals("event.offline.get") ? READS : WRITES;
    }
}
