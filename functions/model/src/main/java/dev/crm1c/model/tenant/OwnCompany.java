package dev.crm1c.model.tenant;

import dev.crm1c.model.legal.LegalIdentity;
import java.util.Map;

/**
 * One of the tenant's own companies: which deals it sells in.
 *
 * @param naming whether a deal that names this company among its requisites is this company's, besides those that the condition is for
 * @param entries dictionary entries that are this company's own, over those of the tenant: its bank account, its agreement, its warehouse
 */
public record OwnCompany(LegalIdentity organization, Naming naming, DealCondition when, Map<String, String> entries) {
    public OwnCompany {
        entries = Map.copyOf(entries);
    }

    /** The only company that there is: it sells in every deal. */
    public static OwnCompany only(LegalIdentity organization) {
        return new OwnCompany(organization, Naming.BY_CONDITION, DealCondition.ANY, Map.of());
    }

    public enum Naming {
        /** A deal that names it as the seller is its own, whatever the condition says. */
        BY_DEAL,
        BY_CONDITION
    }
}
