package dev.crm1c.crmtoonec;

import static dev.crm1c.crmtoonec.Deals.company;
import static dev.crm1c.crmtoonec.Deals.line;
import static dev.crm1c.crmtoonec.Deals.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.deal.DealSum;
import dev.crm1c.model.legal.BuyerIdentity;
import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.BankDetails;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms.OutdatedVat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckDealTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Tenant TENANT = Deals.tenant(OutdatedVat.ASK_PEOPLE, "RUB", "EUR");
    private static final DealLine CHAIR = line(1, "1999.99", "3", "22");

    private final CheckDeal checkDeal = new CheckDeal();

    private SaleRequest sound(Deal deal) {
        return switch (checkDeal.check(TENANT, deal, TODAY)) {
            case Checked.Sound(SaleRequest request) -> request;
            case Checked.Faulty faulty -> throw new AssertionError(faulty);
        };
    }

    private List<Problem> problems(Deal deal) {
        return switch (checkDeal.check(TENANT, deal, TODAY)) {
            case Checked.Sound sound -> throw new AssertionError(sound);
            case Checked.Faulty(List<Problem> problems, var _) -> problems;
        };
    }

    @Test
    void a_complete_deal_of_an_organization_passes_as_it_is() {
        SaleRequest request = sound(Deals.of(company(), CHAIR, line(2, "450.50", "1.5", "")));

        assertThat(request.buyer())
                .isEqualTo(new CounterpartyCard(
                        new BuyerIdentity.Registered(
                                new LegalIdentity.Organization(new Inn("5001000027"), new Kpp("502401001"))),
                        "ООО Северный ветер",
                        "ООО «Северный ветер»",
                        "1157800000027",
                        Deals.REACH));
        assertThat(request.total()).isEqualTo(new Money(599_997 + 67_575));
        assertThat(request.lines()).extracting(SaleRequest.Line::measure).containsExactly("796", "796");
        assertThat(request.remarks()).isEmpty();
    }

    @Test
    void a_sole_trader_needs_no_kpp_and_has_an_ogrnip() {
        assertThat(sound(Deals.of(company("771234567859", "", "304770000000019"), CHAIR))
                        .buyer()
                        .identity())
                .isEqualTo(new BuyerIdentity.Registered(new LegalIdentity.SoleTrader(new Inn("771234567859"))));
    }

    @Test
    void a_person_is_called_by_last_first_and_second_name() {
        CounterpartyCard card =
                sound(Deals.of(person(" Иванов", "Пётр\n", "Сергеевич"), CHAIR)).buyer();

        assertThat(card.identity()).isEqualTo(new BuyerIdentity.PrivatePerson(Deals.CONTACT));
        assertThat(card.name()).isEqualTo("Иванов Пётр Сергеевич");
        assertThat(card.reach()).isEqualTo(Deals.REACH);
        assertThat(sound(Deals.of(person("", "Пётр", ""), CHAIR)).buyer().name())
                .isEqualTo("Пётр");
    }

    @Test
    void a_person_without_a_name_or_with_a_page_of_it_goes_to_people() {
        assertThat(problems(Deals.of(person("\u0000", " ", "Сергеевич"), CHAIR)))
                .containsExactly(new Problem.NoPersonName(Deals.CONTACT));
        assertThat(problems(Deals.of(person("я".repeat(240), "Пётр", "Сергеевич"), CHAIR)))
                .containsExactly(new Problem.PersonNameTooLong(Deals.CONTACT, 250));
    }

    @Test
    void a_deal_of_nobody_and_a_company_without_requisites_go_to_people() {
        assertThat(problems(Deals.of(new Buyer.Nobody(), CHAIR))).containsExactly(new Problem.NoBuyer());
        assertThat(problems(Deals.of(new Buyer.CompanyOnly(Deals.COMPANY), CHAIR)))
                .containsExactly(new Problem.NoRequisites(Deals.COMPANY));
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', InnMissing",
        "5001000028, 502401001, '', InnWrong",
        "5001000027, '', '', KppMissing",
        "5001000027, 50240100, '', KppWrong",
        "5001000027, 502401001, 1157800000028, RegistrationNumberWrong",
        "5001000027, 502401001, 304770000000019, RegistrationNumberWrong",
        "771234567859, '', 1157800000027, RegistrationNumberWrong",
        "771234567859, '', нет, RegistrationNumberWrong",
    })
    void wrong_numbers_of_a_company_have_a_name_each(String inn, String kpp, String registration, String code) {
        assertThat(problems(Deals.of(company(inn, kpp, registration), CHAIR)))
                .extracting(Problem::code)
                .containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "04452522, 40702810200000000001, BikWrong",
        "'', 40702810200000000001, BikWrong",
        "044525225, 40702810200000000002, AccountWrong",
        "044525225, 4070281020000000000, AccountWrong",
    })
    void wrong_accounts_have_a_name_each(String bik, String account, String code) {
        Buyer buyer = company("5001000027", "502401001", "", new Buyer.Account(bik, account));

        assertThat(problems(Deals.of(buyer, CHAIR))).extracting(Problem::code).containsExactly(code);
    }

    @Test
    void accounts_that_agree_and_those_of_a_treasury_travel_in_their_order() {
        Buyer buyer = company(
                "5001000027",
                "502401001",
                "",
                new Buyer.Account("018073401", "03224643900000000000"),
                new Buyer.Account("", " "),
                new Buyer.Account("044525225", ""),
                new Buyer.Account(" 044525225", "40702810200000000001"),
                new Buyer.Account("044525225", "40702810200000000001"));

        assertThat(sound(Deals.of(buyer, CHAIR)).accounts())
                .containsExactly(
                        new BankDetails("018073401", "03224643900000000000"),
                        new BankDetails("044525225", "40702810200000000001"));
    }

    @Test
    void everything_that_is_wrong_is_found_at_once_and_the_sound_lines_are_kept() {
        var hopeless = new DealLine(
                2,
                new DealLine.Product.TypedByHand(),
                " ",
                BigDecimal.ZERO,
                new DealLine.Price.NotGiven(),
                new DealLine.PriceBefore.Same(),
                new DealLine.TaxRate.Percent(new BigDecimal("19")),
                "штука");
        Deal deal = Deals.of(
                company("5001000028", "", "1", new Buyer.Account("1", "1"), new Buyer.Account("2", "2")),
                new DealSum.NotSaid(),
                "USD",
                List.of(CHAIR, hopeless));

        Checked checked = checkDeal.check(TENANT, deal, TODAY);

        assertThat(checked).isInstanceOfSatisfying(Checked.Faulty.class, faulty -> {
            assertThat(faulty.problems())
                    .extracting(Problem::code)
                    .containsExactly(
                            "InnWrong",
                            "RegistrationNumberWrong",
                            "BikWrong",
                            "NoName",
                            "QuantityDoesNotFit",
                            "UnknownVatRate",
                            "UnitUnknown",
                            "NoPrice",
                            "CurrencyNotSupported");
            assertThat(faulty.soundLines())
                    .singleElement()
                    .extracting(SaleRequest.Line::number)
                    .isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource({"6000, 1", "5999.98, 1", "5999.96, 1", "5999.97, 0", "5999.975, 0", "5999.979, 0", "1E+2000000000, 1"})
    void a_sum_that_was_typed_beside_the_rows_is_remarked_upon_from_a_kopeck_on(String said, int remarks) {
        Deal deal = Deals.of(company(), new DealSum.Said(new BigDecimal(said)), "RUB", List.of(CHAIR));

        assertThat(sound(deal).remarks())
                .isEqualTo(Collections.nCopies(remarks, new Remark(Remark.Kind.DEAL_SUM_DIFFERS)));
    }

    @Test
    void no_lines_and_too_many_lines_go_to_people() {
        assertThat(problems(Deals.of(company()))).containsExactly(new Problem.NoLines());
        assertThat(problems(Deals.of(company(), new DealSum.NotSaid(), "RUB", Collections.nCopies(501, CHAIR))))
                .containsExactly(new Problem.TooManyLines(500));
        assertThat(sound(Deals.of(company(), new DealSum.NotSaid(), "RUB", Collections.nCopies(500, CHAIR)))
                        .lines())
                .hasSize(500);
    }

    @Test
    void a_deal_may_be_in_the_currencies_that_the_tenant_names() {
        assertThat(sound(Deals.of(company(), new DealSum.NotSaid(), "EUR", List.of(CHAIR)))
                        .currency())
                .isEqualTo("EUR");
        assertThat(problems(Deals.of(company(), new DealSum.NotSaid(), "USD", List.of(CHAIR))))
                .containsExactly(new Problem.CurrencyNotSupported("USD"));
    }
}
