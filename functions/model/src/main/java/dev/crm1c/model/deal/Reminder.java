package dev.crm1c.model.deal;

import dev.crm1c.model.portal.PortalUser;
import java.time.Instant;

/** Something that somebody has to do about an object of the CRM. */
public record Reminder(String title, String description, Instant deadline, PortalUser responsible) {

    /** Whether a former try may have made it. */
    public enum Before {
        NOTHING_SENT,
        PERHAPS_SENT
    }
}
