package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.SellerInDeal;
import dev.crm1c.model.legal.BuyerKind;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.tenant.DealCondition;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.OwnCompany.Naming;
import dev.crm1c.model.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/** Which of the tenant's own companies sells in a deal: the one that the deal names, else the first whose rule fits. Never a default. */
final class ChooseSeller {
    private static final int DIGITS_OF_A_PERSON = 12;

    private ChooseSeller() {}

    static Optional<OwnCompany> of(Tenant tenant, Deal deal) {
        List<OwnCompany> companies = tenant.terms().sellers();
        boolean dealsDecide = companies.stream().anyMatch(company -> company.naming() == Naming.BY_DEAL);
        return switch (deal.head().seller()) {
            case SellerInDeal.Named named
            when dealsDecide ->
                companies.stream().filter(company -> isNamed(company, named)).findFirst();
            case SellerInDeal.Named _, SellerInDeal.NotNamed() ->
                companies.stream()
                        .filter(company ->
                                hasRule(company) && company.when().holdsFor(deal.head(), kindOf(deal.buyer())))
                        .findFirst();
        };
    }

    /** Of a deal that has documents already: what 1C has is the same base whoever sold, so any of the companies will do to read it. */
    static Tenant whoSold(Tenant tenant, Deal deal) {
        return tenant.sellingAs(of(tenant, deal).orElse(tenant.terms().sellers().getFirst()));
    }

    /** A company that deals name needs none, and then sells in no other. */
    private static boolean hasRule(OwnCompany company) {
        return company.naming() == Naming.BY_CONDITION || !company.when().equals(DealCondition.ANY);
    }

    private static boolean isNamed(OwnCompany company, SellerInDeal.Named named) {
        LegalIdentity organization = company.organization();
        return named.inn().equals(organization.inn().digits())
                && (named.kpp().isEmpty() || named.kpp().equals(organization.kppOrBlank()));
    }

    /** As the deal shows it, checked or not. */
    private static BuyerKind kindOf(Buyer buyer) {
        return switch (buyer) {
            case Buyer.Person _ -> BuyerKind.PERSON;
            case Buyer.CompanyWithRequisites company ->
                company.inn().length() == DIGITS_OF_A_PERSON ? BuyerKind.SOLE_TRADER : BuyerKind.ORGANIZATION;
            case Buyer.CompanyOnly _, Buyer.Nobody _ -> BuyerKind.ORGANIZATION;
        };
    }
}
