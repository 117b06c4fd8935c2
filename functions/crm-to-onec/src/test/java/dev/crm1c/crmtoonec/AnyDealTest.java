package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any deal gives an invoice whose totals equal it to the kopeck, or a refusal that names each reason in Russian. */
class AnyDealTest {
    private static final CrmRef DEAL = World.deal(1);

    @Provide
    Arbitrary<List<DealLine>> lines() {
        Arbitrary<BigDecimal> prices = Arbitraries.bigDecimals()
                .between(new BigDecimal("-10"), new BigDecimal("100000000"))
                .ofScale(4);
        Arbitrary<BigDecimal> quantities = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("100000"))
                .ofScale(4);
        Arbitrary<String> rates = Arbitraries.of("", "0", "5", "7", "10", "18", "20", "22", "19", "-1", "22.5");
        Arbitrary<String> names = Arbitraries.strings().ofMaxLength(60);
        return Combinators.combine(prices, quantities, rates, names)
                .as((price, quantity, rate, name) -> new DealLine(
                        1,
                        new DealLine.Product.TypedByHand(),
                        name,
                        quantity,
                        new DealLine.Price.Amount(price),
                        new DealLine.PriceBefore.Same(),
                        rate.isEmpty()
                                ? new DealLine.TaxRate.None()
                                : new DealLine.TaxRate.Percent(new BigDecimal(rate)),
                        ""))
                .list()
                .ofMaxSize(8);
    }

    @Property(tries = 300)
    void totals_agree_to_the_kopeck_or_people_are_told_why(@ForAll("lines") List<DealLine> lines) {
        var world = new World();
        world.crm.put(World.agreed(DEAL, World.buyer(), lines.toArray(DealLine[]::new)));

        switch (world.notice(DEAL)) {
            case Outcome.Applied _ -> {
                DocumentSheet invoice = world.oneC.documents.values().iterator().next();
                assertThat(invoice.total()).isEqualTo(sumOf(lines));
                assertThat(invoice.lines())
                        .allSatisfy(line ->
                                assertThat(line.vat()).isLessThan(line.gross().plus(new Money(1))));
            }
            case Outcome.NeedsPeople needs -> {
                assertThat(world.oneC.documents).isEmpty();
                assertThat(world.crm.notes.values())
                        .singleElement()
                        .satisfies(note -> assertThat(note.lines().filter(line -> line.startsWith("•")))
                                .hasSize(needs.problems().size())
                                .allMatch(line -> line.matches("(?s).*\\p{IsCyrillic}.*")));
            }
            case Outcome other -> throw new AssertionError("unexpected " + other);
        }
    }

    private static Money sumOf(List<DealLine> lines) {
        return lines.stream()
                .map(line -> ((DealLine.Price.Amount) line.price())
                        .amount()
                        .multiply(line.quantity())
                        .setScale(2, RoundingMode.HALF_UP)
                        .movePointRight(2)
                        .longValueExact())
                .map(Money::new)
                .reduce(Money.ZERO, Money::plus);
    }
}
