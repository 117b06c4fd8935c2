package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.OwnCompany.Naming;
import dev.crm1c.model.tenant.Tenant;
import java.util.Set;

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

    /** A portal that refuses a question for one of these reasons will always do so. */
    private static final Set<Refusal> FOR_GOOD = Set.of(
            Refusal.METHOD_UNKNOWN, Refusal.REQUEST_REFUSED, Refusal.NOT_FOUND, Refusal.NO_RIGHT, Refusal.NOT_IN_PLAN);

    private DealBatch() {}

    /**
     * For which refusals a sale can do without an answer. The links say which requisites are meant: only a portal that has none is let go without
     * (a boxed one of an old release).
     */
    static Set<Refusal> doesWithout(String command) {
        return switch (command) {
            case ACCOUNTS_OF_FIRST, ACCOUNTS_OF_LINKED, CONTACTS, SELLERS -> FOR_GOOD;
            case LINKS -> Set.of(Refusal.METHOD_UNKNOWN);
            default -> Set.of();
        };
    }

    /** What goes with this command: itself, what is asked by the same method, what builds upon its answer. */
    static Set<String> dependingOn(String command) {
        return switch (command) {
            case LINKS -> Set.of(LINKS, ACCOUNTS_OF_LINKED, SELLERS);
            case ACCOUNTS_OF_FIRST -> Set.of(ACCOUNTS_OF_FIRST, ACCOUNTS_OF_LINKED);
            default -> Set.of(command);
        };
    }

    /** @param without questions that the portal does not answer */
    static Batch of(Tenant tenant, CrmRef deal, Set<String> without) {
        var batch = new Batch(Batch.AfterError.STOP);
        batch.command(DEAL, "crm.item.get")
                .with("entityTypeId", type(EntityType.DEAL))
                .with("id", deal.id())
                .with("useOriginalUfNames", "Y");
        rows(batch, deal);
        if (!without.contains(CONTACTS)) {
            contact(batch);
        }
        if (!without.contains(LINKS)) {
            batch.command(LINKS, "crm.requisite.link.list")
                    .with("filter[ENTITY_TYPE_ID]", type(EntityType.DEAL))
                    .with("filter[ENTITY_ID]", deal.id());
        }
        batch.command(REQUISITES, "crm.requisite.list")
                .with("filter[ENTITY_TYPE_ID]", type(EntityType.COMPANY))
                .withResult("filter[ENTITY_ID]", "[deal][item][companyId]")
                .with("order[SORT]", "ASC")
                .with("order[ID]", "ASC");
        if (!without.contains(ACCOUNTS_OF_FIRST)) {
            accounts(batch, ACCOUNTS_OF_FIRST, "[requisites][0][ID]");
        }
        if (!without.contains(ACCOUNTS_OF_LINKED)) {
            accounts(batch, ACCOUNTS_OF_LINKED, "[links][0][REQUISITE_ID]");
        }
        if (isSellerAsked(tenant) && !without.contains(SELLERS)) {
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
