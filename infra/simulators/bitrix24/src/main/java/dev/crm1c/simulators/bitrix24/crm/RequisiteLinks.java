package dev.crm1c.simulators.bitrix24.crm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Which requisites a deal or an invoice was made with: the client's and, under MC_, those of "my company" (bitrix24.md §5.6). */
public final class RequisiteLinks {
    private final Function<ItemType, Items> items;
    private final Items companies;
    private final LegalData legal;
    private final Map<Owner, ObjectNode> byOwner = new LinkedHashMap<>();

    RequisiteLinks(Function<ItemType, Items> items, Items companies, LegalData legal) {
        this.items = items;
        this.companies = companies;
        this.legal = legal;
    }

    public List<ObjectNode> all() {
        return byOwner.values().stream().map(ObjectNode::deepCopy).toList();
    }

    public Optional<ObjectNode> of(long entityTypeId, long entityId) {
        return owner(entityTypeId, entityId).map(byOwner::get).map(ObjectNode::deepCopy);
    }

    public void register(
            long entityTypeId, long entityId, long requisite, long bankDetail, long myRequisite, long myBankDetail) {
        Owner owner = owner(entityTypeId, entityId).orElseThrow(RequisiteLinks::noEntity);
        Item item = items.apply(owner.type()).find(entityId).orElseThrow(RequisiteLinks::noEntity);
        if (requisite != 0) {
            checkClient(item, requisite);
        }
        if (myRequisite != 0) {
            checkMyCompany(item, myRequisite);
        }
        checkBank(requisite, bankDetail);
        checkBank(myRequisite, myBankDetail);
        byOwner.put(
                owner,
                Json.object()
                        .put("ENTITY_TYPE_ID", Long.toString(entityTypeId))
                        .put("ENTITY_ID", Long.toString(entityId))
                        .put("REQUISITE_ID", Long.toString(requisite))
                        .put("BANK_DETAIL_ID", Long.toString(bankDetail))
                        .put("MC_REQUISITE_ID", Long.toString(myRequisite))
                        .put("MC_BANK_DETAIL_ID", Long.toString(myBankDetail)));
    }

    void forget(Owner owner) {
        byOwner.remove(owner);
    }

    private void checkClient(Item item, long requisite) {
        JsonNode row = legal.requisites().get(requisite);
        long owner = row.path("ENTITY_ID").asLong();
        boolean ofContact = row.path("ENTITY_TYPE_ID").asInt() == ItemType.CONTACT.entityTypeId();
        long company = item.reference("companyId");
        if (ofContact ? owner != item.reference("contactId") : owner != company) {
            throw notAssigned("Requisite", requisite, "Company", company);
        }
    }

    private void checkMyCompany(Item item, long requisite) {
        JsonNode row = legal.requisites().get(requisite);
        long owner = row.path("ENTITY_ID").asLong();
        boolean mine = row.path("ENTITY_TYPE_ID").asInt() == ItemType.COMPANY.entityTypeId()
                && companies
                        .find(owner)
                        .filter(company -> company.text("isMyCompany").equals("Y"))
                        .isPresent();
        // An invoice names its seller itself; a deal leaves the choice among "my companies".
        long seller = item.reference("mycompanyId");
        if (!mine || seller != 0 && seller != owner) {
            throw notAssigned("Requisite", requisite, "Company", seller == 0 ? owner : seller);
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

    /** Empty for kinds that know no requisites of a bargain. */
    private static Optional<Owner> owner(long entityTypeId, long entityId) {
        return Stream.of(ItemType.DEAL, ItemType.SMART_INVOICE)
                .filter(type -> type.entityTypeId() == entityTypeId)
                .map(type -> new Owner(type, entityId))
                .findFirst();
    }
}
