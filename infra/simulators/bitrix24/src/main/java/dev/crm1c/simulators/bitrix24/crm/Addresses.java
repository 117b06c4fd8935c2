package dev.crm1c.simulators.bitrix24.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Addresses have no id: a type, and the requisite they belong to, are their key (bitrix24.md §5.6 [doc]). */
public final class Addresses {

    public static final List<String> FIELDS = List.of(
            "TYPE_ID",
            "ENTITY_TYPE_ID",
            "ENTITY_ID",
            "ADDRESS_1",
            "ADDRESS_2",
            "CITY",
            "POSTAL_CODE",
            "REGION",
            "PROVINCE",
            "COUNTRY",
            "COUNTRY_CODE",
            "LOC_ADDR_ID",
            "ANCHOR_TYPE_ID",
            "ANCHOR_ID");

    private static final long REQUISITE = 8;
    private static final Set<Long> TYPES = Set.of(1L, 4L, 6L, 8L, 9L, 11L);
    private static final Set<String> BY_PORTAL =
            Set.of("TYPE_ID", "ENTITY_TYPE_ID", "ENTITY_ID", "LOC_ADDR_ID", "ANCHOR_TYPE_ID", "ANCHOR_ID");

    /** What an address is found by. */
    public record Key(long typeId, long entityTypeId, long entityId) {}

    private final Function<Long, Optional<ObjectNode>> requisites;
    private final Ids ids;
    private final ChangeFeed feed;
    private final Map<Key, ObjectNode> rows = new LinkedHashMap<>();

    Addresses(Function<Long, Optional<ObjectNode>> requisites, Ids ids, ChangeFeed feed) {
        this.requisites = requisites;
        this.ids = ids;
        this.feed = feed;
    }

    public List<ObjectNode> all() {
        return List.copyOf(rows.values());
    }

    public void add(long actor, Key key, Map<String, String> given) {
        if (!TYPES.contains(key.typeId())) {
            throw undefined("TYPE_ID");
        }
        if (key.entityTypeId() != REQUISITE) {
            throw undefined("ENTITY_TYPE_ID");
        }
        JsonNode requisite = requisites.apply(key.entityId()).orElseThrow(() -> undefined("ENTITY_ID"));
        if (rows.containsKey(key)) {
            throw RestError.old("TypeAddress exists").refusal();
        }
        ObjectNode row = Json.object();
        FIELDS.forEach(row::putNull);
        row.put("TYPE_ID", Long.toString(key.typeId()))
                .put("ENTITY_TYPE_ID", Long.toString(key.entityTypeId()))
                .put("ENTITY_ID", Long.toString(key.entityId()))
                .put("LOC_ADDR_ID", Long.toString(ids.next("location")))
                .put("ANCHOR_TYPE_ID", requisite.path("ENTITY_TYPE_ID").asText())
                .put("ANCHOR_ID", requisite.path("ENTITY_ID").asText());
        save(actor, key, row, given);
    }

    public void update(long actor, Key key, Map<String, String> given) {
        save(actor, key, get(key).deepCopy(), given);
    }

    public void delete(long actor, Key key) {
        ObjectNode gone = get(key);
        rows.remove(key);
        feed.changed(change(CrmEvent.ONCRMADDRESSUNREGISTER, key, gone, actor));
    }

    /** A requisite takes its addresses with it. */
    void deleteOf(long actor, long requisite) {
        rows.keySet().stream()
                .filter(key -> key.entityId() == requisite)
                .toList()
                .forEach(key -> delete(actor, key));
    }

    private void save(long actor, Key key, ObjectNode row, Map<String, String> given) {
        given.forEach((field, value) -> {
            if (row.has(field) && !BY_PORTAL.contains(field)) {
                row.put(field, value);
            }
        });
        rows.put(key, row);
        feed.changed(change(CrmEvent.ONCRMADDRESSREGISTER, key, row, actor));
    }

    private ObjectNode get(Key key) {
        return Optional.ofNullable(rows.get(key))
                .orElseThrow(() -> RestError.old("TypeAddress not found").refusal());
    }

    private static Change change(CrmEvent event, Key key, ObjectNode row, long actor) {
        return Change.ofAddress(
                event,
                key.typeId(),
                key.entityTypeId(),
                key.entityId(),
                row.path("ANCHOR_ID").asLong(),
                row.path("ANCHOR_TYPE_ID").asLong(),
                actor);
    }

    private static RuntimeException undefined(String field) {
        return RestError.old(field + " is not defined or invalid.").refusal();
    }
}
