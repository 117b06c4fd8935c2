package dev.crm1c.simulators.onec.base;

import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.Structure;
import dev.crm1c.simulators.onec.structure.TabularPart;
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

    public <T> T transaction(Supplier<T> work) {
        writing.lock();
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            if (writing.getHoldCount() == 1) {
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

    void store(Entity entity) {
        Entity before = sets.get(entity.structure().set()).put(entity.key(), entity);
        if (before != null) {
            forgetNumber(before);
        }
        numberOf(entity)
                .ifPresent(number ->
                        numbered.computeIfAbsent(number, _ -> new HashSet<>()).add(entity.key()));
        news.stored(entity);
    }

    void remove(Entity entity) {
        sets.get(entity.structure().set()).remove(entity.key());
        forgetNumber(entity);
        news.removed(entity);
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
