package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.deal.DealLine.PriceBefore;
import dev.crm1c.model.deal.DealSum;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.onec.Discount;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms.OutdatedVat;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any deal gives a sale that equals it to the kopeck, or problems with names; never an exception. */
class CheckAnyDealTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final Tenant TENANT = Deals.tenant(OutdatedVat.ASK_PEOPLE, "RUB");

    private final CheckDeal checkDeal = new CheckDeal();

    @Provide
    Arbitrary<Deal> ordinary() {
        Arbitrary<BigDecimal> prices = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.01"), new BigDecimal("10000000"))
                .ofScale(4);
        Arbitrary<BigDecimal> quantities = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.5"), new BigDecimal("10000"))
                .ofScale(3);
        Arbitrary<String> rates = Arbitraries.of("", "0", "5", "7", "10", "22", "18.03", "9.09");
        Arbitrary<PriceBefore> before = Arbitraries.oneOf(
                Arbitraries.just(new PriceBefore.Same()),
                Combinators.combine(
                                prices,
                                Arbitraries.bigDecimals()
                                        .between(BigDecimal.ZERO, BigDecimal.valueOf(100))
                                        .ofScale(4))
                        .as(PriceBefore.Higher::new));
        return lines(prices, quantities, rates, before, Arbitraries.of("Стул", "Доставка"), Arbitraries.of("796", "6"))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(lines -> Deals.of(Deals.company(), new DealSum.NotSaid(), "RUB", lines));
    }

    @Provide
    Arbitrary<Deal> hostile() {
        Arbitrary<BigDecimal> numbers = Arbitraries.oneOf(
                Arbitraries.bigDecimals().ofScale(20),
                Arbitraries.of(
                                "0",
                                "-1",
                                "1",
                                "100.005",
                                "0.0005",
                                "1E-2000000000",
                                "1E+2000000000",
                                "-1E+2000000000",
                                "999999999999.999",
                                "1E-15",
                                "9.99E+11")
                        .map(BigDecimal::new),
                Combinators.combine(
                                Arbitraries.bigIntegers(),
                                Arbitraries.integers().between(-2_000_000_000, 2_000_000_000))
                        .as((BigInteger unscaled, Integer scale) -> new BigDecimal(unscaled, scale)));
        Arbitrary<String> texts = Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(60),
                Arbitraries.of("", " ", "\u0000", "я".repeat(4_000), "[URL=x]", "7707083893", "044525225", "796"));
        Arbitrary<PriceBefore> before = Arbitraries.oneOf(
                Arbitraries.just(new PriceBefore.Same()),
                Combinators.combine(numbers, numbers).as(PriceBefore.Higher::new));
        Arbitrary<Buyer> buyers = Arbitraries.oneOf(
                Arbitraries.just(Deals.company()),
                Combinators.combine(texts, texts, texts).as(Deals::person),
                Combinators.combine(texts, texts, texts, texts, texts)
                        .as((inn, kpp, number, bik, account) ->
                                Deals.company(inn, kpp, number, new Buyer.Account(bik, account))));
        Arbitrary<String> rates = Arbitraries.of("", "22", "20", "19", "-1", "1E-2000000000", "1E+2000000000");
        return Combinators.combine(
                        buyers,
                        numbers,
                        Arbitraries.of("RUB", "", "USD"),
                        lines(numbers, numbers, rates, before, texts, texts)
                                .list()
                                .ofMaxSize(5))
                .as((buyer, said, currency, lines) -> Deals.of(buyer, new DealSum.Said(said), currency, lines));
    }

    private static Arbitrary<DealLine> lines(
            Arbitrary<BigDecimal> prices,
            Arbitrary<BigDecimal> quantities,
            Arbitrary<String> rates,
            Arbitrary<PriceBefore> before,
            Arbitrary<String> names,
            Arbitrary<String> measures) {
        return Combinators.combine(prices, quantities, rates, before, names, measures)
                .as((price, quantity, rate, higher, name, measure) -> new DealLine(
                        1,
                        new DealLine.Product.TypedByHand(),
                        name,
                        quantity,
                        new DealLine.Price.Amount(price),
                        higher,
                        rate.isEmpty()
                                ? new DealLine.TaxRate.None()
                                : new DealLine.TaxRate.Percent(new BigDecimal(rate)),
                        measure));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void an_ordinary_deal_becomes_a_sale_that_equals_it_to_the_kopeck(@ForAll("ordinary") Deal deal) {
        assertThat(checkDeal.check(TENANT, deal, TODAY))
                .isInstanceOfSatisfying(Checked.Sound.class, sound -> assertEqual(sound.request(), deal));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void whatever_stands_in_a_deal_it_is_a_sale_of_the_same_sum_or_problems_with_names(@ForAll("hostile") Deal deal) {
        switch (checkDeal.check(TENANT, deal, TODAY)) {
            case Checked.Sound(SaleRequest request) -> assertEqual(request, deal);
            case Checked.Faulty faulty ->
                assertThat(faulty.problems())
                        .isNotEmpty()
                        .doesNotHaveDuplicates()
                        .allSatisfy(problem -> assertThat(ProblemWording.of(problem))
                                .matches("(?s).*\\p{IsCyrillic}.*")
                                .hasSizeLessThan(600));
        }
    }

    private static void assertEqual(SaleRequest request, Deal deal) {
        BigDecimal total = deal.lines().stream()
                .map(line -> ((DealLine.Price.Amount) line.price())
                        .amount()
                        .multiply(line.quantity())
                        .setScale(2, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(request.total().rubles()).isEqualByComparingTo(total);
        assertThat(request.lines()).allSatisfy(line -> {
            assertThat(line.vatRate().containedIn(line.gross()).rubles()).isEqualByComparingTo(vat(line));
            assertThat(discountOf(line).plus(line.gross())).isEqualTo(listed(line));
        });
    }

    private static BigDecimal vat(SaleRequest.Line line) {
        int percent = switch (line.vatRate()) {
            case VatRate.WithoutVat() -> 0;
            case VatRate.Percent(int value) -> value;
            case VatRate.Calculated(int value) -> value;
        };
        return line.gross()
                .rubles()
                .multiply(BigDecimal.valueOf(percent))
                .divide(BigDecimal.valueOf(100L + percent), 2, RoundingMode.HALF_UP);
    }

    private static Money discountOf(SaleRequest.Line line) {
        return switch (line.discount()) {
            case Discount.None() -> Money.ZERO;
            case Discount.Given(var _, BigDecimal percent, Money sum) -> {
                assertThat(sum).isGreaterThan(Money.ZERO);
                assertThat(percent).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
                assertThat(percent.scale()).isLessThanOrEqualTo(2);
                yield sum;
            }
        };
    }

    /** What the line would cost without its discount. */
    private static Money listed(SaleRequest.Line line) {
        return switch (line.discount()) {
            case Discount.None() -> line.gross();
            case Discount.Given(Money listPrice, var _, var _) ->
                Money.nearest(listPrice.rubles().multiply(line.quantity().value()));
        };
    }
}
