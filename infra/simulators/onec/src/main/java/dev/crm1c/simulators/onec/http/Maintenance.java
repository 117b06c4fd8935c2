package dev.crm1c.simulators.onec.http;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Whether new sessions are forbidden just now, and what the administrator says about it (onec.md §1.7). */
public final class Maintenance {
    private final AtomicReference<Optional<String>> message = new AtomicReference<>(Optional.empty());

    public void begin(String why) {
        message.set(Optional.of(why));
    }

    public void end() {
        message.set(Optional.empty());
    }

    Optional<String> message() {
        return message.get();
    }
}
