package dev.crm1c.simulators.onec.base;

import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.Structure;
import dev.crm1c.simulators.onec.structure.TabularPart;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The data of one base. Reads take no lock; writes come one at a time, and check before they store. */
public final class Infobase {
    private final Structure structure;
    private final Map<String, ConcurrentSkipListMap<EntityKey, Entity>> sets = new HashMap<>();
    private final Map<String, Set<EntityKey>> numbered = new HashMap<>();
    private final WriteNews news = new WriteNews();
    private final ReentrantLock writing = new ReentrantLock();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    public Infobase(Structure structure) {
        this.structure = structure;
        structure.entities().keySet().forEach(set -> sets.put(set, new ConcurrentSkipListMap<>()));
    }

    public Structure structure() {
        return structure;
    }

    public void tell(ChangeListener listener) {
        news.tell(listener);
    }

    /** What throws leaves no trace: everything stored in it is taken back (onec.md §1.6). */
    public <T> T transaction(Supplier<T> work) {
        writing.lock();
        int before = undo.size();
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            while (!done && undo.size() > before) {
                undo.pop().run();
            }
            if (writing.getHoldCount() == 1) {
                undo.clear();
                news.end(done);
            }
            writing.unlock();
        }
    }

    public List<Entity> all(String set) {
        return List.copyOf(sets.get(set).values());
    }

    public Optional<Entity> find(String set, EntityKey key) {
        return Optional.ofNullable(sets.get(set)).map(entities -> entities.get(key));
    }

    public Optional<Entity> find(String set, UUID reference) {
        return find(set, EntityKey.of(reference));
    }

    public List<PartRow> rows(EntityStructure owner, TabularPart part) {
        return all(owner.set()).stream()
                .flatMap(entity -> entity.rows(part).stream())
                .toList();
    }

    /** Only inside a transaction. */
    public void store(Entity entity) {
        Entity before = put(entity);
        news.stored(entity);
        undo.push(() -> {
            take(entity);
            if (before != null) {
                put(before);
            }
        });
    }

    /** Only inside a transaction. */
    public void remove(Entity entity) {
        take(entity);
        news.removed(entity);
        undo.push(() -> put(entity));
    }

    private Entity put(Entity entity) {
        Entity before = sets.get(entity.structure().set()).put(entity.key(), entity);
        if (before != null) {
            forgetNumber(before);
        }
        numberOf(entity)
                .ifPresent(number ->
                        numbered.computeIfAbsent(number, _ -> new HashSet<>()).add(entity.key()));
        return before;
    }

    private void take(Entity entity) {
        sets.get(entity.structure().set()).remove(entity.key());
        forgetNumber(entity);
    }

    /** Those that carry this very Code or Number; asked and kept only inside a transaction. */
    List<Entity> numbered(Entity like) {
        return numberOf(like).map(numbered::get).orElse(Set.of()).stream()
                .flatMap(key -> find(like.structure().set(), key).stream())
                .toList();
    }

    private void forgetNumber(Entity entity) {
        numberOf(entity).map(numbered::get).ifPresent(keys -> keys.remove(entity.key()));
    }

    private static Optional<String> numberOf(Entity entity) {
        EntityStructure structure = entity.structure();
        return structure.series().map(series -> structure.set() + " " + entity.value(series.property()));
    }
}
