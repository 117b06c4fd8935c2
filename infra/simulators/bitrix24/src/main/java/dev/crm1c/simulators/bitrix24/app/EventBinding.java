package dev.crm1c.simulators.bitrix24.app;

import java.net.URI;
import java.time.Duration;

/** What an application has bound with event.bind (bitrix24.md §2.5). */
sealed interface EventBinding {
    String event();

    long authType();

    /** Told at once, to an address. */
    record Online(long handlerId, String event, URI handler, long authType, long boundBy, Duration minTimeout)
            implements EventBinding {}

    /** Kept until it is fetched, in the queue of a connector or in the one without a name. */
    record Offline(String event, long authType, String connector) implements EventBinding {}
}
