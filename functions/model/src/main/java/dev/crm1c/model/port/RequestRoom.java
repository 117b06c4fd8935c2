package dev.crm1c.model.port;

import dev.crm1c.model.portal.Pace;

/** What is free of a portal's budget, for whoever decides how much work to begin. */
public interface RequestRoom {

    /** Requests that the portal would take from us now, all at once. */
    int room(String portal, Pace pace);
}
