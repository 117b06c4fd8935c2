package dev.crm1c.model.deal;

import dev.crm1c.model.portal.PortalUser;

/** Whose deal it is. */
public sealed interface Responsible {
    record Nobody() implements Responsible {}

    record Somebody(PortalUser user) implements Responsible {}
}
