package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.Refusals.sendable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.onec.ItemCard;
import dev.crm1c.model.onec.ItemNature;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.port.OneCItems.Units;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.ItemPolicy.NewItems;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** New items: with a kind, a unit and a folder that the base's own dictionaries have. */
@ApplicationScoped
class ItemMaker {
    private static final String NAME = "Description";

    private final ODataClient client;
    private final ProfileShelf profiles;

    ItemMaker(ODataClient client, ProfileShelf profiles) {
        this.client = client;
        this.profiles = profiles;
    }

    Reply<Units> unit(Tenant tenant, String okei) {
        return unit(tenant, profiles.of(tenant).section("new-item"), okei)
                .map(found -> found.isPresent() ? Units.KNOWN : Units.UNKNOWN);
    }

    Reply<OneCRef> create(Tenant tenant, OneCBase base, ItemCard card, ProposedKey proposed) {
        Section section = profiles.of(tenant).section("new-item");
        Values values = called(Values.of(base), card)
                .with("nature", word(card.nature()))
                .with("vatRate", card.vatRate().key());
        return kind(tenant, section.besides("kinds"), card.nature(), values)
                .then(_ -> unit(tenant, section, card.unit()))
                .then(unit ->
                        unit.map(Reply::of).orElseGet(() -> missing(section.besides("units"), "ОКЕИ " + card.unit())))
                .then(unit -> folder(tenant, section, values.with("unit", unit)))
                .then(filled -> sendable(
                        section.template(),
                        filled,
                        object -> client.createOnce(
                                tenant, ODataAddress.ofSet(tenant.onec().address(), section.set()), object, proposed)))
                .map(key -> new OneCRef(OneCKind.ITEM, key));
    }

    private static Values called(Values values, ItemCard card) {
        return values.with("name", card.name()).with("article", card.article());
    }

    /** Short names may be alike where the whole ones are not; other items of the same name have other articles. */
    Reply<Optional<OneCRef>> findMade(Tenant tenant, ItemCard card) {
        Section section = profiles.of(tenant).section("new-item");
        Template names = section.template().only("name", "article");
        return sendable(names, called(new Values(), card), written -> {
            ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), section.set())
                    .filter(ODataFilter.equal(NAME, written.get(NAME)))
                    .select(section.selecting(names.fields()
                            .propertyStream()
                            .map(Map.Entry::getKey)
                            .toArray(String[]::new)));
            return client.list(tenant, address)
                    .map(found -> BaseLookup.living(found)
                            .filter(item -> says(item, written))
                            .map(item -> new OneCRef(
                                    OneCKind.ITEM, Field.of(item, "Ref_Key").key()))
                            .findFirst());
        });
    }

    private static boolean says(JsonNode item, JsonNode written) {
        return written.properties().stream()
                .allMatch(field -> Field.of(item, field.getKey())
                        .text()
                        .equals(field.getValue().asText().strip()));
    }

    private static String word(ItemNature nature) {
        return switch (nature) {
            case GOODS -> "goods";
            case SERVICE -> "service";
            case KIT -> "kit";
        };
    }

    /** By the name that the tenant has chosen; else the only one that there is for such items. What the kind says of them goes along. */
    private Reply<Values> kind(Tenant tenant, Section kinds, ItemNature nature, Values values) {
        NewItems fresh = tenant.terms().items().fresh();
        String name = nature == ItemNature.SERVICE ? fresh.serviceKind() : fresh.goodsKind();
        Section rule = kinds.inner("nature");
        Map<String, String> also = kinds.fieldsAlso();
        var fields = new ArrayList<>(also.values());
        fields.add(rule.text("field"));
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), kinds.set())
                .select(kinds.selecting(fields.toArray(String[]::new)));
        return client.list(tenant, name.isBlank() ? address : address.filter(ODataFilter.equal(NAME, name)))
                .map(found -> BaseLookup.living(found)
                        .filter(kind -> !name.isBlank() || ItemSearch.nature(kind, rule) == nature)
                        .toList())
                .then(found -> only(found, kinds, name, "items.create." + word(nature) + "Kind"))
                .map(kind -> {
                    also.forEach((entry, field) ->
                            Field.of(kind, field).reference().ifPresent(key -> values.with(entry, key)));
                    return values.with("kind", Field.of(kind, "Ref_Key").key());
                });
    }

    /** Packages of single items stand in the same dictionary in Управление торговлей, and may have codes of their own. */
    private Reply<Optional<UUID>> unit(Tenant tenant, Section section, String okei) {
        Section units = section.besides("units");
        Optional<String> owner = units.optionalText("owner");
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), units.set())
                .filter(ODataFilter.any(UnitCode.spellings(okei).stream()
                        .map(code -> ODataFilter.equal(units.text("code"), code))
                        .toList()))
                .select(units.selecting(owner.stream()
                        .flatMap(field -> Stream.of(field, field + "_Type"))
                        .toArray(String[]::new)));
        return client.list(tenant, address)
                .map(found -> BaseLookup.living(found)
                        .filter(unit -> owner.isEmpty()
                                || !(Field.of(unit, owner.get()).composite()
                                        instanceof Composite.Reference(var set, var _))
                                || !set.equals(section.set()))
                        .map(unit -> Field.of(unit, "Ref_Key").key())
                        .findFirst());
    }

    private Reply<Values> folder(Tenant tenant, Section section, Values values) {
        String name = tenant.terms().items().fresh().folder();
        if (name.isBlank()) {
            return Reply.of(values);
        }
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), section.set())
                .filter(ODataFilter.equal(NAME, name).and(ODataFilter.equal("IsFolder", true)))
                .select(section.selecting());
        return client.list(tenant, address)
                .map(found -> StreamSupport.stream(found.spliterator(), false)
                        .filter(folder -> !Field.of(folder, "DeletionMark").flag())
                        .toList())
                .then(found -> only(found, section, name, "items.create.folder"))
                .map(folder -> values.with("folder", Field.of(folder, "Ref_Key").key()));
    }

    private static Reply<JsonNode> only(List<JsonNode> found, Section dictionary, String name, String setting) {
        return switch (found.size()) {
            case 0 -> missing(dictionary, name.isBlank() ? "любого" : name);
            case 1 -> Reply.of(found.getFirst());
            default -> Reply.askPeople(new Problem.EntryNotChosen(dictionary.text("title"), setting));
        };
    }

    private static <T> Reply<T> missing(Section dictionary, String entry) {
        return Reply.askPeople(new Problem.DictionaryEntryMissing(dictionary.text("title"), entry));
    }
}
