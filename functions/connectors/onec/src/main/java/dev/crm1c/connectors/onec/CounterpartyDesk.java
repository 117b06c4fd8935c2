package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.onec.ODataClient.Creation;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.ContractOnFile;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** Counterparties and their contracts. */
@ApplicationScoped
class CounterpartyDesk {
    private final ODataClient client;
    private final ProfileShelf profiles;

    CounterpartyDesk(ODataClient client, ProfileShelf profiles) {
        this.client = client;
        this.profiles = profiles;
    }

    Reply<List<OneCRef>> find(Tenant tenant, LegalIdentity identity) {
        Section section = profiles.of(tenant).section("counterparty");
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), section.set())
                .filter(section.match(identityOf(identity)))
                .select(List.of("Ref_Key", "DeletionMark", "IsFolder"))
                .orderBy("Code");
        return client.list(tenant, address)
                .map(found -> BaseLookup.living(found)
                        .map(counterparty ->
                                new OneCRef(OneCKind.COUNTERPARTY, BaseLookup.key(counterparty, "Ref_Key")))
                        .toList());
    }

    Reply<OneCRef> create(Tenant tenant, OneCBase base, CounterpartyCard card, ProposedKey proposed) {
        Section section = profiles.of(tenant).section("counterparty");
        Values values = identityOf(card.identity())
                .with("name", card.name())
                .with("fullName", card.fullName())
                .with("registrationNumber", card.registrationNumber())
                .with("country", base.country())
                .with("person", card.identity().inn().ofPerson() ? "sole-trader" : "organization");
        return switch (section.template().fill(values)) {
            case Template.Filled.TooLong(String value, int limit) ->
                Reply.askPeople(new Problem.OneCSaysNo("поле «" + value + "» длиннее " + limit + " знаков"));
            case Template.Filled.Ready(ObjectNode object) -> {
                object.put(section.text("itself"), proposed.uuid().toString());
                yield create(tenant, section, object, proposed, OneCKind.COUNTERPARTY)
                        .then(made -> headOfItself(tenant, section, made, proposed));
            }
        };
    }

    /** Where the base gave a key of its own, the head office that we wrote does not exist: 1C stores such references without a word. */
    private Reply<OneCRef> headOfItself(Tenant tenant, Section section, OneCRef made, ProposedKey proposed) {
        if (made.key().equals(proposed.uuid())) {
            return Reply.of(made);
        }
        ObjectNode head = JsonNodeFactory.instance
                .objectNode()
                .put(section.text("itself"), made.key().toString());
        return client.change(tenant, ODataAddress.ofObject(tenant.onec().address(), section.set(), made.key()), head)
                .map(_ -> made);
    }

    Reply<OneCRef> complete(Tenant tenant, OneCRef counterparty, ProposedKey proposed) {
        Section section = profiles.of(tenant).section("counterparty");
        return client.find(tenant, ODataAddress.ofObject(tenant.onec().address(), section.set(), counterparty.key()))
                .then(found -> found.filter(card ->
                                BaseLookup.key(card, section.text("itself")).equals(proposed.uuid()))
                        .map(_ -> headOfItself(tenant, section, counterparty, proposed))
                        .orElseGet(() -> Reply.of(counterparty)));
    }

    Reply<List<ContractOnFile>> findContracts(Tenant tenant, OneCBase base, OneCRef counterparty) {
        Section section = profiles.of(tenant).section("contract");
        String date = section.text("date");
        String closed = section.text("closed");
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), section.set())
                .filter(section.match(partiesOf(base, counterparty)))
                .select(List.of("Ref_Key", "DeletionMark", "IsFolder", date, closed))
                .orderBy("Code");
        return client.list(tenant, address)
                .map(found -> BaseLookup.living(found)
                        .filter(contract -> !contract.path(closed).asBoolean())
                        .map(contract -> new ContractOnFile(
                                new OneCRef(OneCKind.CONTRACT, BaseLookup.key(contract, "Ref_Key")),
                                LocalDateTime.parse(contract.path(date).asText())
                                        .toLocalDate()))
                        .toList());
    }

    Reply<OneCRef> createContract(
            Tenant tenant, OneCBase base, OneCRef counterparty, LocalDate date, ProposedKey proposed) {
        Section section = profiles.of(tenant).section("contract");
        Values values = partiesOf(base, counterparty).with("date", date.atStartOfDay());
        return switch (section.template().fill(values)) {
            case Template.Filled.TooLong(String value, int limit) ->
                throw new IllegalStateException("a contract has no text of others: " + value + " over " + limit);
            case Template.Filled.Ready(ObjectNode object) ->
                create(tenant, section, object, proposed, OneCKind.CONTRACT);
        };
    }

    private Reply<OneCRef> create(
            Tenant tenant, Section section, ObjectNode object, ProposedKey proposed, OneCKind kind) {
        object.put("Ref_Key", proposed.uuid().toString());
        return client.create(tenant, ODataAddress.ofSet(tenant.onec().address(), section.set()), object)
                .map(creation -> switch (creation) {
                    case Creation.Made(JsonNode made) -> new OneCRef(kind, BaseLookup.key(made, "Ref_Key"));
                    case Creation.KeyTaken() -> new OneCRef(kind, proposed.uuid());
                });
    }

    private static Values identityOf(LegalIdentity identity) {
        return new Values().with("inn", identity.inn().digits()).with("kpp", identity.kppOrBlank());
    }

    private static Values partiesOf(OneCBase base, OneCRef counterparty) {
        return new Values()
                .with("counterparty", counterparty.key())
                .with("organization", base.organization())
                .with("currency", base.currency());
    }
}
