package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.Profile.BaseEntry;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.port.BaseShapes;
import dev.crm1c.model.port.OneC.Standing;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds the dictionary entries that every document of a tenant needs, as the profile's {@code base} section lists them. */
@ApplicationScoped
class BaseLookup {
    private final ODataClient client;
    private final ProfileShelf profiles;
    private final BaseShapes shapes;

    BaseLookup(ODataClient client, ProfileShelf profiles, BaseShapes shapes) {
        this.client = client;
        this.profiles = profiles;
        this.shapes = shapes;
    }

    Reply<OneCBase> find(Tenant tenant) {
        Reply<Map<String, UUID>> found = Reply.of(Map.of());
        for (BaseEntry entry : profiles.of(tenant).base(Needs.of(tenant))) {
            found = found.then(
                    before -> before.containsKey(entry.name()) ? Reply.of(before) : find(tenant, entry, before));
        }
        Set<String> lacks = shapes.find(tenant).map(BaseShapes.Shape::lacks).orElse(Set.of());
        return found.map(entries -> new OneCBase(entries, lacks));
    }

    /** Entries as far as they are there, and everything that keeps the others from being found, not only what comes first. */
    record Survey(Map<String, UUID> found, List<Problem> problems) {}

    /** @param known entries that need not be looked for */
    Survey survey(Tenant tenant, List<BaseEntry> wanted, Map<String, UUID> known) {
        var problems = new ArrayList<Problem>();
        Map<String, UUID> found = known;
        for (BaseEntry entry : wanted) {
            if (found.containsKey(entry.name()) || !entry.section().pointsOnlyAt(found.keySet())) {
                continue;
            }
            switch (find(tenant, entry, found)) {
                case Reply.Got<Map<String, UUID>>(Map<String, UUID> more) -> found = more;
                case Reply.Stopped<Map<String, UUID>>(Outcome.NeedsPeople needs) -> problems.addAll(needs.problems());
                case Reply.Stopped<Map<String, UUID>> _ -> {}
            }
        }
        return new Survey(found, problems);
    }

    private Reply<Map<String, UUID>> find(Tenant tenant, BaseEntry entry, Map<String, UUID> before) {
        return entry.section().has("by") ? several(tenant, entry, before) : one(tenant, entry, before);
    }

    /** Entries by what they say of themselves: the VAT rates of Управление торговлей. One that the base lacks is missed by whoever needs it. */
    private Reply<Map<String, UUID>> several(Tenant tenant, BaseEntry entry, Map<String, UUID> before) {
        Section section = entry.section();
        String[] fields = Stream.of("by", "orBy", "calculated")
                .flatMap(name -> section.optionalText(name).stream())
                .toArray(String[]::new);
        ODataAddress address =
                ODataAddress.ofSet(tenant.onec().address(), section.set()).select(section.selecting(fields));
        return client.list(tenant, address).map(objects -> {
            var found = new HashMap<>(before);
            section.node()
                    .get("values")
                    .properties()
                    .forEach(pair -> named(objects, section, pair.getValue().asText())
                            .or(() -> numbered(objects, section, pair.getKey()))
                            .ifPresent(object -> found.put(
                                    entry.name() + "." + pair.getKey(),
                                    Field.of(object, "Ref_Key").key())));
            return found;
        });
    }

    private static Optional<JsonNode> named(JsonNode objects, Section section, String theirs) {
        return living(objects)
                .filter(object -> word(object, section).equals(theirs))
                .findFirst();
    }

    /**
     * Where an entry is younger than the names, by its number: {@code 22/122} is a calculated 22. What has a name goes before: another
     * country's rate has none, and may have the same number.
     */
    private static Optional<JsonNode> numbered(JsonNode objects, Section section, String ours) {
        return section.has("orBy")
                ? living(objects)
                        .filter(object -> word(object, section).isEmpty() && isRate(object, section, ours))
                        .findFirst()
                : Optional.empty();
    }

    private static boolean isRate(JsonNode object, Section section, String ours) {
        String[] rate = ours.split("/");
        BigDecimal number = object.path(section.text("orBy")).decimalValue();
        return number.signum() > 0
                && number.stripTrailingZeros().toPlainString().equals(rate[0])
                && object.path(section.text("calculated")).asBoolean() == rate.length > 1;
    }

    private static String word(JsonNode object, Section section) {
        return object.path(section.text("by")).asText();
    }

    private Reply<Map<String, UUID>> one(Tenant tenant, BaseEntry entry, Map<String, UUID> before) {
        Section section = entry.section();
        Map<String, String> also = also(tenant, section);
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), section.set())
                .select(section.selecting(also.values().toArray(String[]::new)));
        List<ODataFilter> filters = filters(tenant, entry, before);
        return client.list(tenant, filters.isEmpty() ? address : address.filter(ODataFilter.all(filters)))
                .then(objects -> chosen(tenant, entry, living(objects).toList()).map(choice -> {
                    var found = new HashMap<>(before);
                    choice.ifPresent(object -> {
                        found.put(entry.name(), Field.of(object, "Ref_Key").key());
                        also.forEach((name, field) ->
                                put(found, name, Field.of(object, field).key()));
                    });
                    return found;
                }));
    }

    private static void put(Map<String, UUID> found, String name, UUID key) {
        if (!key.equals(Field.NO_REFERENCE)) {
            found.put(name, key);
        }
    }

    /** What the entry itself names, unless the tenant has chosen another. */
    private static Map<String, String> also(Tenant tenant, Section section) {
        var also = new HashMap<String, String>();
        section.node().path("also").properties().forEach(pair -> {
            if (!tenant.onec().tailoring().entries().containsKey(pair.getKey())) {
                also.put(pair.getKey(), pair.getValue().asText());
            }
        });
        return also;
    }

    static List<ODataFilter> filters(Tenant tenant, BaseEntry entry, Map<String, UUID> before) {
        LegalIdentity organization = tenant.onec().organization();
        Values values = new Values().with("inn", organization.inn().digits()).with("kpp", organization.kppOrBlank());
        before.forEach(values::with);
        var filters = new ArrayList<>(entry.section().matching(values));
        chosenName(tenant, entry)
                .map(name ->
                        ODataFilter.equal(entry.section().optionalText("named").orElse("Description"), name))
                .ifPresent(filters::add);
        return filters;
    }

    static Optional<String> chosenName(Tenant tenant, BaseEntry entry) {
        return Optional.ofNullable(tenant.onec().tailoring().entries().get(entry.name()))
                .or(() -> entry.section().optionalText("usually"));
    }

    private static Reply<Optional<JsonNode>> chosen(Tenant tenant, BaseEntry entry, List<JsonNode> candidates) {
        Section section = entry.section();
        if (candidates.size() > 1) {
            return Reply.askPeople(new Problem.EntryNotChosen(section.text("title"), "onec.use." + entry.name()));
        }
        return candidates.isEmpty() && !section.node().path("optional").asBoolean()
                ? Reply.askPeople(missing(tenant, entry))
                : Reply.of(candidates.stream().findFirst());
    }

    private static Problem missing(Tenant tenant, BaseEntry entry) {
        LegalIdentity organization = tenant.onec().organization();
        return switch (entry.name()) {
            case "organization" -> new Problem.OrganizationNotFound(organization);
            case "bankAccount" -> new Problem.OrganizationHasNoBankAccount(organization);
            default ->
                new Problem.DictionaryEntryMissing(
                        entry.section().text("title"),
                        chosenName(tenant, entry)
                                .or(() -> entry.section().optionalText("wants"))
                                .orElse("любого"));
        };
    }

    /** Asked for as a list of one: what our user may not see is then an error and not a card that is gone. */
    Reply<Standing> standing(Tenant tenant, OneCRef known) {
        Section section = profiles.of(tenant).section(known.kind());
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), section.set())
                .filter(ODataFilter.equal("Ref_Key", known.key()))
                .select(section.selecting());
        return client.list(tenant, address)
                .map(found -> living(found).findAny().isPresent() ? Standing.IN_USE : Standing.RETIRED);
    }

    /** Neither marked for deletion nor a folder. Seen here and not asked for in the filter: such lists are short, and filters have a length. */
    static Stream<JsonNode> living(JsonNode objects) {
        return StreamSupport.stream(objects.spliterator(), false)
                .filter(object -> !object.path("DeletionMark").asBoolean()
                        && !object.path("IsFolder").asBoolean());
    }
}
