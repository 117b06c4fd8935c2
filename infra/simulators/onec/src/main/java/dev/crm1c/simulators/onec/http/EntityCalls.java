package dev.crm1c.simulators.onec.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.onec.base.Entity;
import dev.crm1c.simulators.onec.base.EntityKey;
import dev.crm1c.simulators.onec.base.Infobase;
import dev.crm1c.simulators.onec.base.ObjectWriting;
import dev.crm1c.simulators.onec.base.RecordWriting;
import dev.crm1c.simulators.onec.base.ScalarReader;
import dev.crm1c.simulators.onec.base.Value;
import dev.crm1c.simulators.onec.failure.ODataFailure;
import dev.crm1c.simulators.onec.query.EntityQuery;
import dev.crm1c.simulators.onec.query.QueryOptions;
import dev.crm1c.simulators.onec.query.Selection;
import dev.crm1c.simulators.onec.structure.EntityStructure;
import dev.crm1c.simulators.onec.structure.Property;
import dev.crm1c.simulators.onec.structure.PropertyType;
import dev.crm1c.simulators.onec.wire.Answer;
import dev.crm1c.simulators.onec.wire.Answers;
import dev.crm1c.simulators.onec.wire.WireText;
import java.util.Optional;

/** Calls of a set of objects or records and of one of them (onec.md §1.4, §1.6). */
public final class EntityCalls {
    private final Infobase base;
    private final ObjectWriting objects;
    private final RecordWriting records;
    private final Answers answers;
    private final boolean ifMatchChecked;
    private final boolean countServed;
    private final PostedByPatch postedByPatch;

    /** @param countServed whether {@code Set/$count} is known; a live base did not know it (onec.md §1.4) */
    public EntityCalls(
            Infobase base,
            ObjectWriting objects,
            RecordWriting records,
            Answers answers,
            boolean ifMatchChecked,
            boolean countServed,
            PostedByPatch postedByPatch) {
        this.base = base;
        this.objects = objects;
        this.records = records;
        this.answers = answers;
        this.ifMatchChecked = ifMatchChecked;
        this.countServed = countServed;
        this.postedByPatch = postedByPatch;
    }

    Answer answer(Call call, EntityStructure entity, ResourcePath path) {
        call.user().requireReading(entity.set());
        if (path.key().isEmpty()) {
            return ofSet(call, entity, path);
        }
        EntityKey key = KeyPredicate.of(entity.shape(), path.key().get());
        base.find(entity.set(), key).ifPresent(call.user()::requireRow);
        return path.tail().isEmpty() ? ofOne(call, entity, key) : behindOne(call, entity, key, path);
    }

    private Answer ofSet(Call call, EntityStructure entity, ResourcePath path) {
        QueryOptions options = new QueryOptions(call.options());
        if (!path.tail().isEmpty()) {
            if (!countServed || !path.tail().getFirst().equals("$count")) {
                throw ODataFailure.methodNotFound();
            }
            return answers.count(found(call, entity).total());
        }
        return switch (call.method()) {
            case "GET" -> {
                EntityQuery.Found found = found(call, entity);
                yield answers.feed(call.form(), call.root(), entity.set(), found, options.counted());
            }
            case "POST" -> created(call, entity);
            default -> throw ODataFailure.methodNotAllowed(call.method());
        };
    }

    private EntityQuery.Found found(Call call, EntityStructure entity) {
        return new AllowedRows(call, options -> new EntityQuery(base).entities(entity, options))
                .found(entity.set(), row -> row instanceof Entity whole ? Optional.of(whole) : Optional.empty());
    }

    /** The header holds the letters of the set's name as they are: it is no ASCII (onec.md §1.1 [live M2]). */
    private Answer created(Call call, EntityStructure entity) {
        call.user().requireChanging(entity.set());
        ObjectNode body = call.body().json();
        Entity made = entity.register() ? records.create(entity, body) : objects.create(entity, body);
        return answers.single(201, call.form(), call.root(), made, Selection.everything())
                .with("Location", call.root() + "/" + WireText.resource(made));
    }

    private Answer ofOne(Call call, EntityStructure entity, EntityKey key) {
        QueryOptions options = new QueryOptions(call.options());
        if (!call.is("GET")) {
            call.user().requireChanging(entity.set());
        }
        return switch (call.method()) {
            case "GET" -> {
                Entity found = base.find(entity.set(), key).orElseThrow(ODataFailure::absent);
                Selection selection = new EntityQuery(base).selection(entity, options);
                yield answers.single(200, call.form(), call.root(), found, selection);
            }
            case "PATCH" -> changed(call, entity, key, call.body().json());
            case "PUT" ->
                changed(call, entity, key, WholeBody.of(entity, call.body().json()));
            case "DELETE" -> {
                if (entity.register()) {
                    records.delete(entity, key);
                } else {
                    objects.delete(entity, key);
                }
                yield Answer.empty(204);
            }
            default -> throw ODataFailure.methodNotAllowed(call.method());
        };
    }

    private Answer changed(Call call, EntityStructure entity, EntityKey key, ObjectNode body) {
        checkVersion(call, entity, key);
        Entity changed = entity.register()
                ? records.change(entity, key, body)
                : objects.change(entity, key, entity.document() ? postedByPatch.read(body) : body);
        return answers.single(200, call.form(), call.root(), changed, Selection.everything());
    }

    /** Live bases ignore the header; a newer platform may not (onec.md §1.6 ⚠). */
    private void checkVersion(Call call, EntityStructure entity, EntityKey key) {
        if (!ifMatchChecked || entity.register() || call.ifMatch().isEmpty()) {
            return;
        }
        Entity current = base.find(entity.set(), key).orElseThrow(ODataFailure::absent);
        String asked = call.ifMatch().get().replace("W/", "").replace("\"", "");
        if (!asked.equals(WireText.of(current.value(Entity.DATA_VERSION)))) {
            throw ODataFailure.versionMismatch();
        }
    }

    /** ⚠ Post and Unpost are executed on GET as well (onec.md §1.6 [live]). */
    private Answer behindOne(Call call, EntityStructure entity, EntityKey key, ResourcePath path) {
        String name = path.tail().getFirst();
        String action = name.endsWith("()") ? name.substring(0, name.length() - 2) : name;
        if (action.equals("Post") || action.equals("Unpost")) {
            if (!entity.document()) {
                throw ODataFailure.methodNotFound();
            }
            if (!call.is("GET") && !call.is("POST")) {
                throw ODataFailure.methodNotAllowed(call.method());
            }
            call.user().requireChanging(entity.set());
            objects.setPosted(entity, key, action.equals("Post"));
            return Answer.empty(200);
        }
        if (!call.is("GET")) {
            throw ODataFailure.methodNotAllowed(call.method());
        }
        Entity start = base.find(entity.set(), key).orElseThrow(ODataFailure::absent);
        Property through = entity.shape().navigation(name).orElseThrow(() -> ODataFailure.segmentNotFound(name));
        Entity found = referred(start, through).orElseThrow(ODataFailure::absent);
        call.user().requireReading(found.structure().set());
        call.user().requireRow(found);
        return answers.single(200, call.form(), call.root(), found, Selection.everything());
    }

    private Optional<Entity> referred(Entity start, Property through) {
        return switch (start.value(through)) {
            case Value.Key(var id) when through.type() instanceof PropertyType.Reference(var set) -> base.find(set, id);
            case Value.Composite composite
            when base.structure().entity(composite.set()).isPresent() ->
                base.find(composite.set(), ScalarReader.guid(composite.text()));
            default -> Optional.empty();
        };
    }
}
