package dev.crm1c.model.port;

import dev.crm1c.model.portal.Pace;
import java.time.Instant;
import java.util.Set;

/**
 * How many requests a portal still takes from us, shared by every worker of every tenant on it.
 * A limiter inside one process is wrong here: measured, two processes of their own make 14 % refusals.
 */
public interface RequestBudget {

    /**
     * One request.
     *
     * @param methods what it calls: the method, or {@code batch} and everything in it
     */
    Grant take(String portal, Pace pace, Set<String> methods);

    /** The portal refused us: nobody asks again before then. */
    void refuseUntil(String portal, Pace pace, Instant until);

    /** The method has used up its time on the portal's server: nobody calls it before then. */
    void closeUntil(String portal, String method, Instant until);

    sealed interface Grant {
        record Granted() implements Grant {}

        /** Each who is told to come back is given a moment of its own, so that they do not come all at once. */
        record ComeBackAt(Instant instant) implements Grant {}
    }
}
