package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.Refusals.sendable;

import dev.crm1c.connectors.onec.Profile.Section;
import dev.crm1c.model.legal.BuyerIdentity;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.Marker;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Those who stand above counterparties. A partner has no number of its own: it is found again by what we wrote into its comment. */
@ApplicationScoped
class PartnerDesk {
    private final ODataClient client;
    private final ProfileShelf profiles;

    PartnerDesk(ODataClient client, ProfileShelf profiles) {
        this.client = client;
        this.profiles = profiles;
    }

    Reply<Optional<OneCRef>> find(Tenant tenant, ProposedKey proposed) {
        return marked(tenant, mark(proposed))
                .map(found -> found.stream().findFirst().map(key -> new OneCRef(OneCKind.PARTNER, key)));
    }

    /** The living partners whose comment has this in it. */
    Reply<List<UUID>> marked(Tenant tenant, String mark) {
        Section section = profiles.of(tenant).section(OneCKind.PARTNER);
        ODataAddress address = ODataAddress.ofSet(tenant.onec().address(), section.set())
                .filter(ODataFilter.contains(section.text("marker"), mark))
                .select(section.selecting());
        return client.list(tenant, address)
                .map(found -> BaseLookup.living(found)
                        .map(partner -> Field.of(partner, "Ref_Key").key())
                        .toList());
    }

    Reply<OneCRef> create(Tenant tenant, OneCBase base, CounterpartyCard card, ProposedKey proposed) {
        Section section = profiles.of(tenant).section(OneCKind.PARTNER);
        Values values = BuyerValues.describing(card, Values.of(base)).with("marker", marks(tenant, card, proposed));
        return sendable(
                section.template(),
                values,
                object -> client.createOnce(
                                tenant, ODataAddress.ofSet(tenant.onec().address(), section.set()), object, proposed)
                        .map(key -> new OneCRef(OneCKind.PARTNER, key)));
    }

    /** A person's counterparty has no comment, so the partner carries the person's mark as well. */
    private static String marks(Tenant tenant, CounterpartyCard card, ProposedKey proposed) {
        return switch (card.identity()) {
            case BuyerIdentity.Registered _ -> mark(proposed);
            case BuyerIdentity.PrivatePerson(var contact) ->
                mark(proposed) + " " + Marker.of(tenant.id(), contact).text();
        };
    }

    private static String mark(ProposedKey proposed) {
        return "[crm1c:" + proposed.uuid() + "]";
    }
}
