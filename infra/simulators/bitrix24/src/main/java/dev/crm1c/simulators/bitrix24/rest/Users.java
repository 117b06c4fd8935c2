package dev.crm1c.simulators.bitrix24.rest;

import dev.crm1c.simulators.bitrix24.rest.User.CrmRights;
import dev.crm1c.simulators.bitrix24.rest.User.Role;
import dev.crm1c.simulators.bitrix24.rest.User.Standing;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The employees. Whoever has not been described is a working administrator with all rights. */
public final class Users {
    private final Map<Long, User> known = new ConcurrentHashMap<>();

    public User get(long id) {
        return known.getOrDefault(id, new User(id, Role.ADMIN, Standing.WORKING, CrmRights.FULL));
    }

    public void demote(long id) {
        User user = get(id);
        known.put(id, new User(id, Role.EMPLOYEE, user.standing(), user.crm()));
    }

    public void promote(long id) {
        User user = get(id);
        known.put(id, new User(id, Role.ADMIN, user.standing(), user.crm()));
    }

    public void dismiss(long id) {
        User user = get(id);
        known.put(id, new User(id, user.role(), Standing.DISMISSED, user.crm()));
    }

    /** No rights in CRM, as for an employee of another department. */
    public void takeCrmFrom(long id) {
        User user = get(id);
        known.put(id, new User(id, Role.EMPLOYEE, user.standing(), CrmRights.NONE));
    }
}
