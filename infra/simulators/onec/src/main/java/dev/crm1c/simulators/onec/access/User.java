package dev.crm1c.simulators.onec.access;

import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.EntityKey;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** A user and what is taken from the full rights one begins with; each refusal is 401 with code 20 (onec.md §1.7). */
public final class User {
    private final String name;
    private final AtomicBoolean odata = new AtomicBoolean(true);
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();
    private final Set<String> unchangeable = ConcurrentHashMap.newKeySet();
    private final Map<String, List<Predicate<Entity>>> forbidden = new ConcurrentHashMap<>();

    User(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** Takes the role УдаленныйДоступOData: nothing is left, neither data nor {@code $metadata}. */
    public User withoutODataRole() {
        odata.set(false);
        return this;
    }

    /** Neither reading nor writing of a set and its rows. */
    public User withoutRightTo(String set) {
        unreadable.add(set);
        unchangeable.add(set);
        return this;
    }

    public User withoutRightToChange(String set) {
        unchangeable.add(set);
        return this;
    }

    /** A restriction at the level of rows: this object is not for this user. */
    public User withoutRow(String set, UUID key) {
        return withoutRows(set, entity -> entity.key().equals(EntityKey.of(key)));
    }

    public User withoutRows(String set, Predicate<Entity> rows) {
        forbidden.computeIfAbsent(set, _ -> new CopyOnWriteArrayList<>()).add(rows);
        return this;
    }

    public User withAllRights() {
        odata.set(true);
        unreadable.clear();
        unchangeable.clear();
        forbidden.clear();
        return this;
    }

    public void requireOData() {
        require(odata.get());
    }

    public void requireReading(String set) {
        require(!unreadable.contains(set));
    }

    public void requireChanging(String set) {
        require(!unchangeable.contains(set));
    }

    public void requireRow(Entity row) {
        require(sees(row));
    }

    public boolean restrictedIn(String set) {
        return forbidden.containsKey(set);
    }

    public boolean sees(Entity row) {
        return forbidden.getOrDefault(row.structure().set(), List.of()).stream().noneMatch(rows -> rows.test(row));
    }

    private static void require(boolean granted) {
        if (!granted) {
            throw ODataFailure.accessDenied();
        }
    }
}
