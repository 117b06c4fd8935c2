package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Bitrix24Mapping.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.portal.Seller;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** "My companies" and what each of them is registered as. Source: reference "bitrix24", 5.5–5.6. */
@ApplicationScoped
class SellerBook {
    private final Lists lists;

    SellerBook(Lists lists) {
        this.lists = lists;
    }

    Reply<List<Seller>> all(Tenant tenant) {
        ListQuery mine = ListQuery.of("crm.item.list", "items")
                .with("entityTypeId", Integer.toString(EntityType.COMPANY))
                .with("filter[isMyCompany]", "Y")
                .with("order[id]", "ASC");
        return lists.all(tenant, mine).then(companies -> withRequisites(tenant, companies));
    }

    private Reply<List<Seller>> withRequisites(Tenant tenant, List<JsonNode> companies) {
        if (companies.isEmpty()) {
            return Reply.of(List.of());
        }
        ListQuery requisites = ListQuery.of("crm.requisite.list", "")
                .with("filter[ENTITY_TYPE_ID]", Integer.toString(EntityType.COMPANY))
                .withEach(
                        "filter[@ENTITY_ID]",
                        companies.stream().map(company -> text(company, "id")).toList())
                .with("order[SORT]", "ASC")
                .with("order[ID]", "ASC");
        return lists.all(tenant, requisites)
                .map(rows ->
                        companies.stream().map(company -> seller(company, rows)).toList());
    }

    private static Seller seller(JsonNode company, List<JsonNode> requisites) {
        String id = text(company, "id");
        return new Seller(
                new CrmRef(CrmKind.COMPANY, id),
                text(company, "title"),
                requisites.stream()
                        .filter(row -> text(row, "ENTITY_ID").equals(id))
                        .map(row -> new Seller.Legal(
                                new CrmRef(CrmKind.REQUISITE, text(row, "ID")),
                                text(row, "RQ_INN"),
                                text(row, "RQ_KPP")))
                        .toList());
    }
}
