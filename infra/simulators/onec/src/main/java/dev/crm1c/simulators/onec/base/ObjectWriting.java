package dev.crm1c.simulators.onec.base;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.NumberSeries;
import dev.crm1c.simulators.onec.structure.Property;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Writes catalogs' items and documents. Each call is one transaction; a refusal leaves no trace (onec.md §1.6). */
public final class ObjectWriting {
    private final Infobase base;
    private final BodyReader bodies;
    private final Numbering numbering;
    private final ClosedPeriod closedPeriod;
    private final List<WritingEffect> effects;
    private final boolean callersKeys;
    private final Supplier<UUID> ids;
    private final Clock clock;

    /**
     * @param effects what a write does to the rest of the base, in this order
     * @param callersKeys whether a {@code Ref_Key} given on create is honoured: no document proves either, so a client
     *     has to live with both (onec.md §1.6)
     * @param clock its zone is the zone of the base: none is ever sent
     */
    public ObjectWriting(
            Infobase base,
            ClosedPeriod closedPeriod,
            List<WritingEffect> effects,
            String numberPrefix,
            String codePrefix,
            boolean callersKeys,
            Supplier<UUID> ids,
            Clock clock) {
        this.base = base;
        this.bodies = new BodyReader(base.structure());
        this.numbering = new Numbering(base, numberPrefix, codePrefix);
        this.closedPeriod = closedPeriod;
        this.effects = List.copyOf(effects);
        this.callersKeys = callersKeys;
        this.ids = ids;
        this.clock = clock;
    }

    public Entity create(EntityStructure structure, ObjectNode body) {
        return base.transaction(() -> {
            Value key = new Value.Key(keyFor(structure, body));
            Entity blank = new Entity(structure, Map.of(Property.REF_KEY, key), Map.of());
            Entity filled = dated(bodies.over(blank, body));
            return save(Optional.empty(), numbered(filled).with(Entity.DATA_VERSION, DataVersion.FIRST.value()));
        });
    }

    /** As a form of 1C enters what OData alone cannot: nothing follows from it. */
    public Entity enter(EntityStructure structure, ObjectNode body) {
        return base.transaction(() -> {
            Entity blank = new Entity(structure, Map.of(Property.REF_KEY, new Value.Key(ids.get())), Map.of());
            Entity entered = numbered(bodies.over(blank, body)).with(Entity.DATA_VERSION, DataVersion.FIRST.value());
            base.store(entered);
            return entered;
        });
    }

    public Entity change(EntityStructure structure, EntityKey key, ObjectNode body) {
        return base.transaction(() -> {
            Entity current = current(structure, key);
            return save(Optional.of(current), nextVersion(bodies.over(current, body)));
        });
    }

    public Entity setPosted(EntityStructure structure, EntityKey key, boolean posted) {
        return base.transaction(() -> {
            Entity current = current(structure, key);
            Entity changed = current.with(Entity.POSTED, new Value.Flag(posted));
            return save(Optional.of(current), nextVersion(changed));
        });
    }

    /** Physical deletion: nobody looks for references to it (onec.md §1.6). */
    public void delete(EntityStructure structure, EntityKey key) {
        base.transaction(() -> {
            Entity current = current(structure, key);
            checkPeriod(current);
            base.remove(current);
            effects.forEach(effect -> effect.follow(Optional.of(current), Optional.empty()));
            return current;
        });
    }

    private Entity current(EntityStructure structure, EntityKey key) {
        return base.find(structure.set(), key).orElseThrow(ODataFailure::absent);
    }

    private UUID keyFor(EntityStructure structure, ObjectNode body) {
        if (body.hasNonNull(Property.REF_KEY)) {
            if (body.get(Property.REF_KEY).isContainerNode()) {
                throw ODataFailure.internal();
            }
            UUID asked = ScalarReader.guid(body.get(Property.REF_KEY).asText());
            if (callersKeys && !asked.equals(Value.EMPTY_REFERENCE)) {
                if (base.find(structure.set(), asked).isPresent()) {
                    throw ODataFailure.keyTaken();
                }
                return asked;
            }
        }
        return ids.get();
    }

    private Entity dated(Entity entity) {
        if (!entity.structure().document() || !entity.date().equals(Value.EMPTY_DATE)) {
            return entity;
        }
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        return entity.with(Entity.DATE, new Value.Moment(now));
    }

    private Entity numbered(Entity entity) {
        Optional<NumberSeries> series =
                entity.structure().series().filter(NumberSeries::automatic).filter(s -> unnumbered(entity, s));
        return series.map(s -> entity.with(s.property(), new Value.Text(numbering.next(entity, s))))
                .orElse(entity);
    }

    private static boolean unnumbered(Entity entity, NumberSeries series) {
        return entity.value(series.property()).equals(new Value.Text(""));
    }

    /** The counter grows on every write, also on one that changes nothing [live]. */
    private static Entity nextVersion(Entity entity) {
        DataVersion version = DataVersion.parse(entity.value(Entity.DATA_VERSION));
        return entity.with(Entity.DATA_VERSION, version.next().value());
    }

    private Entity save(Optional<Entity> before, Entity after) {
        boolean posted = after.posted() || before.map(Entity::posted).orElse(false);
        if (after.markedForDeletion() && posted) {
            throw ODataFailure.handler(
                    "ПередЗаписью",
                    "Помеченный на удаление документ не может быть проведен: сначала отмените проведение");
        }
        before.ifPresent(this::checkPeriod);
        checkPeriod(after);
        checkUnique(after);
        base.store(after);
        effects.forEach(effect -> effect.follow(before, Optional.of(after)));
        return base.find(after.structure().set(), after.key()).orElse(after);
    }

    private void checkPeriod(Entity entity) {
        if (entity.structure().document()) {
            closedPeriod.check(entity);
        }
    }

    private void checkUnique(Entity entity) {
        entity.structure()
                .series()
                .filter(NumberSeries::unique)
                .filter(series -> !unnumbered(entity, series))
                .filter(series -> numbering.taken(entity, series))
                .ifPresent(series -> {
                    throw ODataFailure.handler(
                            "ПередЗаписью", "Значение поля \"" + series.property() + "\" не уникально");
                });
    }
}
