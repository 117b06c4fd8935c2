package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.Refusals.sendable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.legal.BuyerIdentity;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.CounterpartiesFound;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.CounterpartyOnFile;
import dev.crm1c.model.onec.CounterpartyStanding;
import dev.crm1c.model.onec.Marker;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Who buys, as 1C has him on file. */
@ApplicationScoped
class CounterpartyDesk {
    private final ODataClient client;
    private final ProfileShelf profiles;
    private final PartnerDesk partners;

    CounterpartyDesk(ODataClient client, ProfileShelf profiles, PartnerDesk partners) {
        this.client = client;
        this.profiles = profiles;
        this.partners = partners;
    }

    Reply<CounterpartiesFound> find(Tenant tenant, BuyerIdentity identity) {
        Section section = profiles.of(tenant).section(OneCKind.COUNTERPARTY);
        return switch (identity) {
            case BuyerIdentity.Registered(LegalIdentity legal) -> registered(tenant, section, legal);
            case BuyerIdentity.PrivatePerson(var contact) ->
                person(tenant, section, Marker.of(tenant.id(), contact).text())
                        .map(same -> new CounterpartiesFound(onFile(section, same, _ -> true), List.of()));
        };
    }

    /** By the ИНН alone, which brings head offices along: the КПП is compared here. */
    private Reply<CounterpartiesFound> registered(Tenant tenant, Section section, LegalIdentity buyer) {
        String kpp = section.template().fieldOf("kpp");
        ODataFilter sameInn = section.match(new Values().with("inn", buyer.inn().digits()));
        return list(tenant, section, sameInn, kpp)
                .map(found -> new CounterpartiesFound(
                        onFile(section, found, one -> Field.of(one, kpp).text().equals(buyer.kppOrBlank())),
                        isBranch(buyer) ? onFile(section, found, one -> isHead(one, kpp)) : List.of()));
    }

    private static boolean isBranch(LegalIdentity buyer) {
        return buyer instanceof LegalIdentity.Organization(var _, Kpp kpp) && !kpp.ofHeadOffice();
    }

    private static boolean isHead(JsonNode counterparty, String kpp) {
        return Kpp.parse(Field.of(counterparty, kpp).text())
                .filter(Kpp::ofHeadOffice)
                .isPresent();
    }

    /** Where counterparties have no comment, by that of the partner: people may have given it other counterparties. */
    private Reply<JsonNode> person(Tenant tenant, Section section, String mark) {
        Section person = section.inner("person");
        Optional<String> comment = person.optionalText("marker");
        if (comment.isPresent()) {
            return list(tenant, section, ODataFilter.contains(comment.get(), mark));
        }
        return partners.marked(tenant, mark)
                .then(found -> found.isEmpty()
                        ? Reply.of(JsonNodeFactory.instance.arrayNode())
                        : list(
                                tenant,
                                section,
                                ODataFilter.anyOf(section.text("partner"), found)
                                        .and(person.match(new Values()))));
    }

    /** The whole list: nothing here asks for pages. */
    private Reply<JsonNode> list(Tenant tenant, Section section, ODataFilter filter, String... fields) {
        var selected = new ArrayList<>(List.of(fields));
        section.optionalText("partner").ifPresent(selected::add);
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), section.set())
                .filter(filter)
                .select(section.selecting(selected.toArray(String[]::new)))
                .orderBy(section.text("order"));
        return client.list(tenant, address);
    }

    private static List<CounterpartyOnFile> onFile(Section section, JsonNode found, Predicate<JsonNode> meant) {
        return BaseLookup.living(found)
                .filter(meant)
                .map(counterparty -> onFile(counterparty, section.optionalText("partner")))
                .toList();
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

    Reply<OneCRef> create(
            Tenant tenant,
            Parties parties,
            CounterpartyCard card,
            CounterpartyStanding standing,
            ProposedKey proposed) {
        Section section = profiles.of(tenant).section(OneCKind.COUNTERPARTY);
        Values values = BuyerValues.standing(standing, proposed, BuyerValues.describing(card, Values.of(parties)));
        if (card.identity() instanceof BuyerIdentity.PrivatePerson(var contact)) {
            values.with("personMarker", Marker.of(tenant.id(), contact).text());
        }
        return sendable(
                section.template(card.identity().kind().wireName()),
                values,
                object -> client.createOnce(
                                tenant, ODataAddress.ofSet(tenant.onec().address(), section.set()), object, proposed)
                        .map(key -> new OneCRef(OneCKind.COUNTERPARTY, key))
                        .then(made -> switch (standing) {
                            case CounterpartyStanding.BranchOf _ -> Reply.of(made);
                            case CounterpartyStanding.HeadOffice _, CounterpartyStanding.BranchAlone _ ->
                                client.afterWrite(headOfItself(tenant, section, made, proposed));
                        }));
    }

    /** Where the base gave a key of its own, the head office that we wrote does not exist: 1C stores such references without a word. */
    private Reply<OneCRef> headOfItself(Tenant tenant, Section section, OneCRef made, ProposedKey proposed) {
        Optional<String> head = section.template().optionalFieldOf("head");
        if (head.isEmpty() || made.key().equals(proposed.uuid())) {
            return Reply.of(made);
        }
        ObjectNode itself =
                JsonNodeFactory.instance.objectNode().put(head.get(), made.key().toString());
        return client.change(tenant, ODataAddress.ofObject(tenant.onec().address(), section.set(), made.key()), itself)
                .map(_ -> made);
    }

    Reply<OneCRef> complete(Tenant tenant, OneCRef counterparty, ProposedKey proposed) {
        Section section = profiles.of(tenant).section(OneCKind.COUNTERPARTY);
        Optional<String> head = section.template().optionalFieldOf("head");
        if (head.isEmpty()) {
            return Reply.of(counterparty);
        }
        return client.find(tenant, ODataAddress.ofObject(tenant.onec().address(), section.set(), counterparty.key()))
                .then(found -> found.filter(
                                card -> Field.of(card, head.get()).key().equals(proposed.uuid()))
                        .map(_ -> headOfItself(tenant, section, counterparty, proposed))
                        .orElseGet(() -> Reply.of(counterparty)));
    }
}
