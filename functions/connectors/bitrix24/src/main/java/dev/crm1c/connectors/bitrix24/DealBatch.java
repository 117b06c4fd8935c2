package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.OwnCompany.Naming;
import dev.crm1c.model.tenant.Tenant;

/**
 * The questions that a deal is read with, in one chain. Its first failure ends it, so what may be absent is asked for by lists, which then are
 * empty, and the company, which may be gone, comes last. Source: reference "bitrix24", 4.5 and 5.2–5.6.
 */
final class DealBatch {
    static final String DEAL = "deal";
    static final String ROWS = "rows";
    static final String CONTACTS = "contacts";
    static final String LINKS = "links";
    static final String REQUISITES = "requisites";
    static final String ACCOUNTS_OF_FIRST = "accountsOfFirst";
    static final String ACCOUNTS_OF_LINKED = "accountsOfLinked";
    static final String SELLERS = "sellers";
    static final String COMPANY = "company";

    private DealBatch() {}

    static Batch of(Tenant tenant, CrmRef deal) {
        var batch = new Batch(Batch.AfterError.STOP);
        batch.command(DEAL, "crm.item.get")
                .with("entityTypeId", type(EntityType.DEAL))
                .with("id", deal.id())
                .with("useOriginalUfNames", "Y");
        rows(batch, deal);
        contact(batch);
        batch.command(LINKS, "crm.requisite.link.list")
                .with("filter[ENTITY_TYPE_ID]", type(EntityType.DEAL))
                .with("filter[ENTITY_ID]", deal.id());
        batch.command(REQUISITES, "crm.requisite.list")
                .with("filter[ENTITY_TYPE_ID]", type(EntityType.COMPANY))
                .withResult("filter[ENTITY_ID]", "[deal][item][companyId]")
                .with("order[SORT]", "ASC")
                .with("order[ID]", "ASC");
        accounts(batch, ACCOUNTS_OF_FIRST, "[requisites][0][ID]");
        accounts(batch, ACCOUNTS_OF_LINKED, "[links][0][REQUISITE_ID]");
        if (isSellerAsked(tenant)) {
            batch.command(SELLERS, "crm.requisite.list").withResult("filter[ID]", "[links][0][MC_REQUISITE_ID]");
        }
        batch.command(COMPANY, "crm.item.get")
                .with("entityTypeId", type(EntityType.COMPANY))
                .withResult("id", "[deal][item][companyId]");
        return batch;
    }

    static Batch.Command rows(Batch batch, CrmRef deal) {
        return batch.command(ROWS, "crm.item.productrow.list")
                .with("filter[=ownerType]", "D")
                .with("filter[=ownerId]", deal.id())
                .with("order[id]", "ASC");
    }

    /** Phones come with a list only when everything is selected (5.2). */
    private static void contact(Batch batch) {
        batch.command(CONTACTS, "crm.item.list")
                .with("entityTypeId", type(EntityType.CONTACT))
                .withResult("filter[=id]", "[deal][item][contactId]")
                .with("select[0]", "*");
    }

    private static void accounts(Batch batch, String command, String requisite) {
        batch.command(command, "crm.requisite.bankdetail.list")
                .withResult("filter[ENTITY_ID]", requisite)
                .with("order[SORT]", "ASC")
                .with("order[ID]", "ASC");
    }

    static boolean isSellerAsked(Tenant tenant) {
        return tenant.terms().sellers().stream().anyMatch(seller -> seller.naming() == Naming.BY_DEAL);
    }

    private static String type(int entityType) {
        return Integer.toString(entityType);
    }
}
