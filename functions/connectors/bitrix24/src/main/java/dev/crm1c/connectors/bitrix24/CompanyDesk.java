package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.party.CompanyCard;
import dev.crm1c.model.port.CrmParties.Put;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** A counterparty as a company of the portal. A sole trader is a company too there. Source: reference "bitrix24", 5.5–5.6 and 6.2. */
@ApplicationScoped
class CompanyDesk {
    private final Lists lists;
    private final PartyDesk parties;
    private final RequisiteDesk requisites;

    CompanyDesk(Lists lists, PartyDesk parties, RequisiteDesk requisites) {
        this.lists = lists;
        this.parties = parties;
        this.requisites = requisites;
    }

    Reply<Put> put(Tenant tenant, CompanyCard card) {
        return find(tenant, card)
                .then(found -> found.map(
                                item -> parties.complete(tenant, CrmKind.COMPANY, card.origin(), item, card.reach()))
                        .orElseGet(() -> parties.add(
                                tenant, CrmKind.COMPANY, card.origin(), Map.of("title", card.name()), card.reach())))
                .then(put -> requisites
                        .bring(tenant, put.party(), card)
                        .map(written -> new Put(put.party(), put.written().or(written))));
    }

    private Reply<Optional<JsonNode>> find(Tenant tenant, CompanyCard card) {
        return parties.byOrigin(tenant, CrmKind.COMPANY, card.origin())
                .then(found -> found.isPresent() ? Reply.of(found) : byRegistration(tenant, card.identity()));
    }

    private Reply<Optional<JsonNode>> byRegistration(Tenant tenant, LegalIdentity identity) {
        ListQuery query = ListQuery.of("crm.requisite.list", "")
                .with("filter[RQ_INN]", identity.inn().digits())
                .with("filter[ENTITY_TYPE_ID]", Integer.toString(EntityType.COMPANY))
                .with("order[ID]", "ASC");
        return lists.all(tenant, query)
                .then(rows -> rows.stream()
                        .filter(row -> RequisiteDesk.isOf(row, identity))
                        .findFirst()
                        .map(row -> parties.byId(tenant, CrmKind.COMPANY, text(row, "ENTITY_ID")))
                        .orElseGet(() -> Reply.of(Optional.empty())));
    }
}
