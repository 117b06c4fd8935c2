package dev.crm1c.simulators.bitrix24.crm;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The people of the portal. Whoever is not listed acts with an administrator's rights, as a webhook's owner does. */
public final class Users {

    /** Somebody who works in the portal, or did. */
    public record User(long id, String name, String lastName, String email) {}

    private static final List<User> FROM_THE_START = List.of(
            new User(1, "Обмен", "С 1С", "exchange@portal.example"),
            new User(7, "Анна", "Смирнова", "smirnova@portal.example"),
            new User(8, "Павел", "Кузнецов", "kuznetsov@portal.example"));

    private final Map<Long, User> users = new TreeMap<>();
    private final Set<Long> dismissed = new HashSet<>();
    private final Set<Long> withoutAdminRights = new HashSet<>(Set.of(7L, 8L));

    Users() {
        FROM_THE_START.forEach(user -> users.put(user.id(), user));
    }

    public Collection<User> all() {
        return List.copyOf(users.values());
    }

    public User get(long id) {
        return users.getOrDefault(id, new User(id, "Сотрудник", "№ " + id, "user" + id + "@portal.example"));
    }

    public boolean exists(long id) {
        return users.containsKey(id);
    }

    public boolean isActive(long id) {
        return !dismissed.contains(id);
    }

    public boolean isAdmin(long id) {
        return !withoutAdminRights.contains(id);
    }

    /** They stay in the list, inactive. */
    public void dismiss(long id) {
        dismissed.add(id);
    }

    public void takeAdminRights(long id) {
        withoutAdminRights.add(id);
    }
}
