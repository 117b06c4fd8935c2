package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.Refusals.sendable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.legal.BuyerIdentity;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.ContractOnFile;
import dev.crm1c.model.onec.ContractTerms;
import dev.crm1c.model.onec.CounterpartiesFound;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.CounterpartyOnFile;
import dev.crm1c.model.onec.CounterpartyStanding;
import dev.crm1c.model.onec.DocumentCurrency;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** Partners, counterparties and their contracts. */
@ApplicationScoped
class CounterpartyDesk {
    private final ODataClient client;
    private final ProfileShelf profiles;

    CounterpartyDesk(ODataClient client, ProfileShelf profiles) {
        this.client = client;
        this.profiles = profiles;
    }

    Reply<CounterpartiesFound> find(Tenant tenant, BuyerIdentity identity) {
        return switch (identity) {
            case BuyerIdentity.Registered(LegalIdentity legal) ->
                registered(tenant, legal).map(same -> new CounterpartiesFound(same, List.of()));
            case BuyerIdentity.PrivatePerson _ -> Reply.of(new CounterpartiesFound(List.of(), List.of()));
        };
    }

    private Reply<List<CounterpartyOnFile>> registered(Tenant tenant, LegalIdentity identity) {
        Section section = profiles.of(tenant).section(OneCKind.COUNTERPARTY);
        Optional<String> partner = section.optionalText("partner");
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), section.set())
                .filter(section.match(identityOf(identity)))
                .select(section.selecting(partner.stream().toArray(String[]::new)))
                .orderBy(section.text("order"));
        return client.list(tenant, address)
                .map(found -> BaseLookup.living(found)
                        .map(counterparty -> onFile(counterparty, partner))
                        .toList());
    }

    private static CounterpartyOnFile onFile(JsonNode counterparty, Optional<String> partner) {
        var ref = new OneCRef(
                OneCKind.COUNTERPARTY, Field.of(counterparty, "Ref_Key").key());
        return partner.<CounterpartyOnFile>map(field -> new CounterpartyOnFile.OfPartner(
                        ref,
                        new OneCRef(
                                OneCKind.PARTNER, Field.of(counterparty, field).key())))
                .orElseGet(() -> new CounterpartyOnFile.Alone(ref));
    }

    Reply<Optional<OneCRef>> findPartner(Tenant tenant, ProposedKey proposed) {
        Section section = profiles.of(tenant).section(OneCKind.PARTNER);
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), section.set())
                .filter(ODataFilter.contains(section.text("marker"), marker(proposed)))
                .select(section.selecting());
        return client.list(tenant, address)
                .map(found -> BaseLookup.living(found)
                        .map(partner -> new OneCRef(
                                OneCKind.PARTNER, Field.of(partner, "Ref_Key").key()))
                        .findFirst());
    }

    Reply<OneCRef> createPartner(Tenant tenant, OneCBase base, CounterpartyCard card, ProposedKey proposed) {
        Section section = profiles.of(tenant).section(OneCKind.PARTNER);
        Values values = describing(card, Values.of(base)).with("marker", marker(proposed));
        return sendable(
                section.template(), values, object -> create(tenant, section, object, proposed, OneCKind.PARTNER));
    }

    Reply<OneCRef> create(
            Tenant tenant,
            Parties parties,
            CounterpartyCard card,
            CounterpartyStanding standing,
            ProposedKey proposed) {
        Section section = profiles.of(tenant).section(OneCKind.COUNTERPARTY);
        Values values = describing(card, Values.of(parties)).with("itself", proposed.uuid());
        return sendable(
                section.template(),
                values,
                object -> create(tenant, section, object, proposed, OneCKind.COUNTERPARTY)
                        .then(made -> headOfItself(tenant, section, made, proposed)));
    }

    /** Where the base gave a key of its own, the head office that we wrote does not exist: 1C stores such references without a word. */
    private Reply<OneCRef> headOfItself(Tenant tenant, Section section, OneCRef made, ProposedKey proposed) {
        Optional<String> itself = section.template().optionalFieldOf("itself");
        if (itself.isEmpty() || made.key().equals(proposed.uuid())) {
            return Reply.of(made);
        }
        ObjectNode head = JsonNodeFactory.instance
                .objectNode()
                .put(itself.get(), made.key().toString());
        return client.change(tenant, ODataAddress.ofObject(tenant.onec().address(), section.set(), made.key()), head)
                .map(_ -> made);
    }

    Reply<OneCRef> complete(Tenant tenant, OneCRef counterparty, ProposedKey proposed) {
        Section section = profiles.of(tenant).section(OneCKind.COUNTERPARTY);
        Optional<String> itself = section.template().optionalFieldOf("itself");
        if (itself.isEmpty()) {
            return Reply.of(counterparty);
        }
        return client.find(tenant, ODataAddress.ofObject(tenant.onec().address(), section.set(), counterparty.key()))
                .then(found -> found.filter(
                                card -> Field.of(card, itself.get()).key().equals(proposed.uuid()))
                        .map(_ -> headOfItself(tenant, section, counterparty, proposed))
                        .orElseGet(() -> Reply.of(counterparty)));
    }

    Reply<List<ContractOnFile>> findContracts(
            Tenant tenant, Parties parties, DocumentCurrency currency, ContractTerms terms) {
        Section section = profiles.of(tenant).section(OneCKind.CONTRACT);
        String date = section.text("date");
        Optional<String> closed = section.optionalText("closed");
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), section.set())
                .filter(section.match(Values.of(parties)))
                .select(section.selecting(
                        closed.map(field -> new String[] {date, field}).orElseGet(() -> new String[] {date})))
                .orderBy(section.text("order"));
        return client.list(tenant, address)
                .map(found -> BaseLookup.living(found)
                        .filter(contract ->
                                closed.isEmpty() || !contract.path(closed.get()).asBoolean())
                        .map(contract -> new ContractOnFile(
                                new OneCRef(
                                        OneCKind.CONTRACT,
                                        Field.of(contract, "Ref_Key").key()),
                                LocalDateTime.parse(contract.path(date).asText())
                                        .toLocalDate()))
                        .toList());
    }

    Reply<OneCRef> createContract(
            Tenant tenant, Parties parties, DocumentCurrency currency, ContractTerms terms, ProposedKey proposed) {
        Section section = profiles.of(tenant).section(OneCKind.CONTRACT);
        Values values = Values.of(parties).with("date", terms.from().atStartOfDay());
        return sendable(
                section.template(), values, object -> create(tenant, section, object, proposed, OneCKind.CONTRACT));
    }

    private Reply<OneCRef> create(
            Tenant tenant, Section section, ObjectNode object, ProposedKey proposed, OneCKind kind) {
        return client.createOnce(tenant, ODataAddress.ofSet(tenant.onec().address(), section.set()), object, proposed)
                .map(key -> new OneCRef(kind, key));
    }

    private static String marker(ProposedKey proposed) {
        return "[crm1c:" + proposed.uuid() + "]";
    }

    private static Values describing(CounterpartyCard card, Values values) {
        return numbered(card.identity(), values)
                .with("name", card.name())
                .with("fullName", card.fullName())
                .with("registrationNumber", card.registrationNumber())
                .with("person", card.identity().kind().wireName());
    }

    private static Values numbered(BuyerIdentity identity, Values values) {
        return switch (identity) {
            case BuyerIdentity.Registered(LegalIdentity legal) ->
                values.with("inn", legal.inn().digits()).with("kpp", legal.kppOrBlank());
            case BuyerIdentity.PrivatePerson _ -> values.with("inn", "").with("kpp", "");
        };
    }

    private static Values identityOf(LegalIdentity identity) {
        return new Values().with("inn", identity.inn().digits()).with("kpp", identity.kppOrBlank());
    }
}
