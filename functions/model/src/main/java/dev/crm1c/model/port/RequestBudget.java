package dev.crm1c.model.port;

import java.time.Instant;

/**
 * How many requests a portal still takes from us, shared by every worker of every tenant on it.
 * A limiter inside one process is wrong here: measured, two processes of their own make 14 % refusals.
 */
public interface RequestBudget {
    Grant take(String portal, int requests);

    /** The portal refused us: nobody asks again before then. */
    void refuseUntil(String portal, Instant until);

    sealed interface Grant {
        record Granted() implements Grant {}

        record ComeBackAt(Instant instant) implements Grant {}
    }
}
