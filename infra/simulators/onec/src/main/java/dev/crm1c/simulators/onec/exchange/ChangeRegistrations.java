package dev.crm1c.simulators.onec.exchange;

import dev.crm1c.simulators.onec.base.ChangeListener;
import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.EntityKey;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * What the nodes of exchange plans have not yet taken. A registration is one row for a node and an object: the current
 * state, not a history (onec.md §1.10 [live]). It is touched inside transactions of the base only.
 */
public final class ChangeRegistrations implements ChangeListener {
    public static final String THIS_NODE = "ThisNode";
    private final Infobase base;
    private final Map<String, Set<String>> plans;
    private final NavigableMap<Subject, Registration> rows = new TreeMap<>();

    /** @param plans the sets that take part in each plan, by the set of its nodes */
    public ChangeRegistrations(Infobase base, Map<String, Set<String>> plans) {
        this.base = base;
        this.plans = plans;
    }

    /** What a package holds: objects as they are now, and those that are no more as they were last. */
    public record Changes(List<Entity> present, List<Entity> deleted) {}

    private record Subject(UUID node, String set, EntityKey key) implements Comparable<Subject> {
        private static final Comparator<Subject> ORDER =
                Comparator.comparing(Subject::node).thenComparing(Subject::set).thenComparing(Subject::key);

        @Override
        public int compareTo(Subject other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param number of the message it went out with; none as long as it did not, and none again after a rewrite */
    private record Registration(Entity last, OptionalLong number) {}

    @Override
    public void stored(Entity entity) {
        register(entity);
    }

    @Override
    public void removed(Entity entity) {
        if (plans.containsKey(entity.structure().set())) {
            rows.keySet().removeIf(subject -> subject.node().equals(entity.reference()));
        }
        register(entity);
    }

    private void register(Entity entity) {
        String set = entity.structure().set();
        plans.forEach((plan, sets) -> {
            if (sets.contains(set)) {
                base.all(plan).stream()
                        .filter(node -> node.value(THIS_NODE).equals(new Value.Flag(false)))
                        .forEach(node -> rows.put(
                                new Subject(node.reference(), set, entity.key()),
                                new Registration(entity, OptionalLong.empty())));
            }
        });
    }

    public Set<String> plans() {
        return plans.keySet();
    }

    /**
     * Takes those with this number or without one, and gives them this number: the same number again brings the old
     * and the new. What is not visible is passed by without a word, and stays.
     */
    public Changes select(UUID node, long number, Predicate<String> visible) {
        return base.transaction(() -> {
            Changes changes = new Changes(new ArrayList<>(), new ArrayList<>());
            rows.replaceAll((subject, row) -> {
                boolean taken = subject.node().equals(node)
                        && visible.test(subject.set())
                        && row.number().orElse(number) == number;
                if (!taken) {
                    return row;
                }
                base.find(subject.set(), subject.key())
                        .ifPresentOrElse(
                                changes.present()::add, () -> changes.deleted().add(row.last()));
                return new Registration(row.last(), OptionalLong.of(number));
            });
            return changes;
        });
    }

    /** Forgets what went out with this number or an earlier one. There is no way back. */
    public void received(UUID node, long number) {
        base.transaction(() -> rows.entrySet()
                .removeIf(row -> row.getKey().node().equals(node)
                        && row.getValue().number().orElse(Long.MAX_VALUE) <= number));
    }

    public int waiting(UUID node) {
        return base.transaction(() -> (int) rows.keySet().stream()
                .filter(subject -> subject.node().equals(node))
                .count());
    }
}
