package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealHead;
import dev.crm1c.model.deal.SellerInDeal;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.legal.BuyerKind;
import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.ContractTerms;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.party.Reach;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.ContractRule;
import dev.crm1c.model.tenant.ContractRule.Choice;
import dev.crm1c.model.tenant.ContractRule.Term;
import dev.crm1c.model.tenant.DealCondition;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.OwnCompany.Naming;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who sells to whom under which contract. */
class WhoSellsTest {
    private static final CrmRef DEAL = World.deal(1);
    private static final LegalIdentity TRADER = new LegalIdentity.SoleTrader(new Inn("500100732259"));

    private static Tenant selling(OwnCompany... companies) {
        return Delivering.with(
                DemoTenant.of("fake", Unknown.DESCRIBE, World.ACCOUNTING),
                terms -> with(terms, List.of(companies), List.of()));
    }

    private static Tenant contracting(ContractRule... rules) {
        return Delivering.with(
                DemoTenant.of("fake", Unknown.DESCRIBE, World.ACCOUNTING),
                terms -> with(terms, terms.sellers(), List.of(rules)));
    }

    private static Terms with(Terms terms, List<OwnCompany> sellers, List<ContractRule> contracts) {
        return new Terms(
                sellers,
                contracts,
                terms.items(),
                terms.admission(),
                terms.currencies(),
                terms.outdatedVat(),
                terms.lost(),
                terms.won(),
                terms.mode());
    }

    private static Deal deal(SellerInDeal seller, String region) {
        Deal agreed = World.agreed(1);
        DealHead head = agreed.head();
        return new Deal(
                DEAL,
                new DealHead(
                        "",
                        new StageRef("0", "EXECUTING"),
                        head.phase(),
                        head.createdAt(),
                        head.responsible(),
                        seller,
                        head.sum(),
                        Map.of("UF_CRM_REGION", region)),
                agreed.buyer(),
                "RUB",
                agreed.lines());
    }

    private static OwnCompany inRegion(LegalIdentity organization, String region) {
        return new OwnCompany(
                organization,
                Naming.BY_CONDITION,
                new DealCondition(Set.of("0"), Set.of(BuyerKind.ORGANIZATION), Map.of("UF_CRM_REGION", Set.of(region))),
                Map.of("bankAccount", "40702810000000000001"));
    }

    private static LegalIdentity sellerOf(World world) {
        return ChooseSeller.of(world.tenants.find(DemoTenant.ID).orElseThrow(), world.crm.deals.get(DEAL))
                .orElseThrow()
                .organization();
    }

    @Test
    void the_first_company_whose_rule_fits_sells() {
        World world = World.of(selling(inRegion(DemoTenant.SELLER, "77"), inRegion(TRADER, "50")));
        world.crm.put(deal(new SellerInDeal.NotNamed(), "50"));

        assertThat(sellerOf(world)).isEqualTo(TRADER);
        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void no_rule_means_that_people_are_asked_and_nobody_sells() {
        World world = World.of(selling(inRegion(DemoTenant.SELLER, "77"), inRegion(TRADER, "50")));
        world.crm.put(deal(new SellerInDeal.NotNamed(), "16"));

        assertThat(world.notice(DEAL)).isEqualTo(new Outcome.NeedsPeople(new Problem.NoSellerForDeal()));
        assertThat(world.oneC.documents).isEmpty();
    }

    @Test
    void the_company_that_the_deal_names_sells_and_a_stranger_does_not() {
        var named = new OwnCompany(TRADER, Naming.BY_DEAL, DealCondition.ANY, Map.of());
        World world = World.of(selling(named, inRegion(DemoTenant.SELLER, "77")));

        world.crm.put(deal(new SellerInDeal.Named("500100732259", ""), "77"));
        assertThat(sellerOf(world)).isEqualTo(TRADER);

        world.crm.put(deal(new SellerInDeal.NotNamed(), "77"));
        assertThat(sellerOf(world)).isEqualTo(DemoTenant.SELLER);

        world.crm.put(deal(new SellerInDeal.Named("7700000016", "773601001"), "16"));
        assertThat(sellerOf(world)).isEqualTo(DemoTenant.SELLER);

        world.crm.put(deal(new SellerInDeal.Named("5001000027", "502401001"), "77"));
        assertThat(world.notice(DEAL)).isEqualTo(new Outcome.NeedsPeople(new Problem.NoSellerForDeal()));
    }

    @Test
    void each_company_has_a_contract_of_its_own_with_the_same_buyer() {
        World world = World.of(selling(inRegion(DemoTenant.SELLER, "77"), inRegion(TRADER, "50")));
        world.crm.put(deal(new SellerInDeal.NotNamed(), "77"));
        world.notice(DEAL);
        world.crm.put(deal(new SellerInDeal.NotNamed(), "50"));
        world.notice(DEAL);

        assertThat(world.oneC.counterparties).hasSize(1);
        assertThat(world.oneC.documents)
                .as("the same invoice, now of the other company")
                .hasSize(1);
    }

    @Test
    void a_yearly_contract_is_made_once_a_year_and_used_by_all_deals_of_its_rule() {
        World world = World.of(contracting(
                new ContractRule(DealCondition.ANY, "Договор поставки {год}", Choice.BY_NAME, Term.YEARLY)));
        world.crm.put(World.agreed(1));
        world.crm.put(World.agreed(2));
        world.crm.put(World.agreed(3));

        world.notice(DEAL);
        world.notice(World.deal(2));
        assertThat(world.oneC.contractTerms.values()).singleElement().satisfies(terms -> {
            assertThat(terms.name()).isEqualTo("Договор поставки 2026");
            assertThat(terms.until()).isEqualTo(LocalDate.of(2026, 12, 31));
        });

        world.clock.advance(Duration.between(world.clock.instant(), Instant.parse("2027-01-11T10:00:00Z")));
        world.notice(World.deal(3));
        assertThat(world.oneC.contractTerms.values())
                .extracting(ContractTerms::name)
                .containsExactlyInAnyOrder("Договор поставки 2026", "Договор поставки 2027");
    }

    @Test
    void a_person_buys_under_the_persons_contract_and_is_the_same_person_in_the_next_deal() {
        World world = World.of(contracting(new ContractRule(
                new DealCondition(Set.of(), Set.of(BuyerKind.PERSON), Map.of()),
                "Договор розничной продажи",
                Choice.BY_NAME,
                Term.STANDING)));
        var person = new Buyer.Person(
                new CrmRef(CrmKind.CONTACT, "15"),
                "Иванова",
                "Мария",
                "",
                new Reach(List.of("+7 900 000-00-01"), List.of()));
        world.crm.put(World.agreed(DEAL, person, World.line(1, "100", "1", "22")));
        world.crm.put(World.agreed(World.deal(2), person, World.line(1, "200", "1", "22")));

        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Applied.class);
        assertThat(world.notice(World.deal(2))).isInstanceOf(Outcome.Applied.class);

        assertThat(world.oneC.counterparties.values()).singleElement().satisfies(card -> {
            assertThat(card.name()).isEqualTo("Иванова Мария");
            assertThat(card.identity().kind()).isEqualTo(BuyerKind.PERSON);
        });
        assertThat(world.oneC.contractTerms.values())
                .singleElement()
                .satisfies(terms -> assertThat(terms.name()).isEqualTo("Договор розничной продажи"));
        assertThat(world.oneC.documents(OneCKind.INVOICE)).hasSize(2);
    }

    @Test
    void the_buyers_account_is_written_once() {
        World world = new World();
        var company = (Buyer.CompanyWithRequisites) World.buyer();
        var buyer = new Buyer.CompanyWithRequisites(
                company.company(),
                company.inn(),
                company.kpp(),
                "",
                company.name(),
                company.fullName(),
                company.reach(),
                List.of(new Buyer.Account("044525225", "40702810200000000001")));
        world.crm.put(World.agreed(DEAL, buyer, World.line(1, "100", "1", "22")));
        world.crm.put(World.agreed(World.deal(2), buyer, World.line(1, "100", "1", "22")));

        world.notice(DEAL);
        world.notice(World.deal(2));

        assertThat(world.oneC.documents).hasSize(2);
        assertThat(world.oneC.accounts).hasSize(1);
    }
}
