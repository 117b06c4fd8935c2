package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.ItemTraits.Nature;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.onec.DocumentLine;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** What the items of a document are. */
@ApplicationScoped
class ItemCatalogue {
    private final ODataClient client;
    private final ProfileShelf profiles;

    ItemCatalogue(ODataClient client, ProfileShelf profiles) {
        this.client = client;
        this.profiles = profiles;
    }

    /** What the items of these lines say of themselves. */
    Reply<Map<UUID, ItemTraits>> traits(Tenant tenant, List<DocumentLine> lines) {
        Section section = profiles.of(tenant).section(OneCKind.ITEM);
        Section nature = section.inner("nature");
        Map<String, JsonNode> also = new HashMap<>();
        section.node().path("also").properties().forEach(pair -> also.put(pair.getKey(), pair.getValue()));
        var fields = new ArrayList<>(List.of(nature.text("field")));
        also.values().forEach(field -> fields.add(field.asText()));
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), section.set())
                .select(section.selecting(fields.toArray(String[]::new)));
        List<UUID> keys = lines.stream()
                .map(DocumentLine::item)
                .flatMap(item -> item instanceof ItemChoice.Linked(UUID key) ? Stream.of(key) : Stream.empty())
                .toList();
        return client.listAll(tenant, Chunks.requests(address, keys, key -> ODataFilter.equal("Ref_Key", key)))
                .map(items -> {
                    var traits = new HashMap<UUID, ItemTraits>();
                    items.forEach(item -> traits.put(Field.of(item, "Ref_Key").key(), traits(item, nature, also)));
                    return traits;
                });
    }

    private static ItemTraits traits(JsonNode item, Section nature, Map<String, JsonNode> also) {
        var entries = new HashMap<String, UUID>();
        also.forEach(
                (name, field) -> Field.of(item, field.asText()).reference().ifPresent(key -> entries.put(name, key)));
        boolean service = nature.texts("service")
                .contains(Field.of(item, nature.text("field")).text());
        return new ItemTraits(service ? Nature.SERVICE : Nature.GOODS, entries);
    }
}
