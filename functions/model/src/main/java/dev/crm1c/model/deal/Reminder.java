package dev.crm1c.model.deal;

import dev.crm1c.model.portal.PortalUser;
import java.time.Instant;

/** Something that somebody has to do about an object of the CRM. */
public record Reminder(String title, String description, Instant deadline, PortalUser responsible) {}
