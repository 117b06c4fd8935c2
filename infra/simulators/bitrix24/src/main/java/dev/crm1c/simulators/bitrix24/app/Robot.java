package dev.crm1c.simulators.bitrix24.app;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A robot that an application has added (bitrix24.md §3.1).
 *
 * @param authUserId whose tokens it is called with, 0 for nobody's
 * @param defaults the properties with the values that they have unless somebody sets others
 */
public record Robot(
        String code,
        URI handler,
        String name,
        long authUserId,
        Subscription subscription,
        SequencedMap<String, String> defaults) {
    /** Whether the workflow waits for an answer: only an explicit N does not. */
    public enum Subscription {
        WAITS("Y"),
        GOES_ON("N");

        private final String flag;

        Subscription(String flag) {
            this.flag = flag;
        }

        static Subscription of(String flag) {
            return flag.equals(GOES_ON.flag) ? GOES_ON : WAITS;
        }

        String flag() {
            return flag;
        }
    }

    public Robot {
        defaults = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(defaults));
    }
}
