package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.Refusals.sendable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.onec.ODataClient.Change;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.onec.Contacts;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.port.CounterpartyDetails.Addition;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Contact information of counterparties. A change of a tabular part replaces the whole of it, so the rows that are there are sent along, and
 * only over the version in which they were read. Source: reference "onec", 1.6 and 2.1.
 */
@ApplicationScoped
class ContactDesk {
    private static final Duration UNTIL_THE_OTHER_IS_DONE = Duration.ofMinutes(1);

    private final ODataClient client;
    private final ProfileShelf profiles;
    private final Clock clock;

    ContactDesk(ODataClient client, ProfileShelf profiles, Clock clock) {
        this.client = client;
        this.profiles = profiles;
        this.clock = clock;
    }

    Reply<Addition> add(Tenant tenant, OneCRef counterparty, Contacts contacts) {
        Section section = profiles.of(tenant).section("contacts");
        var wanted = new HashMap<String, String>();
        wanted.put("phone", contacts.phone());
        wanted.put("email", contacts.email());
        wanted.values().removeIf(String::isBlank);
        if (wanted.isEmpty()) {
            return Reply.of(Addition.NOTHING);
        }
        ODataAddress card = ODataAddress.ofObject(
                tenant.onec().address(),
                profiles.of(tenant).section(OneCKind.COUNTERPARTY).set(),
                counterparty.key());
        return kinds(tenant, section)
                .then(kinds -> client.find(tenant, card)
                        .then(found -> found.map(object -> add(tenant, card, section, object, kinds, wanted))
                                .orElseGet(() -> Reply.of(Addition.NOTHING))));
    }

    /** The dictionary's entries by our words; in Управление торговлей they are not predefined and carry their name as a field. */
    private Reply<Map<String, UUID>> kinds(Tenant tenant, Section section) {
        Section kinds = section.inner("kinds");
        List<String> naming = kinds.texts("naming");
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), kinds.set())
                .filter(ODataFilter.any(section.node().get("rows").properties().stream()
                        .map(row -> row.getValue().get("kind").asText())
                        .flatMap(name -> naming.stream().map(field -> ODataFilter.equal(field, name)))
                        .toList()))
                .select(kinds.selecting(naming.toArray(String[]::new)));
        return client.list(tenant, address).map(found -> {
            var known = new HashMap<String, UUID>();
            section.node()
                    .get("rows")
                    .properties()
                    .forEach(row -> BaseLookup.living(found)
                            .filter(kind -> naming.stream()
                                    .anyMatch(field -> Field.of(kind, field)
                                            .text()
                                            .equals(row.getValue().get("kind").asText())))
                            .findFirst()
                            .ifPresent(kind -> known.put(
                                    row.getKey(), Field.of(kind, "Ref_Key").key())));
            return known;
        });
    }

    private Reply<Addition> add(
            Tenant tenant,
            ODataAddress card,
            Section section,
            JsonNode object,
            Map<String, UUID> kinds,
            Map<String, String> wanted) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        object.path(section.text("part")).forEach(row -> append(rows, own(row)));
        int before = rows.size();
        for (Map.Entry<String, String> contact : wanted.entrySet()) {
            UUID kind = kinds.get(contact.getKey());
            if (kind == null) {
                return Reply.askPeople(new Problem.DictionaryEntryMissing(
                        section.inner("kinds").text("title"),
                        section.inner("rows").inner(contact.getKey()).text("kind")));
            }
            if (has(rows, section.text("kindField"), kind)) {
                continue;
            }
            Reply<ObjectNode> row = row(section, contact.getKey(), contact.getValue(), kind);
            switch (row) {
                case Reply.Got<ObjectNode>(ObjectNode ready) -> append(rows, ready);
                case Reply.Stopped<ObjectNode>(Outcome outcome) -> {
                    return Reply.stop(outcome);
                }
            }
        }
        return rows.size() == before ? Reply.of(Addition.NOTHING) : write(tenant, card, section, object, rows);
    }

    private Reply<Addition> write(Tenant tenant, ODataAddress card, Section section, JsonNode object, ArrayNode rows) {
        ObjectNode change = JsonNodeFactory.instance.objectNode();
        change.set(section.text("part"), rows);
        return client.changeIfUnchanged(tenant, card, ODataClient.version(object), change)
                .then(changed -> switch (changed) {
                    case Change.Made _ -> Reply.of(Addition.SOMETHING);
                    case Change.ChangedMeanwhile _ ->
                        Reply.stop(new Outcome.Later(clock.instant().plus(UNTIL_THE_OTHER_IS_DONE), Delay.ONEC_LOCKED));
                    case Change.Gone() -> Reply.of(Addition.NOTHING);
                });
    }

    private static Reply<ObjectNode> row(Section section, String word, String value, UUID kind) {
        Section rule = section.inner("rows").inner(word);
        Values values = new Values()
                .with("value", value)
                .with("kind", kind)
                .with("described", described(rule.text("type"), value));
        return sendable(
                new Template(
                        section.path() + "/" + section.text("part"), rule.node().get("fields"), List.of()),
                values,
                Reply::of);
    }

    /** The JSON that current releases keep beside the presentation. */
    private static String described(String type, String value) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("version", 4)
                .put("value", Controls.removedFrom(value))
                .put("comment", "")
                .put("type", type)
                .toString();
    }

    private static boolean has(ArrayNode rows, String field, UUID kind) {
        return StreamSupport.stream(rows.spliterator(), false)
                .anyMatch(row -> Field.of(row, field).reference().equals(Optional.of(kind)));
    }

    /** Without what 1C adds to an answer only. */
    private static ObjectNode own(JsonNode row) {
        ObjectNode own = row.deepCopy();
        own.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> name.contains("@") || name.equals("Ref_Key"))
                .toList()
                .forEach(own::remove);
        return own;
    }

    private static void append(ArrayNode rows, ObjectNode row) {
        rows.add(row.put("LineNumber", rows.size() + 1));
    }
}
