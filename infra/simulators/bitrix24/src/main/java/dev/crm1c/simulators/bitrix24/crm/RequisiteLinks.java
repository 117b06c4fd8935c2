package dev.crm1c.simulators.bitrix24.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which requisites a deal was made with: the client's and, under MC_, those of "my company" (bitrix24.md §5.6). */
public final class RequisiteLinks {
    private final Items deals;
    private final Items companies;
    private final LegalData legal;
    private final Map<Long, ObjectNode> byDeal = new LinkedHashMap<>();

    RequisiteLinks(Items deals, Items companies, LegalData legal) {
        this.deals = deals;
        this.companies = companies;
        this.legal = legal;
    }

    public List<ObjectNode> all() {
        return byDeal.values().stream().map(ObjectNode::deepCopy).toList();
    }

    public Optional<ObjectNode> of(long entityTypeId, long entityId) {
        return entityTypeId == ItemType.DEAL.entityTypeId()
                ? Optional.ofNullable(byDeal.get(entityId)).map(ObjectNode::deepCopy)
                : Optional.empty();
    }

    public void register(
            long entityTypeId, long entityId, long requisite, long bankDetail, long myRequisite, long myBankDetail) {
        Item deal = entityTypeId == ItemType.DEAL.entityTypeId()
                ? deals.find(entityId).orElseThrow(RequisiteLinks::noEntity)
                : noEntityAtAll();
        if (requisite != 0) {
            checkClient(deal, requisite);
        }
        if (myRequisite != 0) {
            checkMyCompany(myRequisite);
        }
        checkBank(requisite, bankDetail);
        checkBank(myRequisite, myBankDetail);
        byDeal.put(
                entityId,
                Json.object()
                        .put("ENTITY_TYPE_ID", Long.toString(entityTypeId))
                        .put("ENTITY_ID", Long.toString(entityId))
                        .put("REQUISITE_ID", Long.toString(requisite))
                        .put("BANK_DETAIL_ID", Long.toString(bankDetail))
                        .put("MC_REQUISITE_ID", Long.toString(myRequisite))
                        .put("MC_BANK_DETAIL_ID", Long.toString(myBankDetail)));
    }

    void forget(long deal) {
        byDeal.remove(deal);
    }

    private void checkClient(Item deal, long requisite) {
        JsonNode row = legal.requisites().get(requisite);
        long owner = row.path("ENTITY_ID").asLong();
        boolean ofContact = row.path("ENTITY_TYPE_ID").asInt() == ItemType.CONTACT.entityTypeId();
        long company = deal.reference("companyId");
        if (ofContact ? owner != deal.reference("contactId") : owner != company) {
            throw notAssigned("Requisite", requisite, "Company", company);
        }
    }

    private void checkMyCompany(long requisite) {
        JsonNode row = legal.requisites().get(requisite);
        long owner = row.path("ENTITY_ID").asLong();
        boolean mine = row.path("ENTITY_TYPE_ID").asInt() == ItemType.COMPANY.entityTypeId()
                && companies
                        .find(owner)
                        .filter(company -> company.text("isMyCompany").equals("Y"))
                        .isPresent();
        if (!mine) {
            throw notAssigned("Requisite", requisite, "Company", owner);
        }
    }

    private void checkBank(long requisite, long bankDetail) {
        if (bankDetail != 0
                && legal.bankDetails().get(bankDetail).path("ENTITY_ID").asLong() != requisite) {
            throw notAssigned("RequisiteBankDetail", bankDetail, "Requisite", requisite);
        }
    }

    private static RuntimeException notAssigned(String what, long id, String owner, long ownerId) {
        return RestError.old("The " + what + " with ID '" + id + "' is not assigned to " + owner + " with ID '"
                        + ownerId + "'")
                .refusal();
    }

    private static RuntimeException noEntity() {
        return RestError.old("Entity is not found").refusal();
    }

    private static Item noEntityAtAll() {
        throw noEntity();
    }
}
