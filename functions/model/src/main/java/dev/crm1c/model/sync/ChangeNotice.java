package dev.crm1c.model.sync;

import dev.crm1c.model.tenant.TenantId;
import java.time.Instant;

/**
 * "Look at this object", never "this happened": a webhook, a wake-up, a sweep and a replay all make the same thing.
 *
 * @param noticedAt when we received the reason to look; a read that began later has seen it
 */
public record ChangeNotice(TenantId tenant, CrmRef subject, Instant noticedAt, Cause cause) {

    /** Why we look. The wire name is part of queue messages: never rename one. */
    public enum Cause {
        WEBHOOK("webhook"),
        WOKEN("woken"),
        /** People asked for it: by a robot, or by a button in the deal. */
        ASKED("asked");

        private final String wireName;

        Cause(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
