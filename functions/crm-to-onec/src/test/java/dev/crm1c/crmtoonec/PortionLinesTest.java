package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.deal.Portion;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.onec.Discount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class PortionLinesTest {

    private static SaleRequest.Line line(long kopecks, BigDecimal quantity) {
        return new SaleRequest.Line(
                1,
                new DealLine.Product.TypedByHand(),
                "Товар",
                new Quantity(quantity),
                new Money(kopecks),
                Money.nearest(new Money(kopecks).rubles().multiply(quantity)),
                new VatRate.Percent(22),
                new Discount.None(),
                "");
    }

    @Property
    void however_a_row_is_portioned_its_portions_come_to_its_sum_and_none_is_negative(
            @ForAll @LongRange(min = 1, max = 100_000_000) long kopecks,
            @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 999_999) Integer> thousandths) {
        BigDecimal whole = BigDecimal.valueOf(
                thousandths.stream().mapToLong(Integer::longValue).sum(), 3);
        SaleRequest.Line row = line(kopecks, whole);
        var portions = new ArrayList<Portion>();
        thousandths.forEach(part -> portions.add(
                new Portion(portions.size() + 1, Map.of(1, new Quantity(BigDecimal.valueOf(part, 3))), Set.of())));

        List<Money> sums = portions.stream()
                .flatMap(portion -> PortionLines.of(List.of(row), portions, portion).stream())
                .map(SaleRequest.Line::gross)
                .toList();

        assertThat(sums.stream().reduce(Money.ZERO, Money::plus)).isEqualTo(row.gross());
        assertThat(sums).allMatch(sum -> sum.kopecks() >= 0);
    }
}
