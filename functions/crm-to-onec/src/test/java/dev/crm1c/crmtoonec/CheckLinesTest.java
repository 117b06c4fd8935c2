package dev.crm1c.crmtoonec;

import static dev.crm1c.crmtoonec.Deals.before;
import static dev.crm1c.crmtoonec.Deals.company;
import static dev.crm1c.crmtoonec.Deals.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.onec.Discount;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms.OutdatedVat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckLinesTest {
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

    @ParameterizedTest
    @CsvSource({"6, 006", "006, 006", "796, 796", "9991, 9991", "'', ''", "' 796 ', 796"})
    void a_unit_gets_the_classifiers_zeros(String measure, String canonical) {
        DealLine metre = line(1, "1", "1", "22", new DealLine.PriceBefore.Same(), measure);

        assertThat(sound(Deals.of(company(), metre)).lines())
                .singleElement()
                .extracting(SaleRequest.Line::measure)
                .isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7777", "шт", "-6", "79600"})
    void a_code_that_okei_does_not_have_goes_to_people(String measure) {
        DealLine strange = line(1, "1", "1", "22", new DealLine.PriceBefore.Same(), measure);

        assertThat(problems(Deals.of(company(), strange)))
                .containsExactly(new Problem.UnitUnknown(1, "Товар 1", measure));
    }

    @Test
    void a_rate_that_is_out_of_force_stops_the_deal_or_is_remarked_upon_by_the_tenants_choice() {
        Deal deal = Deals.of(company(), CHAIR, line(2, "100", "1", "20"), line(3, "100", "1", "16.67"));

        assertThat(problems(deal))
                .containsExactly(
                        new Problem.VatRateNotInForce(2, "Товар 2", "НДС 20 %", TODAY),
                        new Problem.VatRateNotInForce(3, "Товар 3", "НДС 20/120", TODAY));
        assertThat(checkDeal.check(Deals.tenant(OutdatedVat.REMARK, "RUB"), deal, TODAY))
                .isInstanceOfSatisfying(
                        Checked.Sound.class,
                        sound -> assertThat(sound.request().remarks())
                                .containsExactly(new Remark(Remark.Kind.VAT_RATE_NOT_IN_FORCE, List.of(2, 3))));
        assertThat(checkDeal.check(TENANT, deal, LocalDate.of(2025, 12, 31))).isInstanceOf(Checked.Faulty.class);
    }

    @Test
    void a_calculated_rate_is_a_rate() {
        assertThat(sound(Deals.of(company(), line(1, "122", "1", "18.03"))).lines())
                .singleElement()
                .extracting(SaleRequest.Line::vatRate)
                .isEqualTo(new VatRate.Calculated(22));
    }

    @ParameterizedTest
    @CsvSource({
        // price, quantity, before, percent | what the customer sees
        "90, 2, 100, 10, 10, 20.00",
        "66.67, 3, 100, 33.333, 33.33, 99.99",
        "90, 2, 100, -5, 10.00, 20.00",
        "90, 2, 100, 0, 10.00, 20.00",
        "90, 2, 100, 100, 10.00, 20.00",
        "90, 2, 100, 1E-2000000000, 10.00, 20.00",
    })
    void a_discount_is_told_as_the_customer_sees_it(
            String price, String quantity, String before, String percent, String shown, String sum) {
        DealLine discounted = line(1, price, quantity, "22", before(before, percent), "796");

        assertThat(sound(Deals.of(company(), discounted)).lines())
                .singleElement()
                .extracting(SaleRequest.Line::discount)
                .isInstanceOfSatisfying(Discount.Given.class, given -> {
                    assertThat(given.listPrice().rubles()).isEqualByComparingTo(before);
                    assertThat(given.percent()).isEqualByComparingTo(shown);
                    assertThat(given.sum().rubles()).isEqualByComparingTo(sum);
                });
    }

    @ParameterizedTest
    @CsvSource({"100, 100, 0", "100, 90, 10", "100, -1, 10", "100, 100.001, 0", "100, 1E-2000000000, 0"})
    void a_discount_of_nothing_is_none(String price, String before, String percent) {
        assertThat(sound(Deals.of(company(), line(1, price, "1", "22", before(before, percent), "")))
                        .lines())
                .singleElement()
                .extracting(SaleRequest.Line::discount)
                .isEqualTo(new Discount.None());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, NoPrice",
        "0.004, 1, NoPrice",
        "1E-2000000000, 1, NoPrice",
        "-1, 1, PriceNotPositive",
        "-1E+2000000000, 1, PriceNotPositive",
        "1000000000000, 1, SumTooLarge",
        "1E+2000000000, 1, SumTooLarge",
        "2, 999999999999, SumTooLarge",
        "1, 0, QuantityDoesNotFit",
        "1, -1, QuantityDoesNotFit",
        "1, 0.0001, QuantityDoesNotFit",
        "1, 1E-2000000000, QuantityDoesNotFit",
        "1, 1E+2000000000, QuantityDoesNotFit",
    })
    void numbers_that_no_line_holds_have_a_name_each(String price, String quantity, String code) {
        assertThat(problems(Deals.of(company(), line(1, price, quantity, "22"))))
                .extracting(Problem::code)
                .containsExactly(code);
    }

    @Test
    void a_price_before_the_discount_that_no_line_holds_goes_to_people() {
        DealLine mad = line(1, "1", "1", "22", before("1E+2000000000", "10"), "796");

        assertThat(problems(Deals.of(company(), mad))).containsExactly(new Problem.SumTooLarge(1, "Товар 1"));
    }

    @Test
    void lines_that_are_too_much_together_are_found_by_the_dearest() {
        assertThat(problems(
                        Deals.of(company(), line(1, "400000000000", "1", "22"), line(2, "700000000000", "1", "22"))))
                .containsExactly(new Problem.SumTooLarge(2, "Товар 2"));
    }

    @Test
    void a_rate_with_a_billion_digits_is_refused_in_a_few_words() {
        assertThat(problems(Deals.of(company(), line(1, "1", "1", "1E+2000000000"))))
                .containsExactly(new Problem.UnknownVatRate(1, "Товар 1", "1E+2000000000"));
    }

    @Test
    void a_name_is_one_line_without_control_characters() {
        var pasted = new DealLine(
                1,
                new DealLine.Product.TypedByHand(),
                " Стул\r\n\u0000деревянный\t",
                BigDecimal.ONE,
                new DealLine.Price.Amount(BigDecimal.ONE),
                new DealLine.PriceBefore.Same(),
                new DealLine.TaxRate.None(),
                "");

        assertThat(sound(Deals.of(company(), pasted)).lines())
                .singleElement()
                .extracting(SaleRequest.Line::name)
                .isEqualTo("Стул деревянный");
    }
}
