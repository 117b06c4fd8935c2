package dev.crm1c.simulators.bitrix24.rest;

/** An employee of the portal. */
public record User(long id, Role role, Standing standing, CrmRights crm) {
    public enum Role {
        ADMIN,
        EMPLOYEE
    }

    public enum Standing {
        WORKING,
        DISMISSED
    }

    public enum CrmRights {
        FULL,
        NONE
    }

    public boolean isAdmin() {
        return role == Role.ADMIN;
    }
}
