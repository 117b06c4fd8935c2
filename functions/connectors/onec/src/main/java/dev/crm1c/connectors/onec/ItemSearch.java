package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.onec.ItemKey;
import dev.crm1c.model.onec.ItemNature;
import dev.crm1c.model.onec.ItemOnFile;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Items by what tells them apart, many in one request. Sources: reference "onec", 1.4 and 2; "other CRMs and documents", C5. */
@ApplicationScoped
class ItemSearch {
    private final ODataClient client;
    private final ProfileShelf profiles;

    ItemSearch(ODataClient client, ProfileShelf profiles) {
        this.client = client;
        this.profiles = profiles;
    }

    /** An item, and the value by which it was found as 1C writes it. */
    private record Hit(String value, ItemOnFile item) {}

    Reply<Map<String, List<ItemOnFile>>> find(Tenant tenant, ItemKey by, Set<String> values) {
        Section items = profiles.of(tenant).section(OneCKind.ITEM);
        Section key = items.inner("keys").besides(by.wireName());
        List<String> possible = values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty() && value.length() <= key.number("limit"))
                .distinct()
                .sorted()
                .toList();
        return (key.has("set") ? throughRegister(tenant, items, key, possible) : directly(tenant, items, key, possible))
                .map(hits -> byValue(hits, values));
    }

    private Reply<List<Hit>> directly(Tenant tenant, Section items, Section key, List<String> values) {
        String field = key.text("field");
        return client.listAll(
                        tenant,
                        Chunks.requests(items(tenant, items, field), values, value -> ODataFilter.equal(field, value)))
                .map(found -> BaseLookup.living(found)
                        .map(item -> new Hit(Field.of(item, field).text(), onFile(item, items)))
                        .toList());
    }

    /** A record of a characteristic or of a package is not about one unit of the item itself. */
    private Reply<List<Hit>> throughRegister(Tenant tenant, Section items, Section key, List<String> values) {
        List<String> empty = key.texts("empty");
        List<String> fields = Stream.concat(Stream.of(key.text("field"), key.text("item")), empty.stream())
                .toList();
        ODataAddress register =
                ODataAddress.ofSet(tenant.onec().address(), key.set()).select(fields);
        return client.listAll(
                        tenant, Chunks.requests(register, values, value -> ODataFilter.equal(key.text("field"), value)))
                .map(records -> StreamSupport.stream(records.spliterator(), false)
                        .filter(row -> empty.stream()
                                .allMatch(field ->
                                        Field.of(row, field).reference().isEmpty()))
                        .toList())
                .then(records ->
                        itemsOf(tenant, items, records, key.text("item")).map(known -> hits(records, key, known)));
    }

    private Reply<Map<UUID, ItemOnFile>> itemsOf(Tenant tenant, Section items, List<JsonNode> records, String field) {
        List<UUID> keys =
                records.stream().map(row -> Field.of(row, field).key()).toList();
        return byKeys(tenant, items, keys);
    }

    private static List<Hit> hits(List<JsonNode> records, Section key, Map<UUID, ItemOnFile> known) {
        return records.stream()
                .filter(row -> known.containsKey(Field.of(row, key.text("item")).key()))
                .map(row -> new Hit(
                        Field.of(row, key.text("field")).text(),
                        known.get(Field.of(row, key.text("item")).key())))
                .toList();
    }

    Reply<Map<UUID, ItemOnFile>> onFile(Tenant tenant, Set<UUID> keys) {
        return byKeys(
                tenant,
                profiles.of(tenant).section(OneCKind.ITEM),
                keys.stream().sorted().toList());
    }

    private Reply<Map<UUID, ItemOnFile>> byKeys(Tenant tenant, Section items, Collection<UUID> keys) {
        return client.listAll(
                        tenant, Chunks.requests(items(tenant, items), keys, key -> ODataFilter.equal("Ref_Key", key)))
                .map(found -> BaseLookup.living(found)
                        .map(item -> onFile(item, items))
                        .collect(Collectors.toMap(ItemOnFile::key, item -> item, (one, _) -> one)));
    }

    /** What lies behind a reference comes along only where the reference is expanded as well as selected (reference "onec", 1.4). */
    private static ODataAddress items(Tenant tenant, Section items, String... fields) {
        Section unit = items.inner("unit");
        var selected = new ArrayList<>(List.of(fields));
        selected.add(items.inner("nature").text("field"));
        selected.add(unit.text("behind") + "/" + unit.text("code"));
        return ODataAddress.ofSet(tenant.onec().address(), items.set())
                .select(items.selecting(selected.toArray(String[]::new)))
                .expand(List.of(unit.text("behind")));
    }

    private static ItemOnFile onFile(JsonNode item, Section items) {
        Section unit = items.inner("unit");
        String code =
                Field.of(item.path(unit.text("behind")), unit.text("code")).text();
        return new ItemOnFile(
                Field.of(item, "Ref_Key").key(), nature(item, items.inner("nature")), UnitCode.canonical(code));
    }

    static ItemNature nature(JsonNode object, Section rule) {
        String word = Field.of(object, rule.text("field")).text();
        if (rule.texts("kit").contains(word)) {
            return ItemNature.KIT;
        }
        return rule.texts("service").contains(word) ? ItemNature.SERVICE : ItemNature.GOODS;
    }

    /** 1C compares without regard to case; where one item has the very value, those of another case are not meant. */
    private static Map<String, List<ItemOnFile>> byValue(List<Hit> hits, Set<String> values) {
        var found = new HashMap<String, List<ItemOnFile>>();
        for (String value : values) {
            List<Hit> alike = hits.stream()
                    .filter(hit -> folded(hit.value()).equals(folded(value)))
                    .toList();
            List<Hit> same = alike.stream()
                    .filter(hit -> hit.value().equals(value.strip()))
                    .toList();
            List<ItemOnFile> meant = (same.isEmpty() ? alike : same)
                    .stream().map(Hit::item).distinct().toList();
            if (!meant.isEmpty()) {
                found.put(value, meant);
            }
        }
        return found;
    }

    private static String folded(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
