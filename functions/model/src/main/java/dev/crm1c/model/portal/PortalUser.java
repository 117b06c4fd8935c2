package dev.crm1c.model.portal;

import java.util.Optional;

/** Somebody who works in the CRM, by the CRM's own number. */
public record PortalUser(String id) {
    private static final String FORM = "[1-9][0-9]{0,17}";

    public PortalUser {
        if (!id.matches(FORM)) {
            throw new IllegalArgumentException("not the number of a user");
        }
    }

    public static Optional<PortalUser> parse(String id) {
        return id.matches(FORM) ? Optional.of(new PortalUser(id)) : Optional.empty();
    }
}
