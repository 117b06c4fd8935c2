package dev.crm1c.simulators.bitrix24.crm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Records of the old family: upper-case names, every value a string or null, DATE_MODIFY "" and MODIFY_BY_ID null until
 * the first edit (bitrix24.md §5.6; samples crm.requisite.get, crm.requisite.bankdetail.get).
 */
public final class FlatTable {
    /** The three events of a table. */
    record Events(CrmEvent added, CrmEvent updated, CrmEvent deleted) {}

    private static final Set<String> BY_PORTAL =
            Set.of("ID", "DATE_CREATE", "DATE_MODIFY", "CREATED_BY_ID", "MODIFY_BY_ID");

    private final String kind;
    private final List<String> standard = new ArrayList<>();
    private final Supplier<List<String>> userFields;
    private final Set<String> immutable;
    private final PortalTime time;
    private final Ids ids;
    private final ChangeFeed feed;
    private final Events events;
    private final NavigableMap<Long, ObjectNode> rows = new TreeMap<>();

    FlatTable(
            String kind,
            String fieldsResource,
            Supplier<List<String>> userFields,
            Set<String> immutable,
            Events events,
            PortalTime time,
            Ids ids,
            ChangeFeed feed) {
        this.kind = kind;
        this.userFields = userFields;
        this.immutable = immutable;
        this.time = time;
        this.ids = ids;
        this.feed = feed;
        this.events = events;
        Json.resource(fieldsResource).forEach(field -> standard.add(field.asText()));
    }

    public List<String> fields() {
        List<String> fields = new ArrayList<>(standard);
        fields.addAll(userFields.get());
        return fields;
    }

    public boolean isByPortal(String field) {
        return BY_PORTAL.contains(field);
    }

    public boolean isImmutable(String field) {
        return immutable.contains(field);
    }

    public Optional<ObjectNode> find(long id) {
        return Optional.ofNullable(rows.get(id)).map(ObjectNode::deepCopy);
    }

    public ObjectNode get(long id) {
        return find(id).orElseThrow(() -> RestError.old("The " + kind + " with ID '" + id + "' is not found")
                .refusal());
    }

    /** To be read only: a saved row is replaced by the next edit and never changed. */
    public List<ObjectNode> all() {
        return List.copyOf(rows.values());
    }

    /** Unknown fields, and those that only the portal writes, are passed over in silence. */
    long add(long actor, Map<String, String> given) {
        long id = ids.next(kind);
        ObjectNode row = Json.object();
        fields().forEach(row::putNull);
        row.put("ID", Long.toString(id))
                .put("DATE_CREATE", time.render(time.now()))
                .put("DATE_MODIFY", "")
                .put("CREATED_BY_ID", Long.toString(actor))
                .put("ACTIVE", "Y")
                .put("SORT", "500");
        given.forEach((field, value) -> {
            if (row.has(field) && !BY_PORTAL.contains(field)) {
                row.put(field, value);
            }
        });
        rows.put(id, row);
        feed.changed(Change.of(events.added(), id, actor));
        return id;
    }

    /** Saved, stamped and announced even when nothing differs, as the old methods do. */
    public void update(long actor, long id, Map<String, String> given) {
        ObjectNode row = get(id);
        List<String> known = fields();
        given.forEach((field, value) -> {
            if (known.contains(field) && !BY_PORTAL.contains(field) && !immutable.contains(field)) {
                row.put(field, value);
            }
        });
        row.put("DATE_MODIFY", time.render(time.now())).put("MODIFY_BY_ID", Long.toString(actor));
        rows.put(id, row);
        feed.changed(Change.of(events.updated(), id, actor));
    }

    public void delete(long actor, long id) {
        get(id);
        rows.remove(id);
        feed.changed(Change.of(events.deleted(), id, actor));
    }
}
