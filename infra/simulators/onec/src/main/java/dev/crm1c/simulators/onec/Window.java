package dev.crm1c.simulators.onec;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.EntityKey;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.ObjectWriting;
import dev.crm1c.simulators.onec.base.RecordWriting;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The 1C window itself: any object of the base is entered, changed and looked up here, by the rules of the base. */
final class Window {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private final Infobase base;
    private final ObjectWriting objects;
    private final RecordWriting records;
    private final Clock clock;

    Window(Infobase base, ObjectWriting objects, Clock clock) {
        this.base = base;
        this.objects = objects;
        this.records = new RecordWriting(base);
        this.clock = clock;
    }

    boolean has(String set) {
        return base.structure().entity(set).isPresent();
    }

    List<String> enumeration(String name) {
        return base.structure().enumerations().getOrDefault(name, List.of());
    }

    UUID create(String set, Map<String, Object> properties) {
        return create(set, body(properties));
    }

    UUID create(String set, ObjectNode body) {
        return objects.create(structure(set), body).reference();
    }

    /** What a person can enter and OData cannot. */
    UUID enter(String set, Map<String, Object> properties) {
        return objects.enter(structure(set), body(properties)).reference();
    }

    /** A record of an independent register; one with its key gives way to it. */
    void record(String set, Map<String, Object> properties) {
        records.put(structure(set), body(properties));
    }

    UUID change(String set, UUID key, ObjectNode body) {
        return objects.change(structure(set), EntityKey.of(key), body).reference();
    }

    void edit(String set, UUID key, String property, Object value) {
        objects.change(structure(set), EntityKey.of(key), body(Map.of(property, value)));
    }

    void setPosted(String set, UUID key, boolean posted) {
        objects.setPosted(structure(set), EntityKey.of(key), posted);
    }

    void deletePhysically(String set, UUID key) {
        objects.delete(structure(set), EntityKey.of(key));
    }

    boolean document(String set) {
        return structure(set).document();
    }

    Entity object(String set, UUID key) {
        return find(set, key).orElseThrow(() -> new IllegalArgumentException("no " + key + " in " + set));
    }

    /** None where there is no such set. */
    Stream<Entity> all(String set) {
        return has(set) ? base.all(set).stream() : Stream.empty();
    }

    UUID first(String set) {
        return all(set).map(Entity::reference).findFirst().orElse(Value.EMPTY_REFERENCE);
    }

    /** By the clock of the base. */
    LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }

    Optional<Entity> find(String set, UUID key) {
        return base.find(set, key);
    }

    /** The first one with this value; an empty reference where there is none, as in a field nobody filled. */
    UUID having(String set, String property, String text) {
        return all(set).filter(entity -> entity.text(property).equals(text))
                .map(Entity::reference)
                .findFirst()
                .orElse(Value.EMPTY_REFERENCE);
    }

    UUID named(String set, String description) {
        return having(set, "Description", description);
    }

    /** The first one that refers to this. */
    UUID referring(String set, String property, UUID to) {
        return all(set).filter(entity -> entity.reference(property).equals(to))
                .map(Entity::reference)
                .findFirst()
                .orElse(Value.EMPTY_REFERENCE);
    }

    /** A row of a tabular part, numbered next. */
    static ObjectNode row(ArrayNode rows, Map<String, Object> properties) {
        ObjectNode row = body(properties).put("LineNumber", rows.size() + 1);
        rows.add(row);
        return row;
    }

    static ObjectNode body(Map<String, Object> properties) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        properties.forEach((name, value) -> put(body, name, value));
        return body;
    }

    static void put(ObjectNode body, String name, Object value) {
        switch (value) {
            case Boolean flag -> body.put(name, flag);
            case LocalDateTime at -> body.put(name, MOMENT.format(at));
            default -> body.put(name, String.valueOf(value));
        }
    }

    /** A reference of a composite attribute: the pair {@code X} and {@code X_Type}. */
    static void refer(ObjectNode body, String name, String set, UUID key) {
        body.put(name, key.toString()).put(name + "_Type", Value.NAMESPACE + set);
    }

    private EntityStructure structure(String set) {
        return base.structure().known(set);
    }
}
