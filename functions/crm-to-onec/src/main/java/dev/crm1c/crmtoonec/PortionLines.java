package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.Portion;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.onec.Discount;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of one portion. A portion's sum is what everything up to it costs, less what was before: so the portions of a row come to the row's own
 * sum, to the kopeck.
 */
final class PortionLines {
    private PortionLines() {}

    static List<SaleRequest.Line> of(List<SaleRequest.Line> sold, List<Portion> portions, Portion portion) {
        Map<Integer, BigDecimal> before = HandedOver.before(portions, portion.number());
        return sold.stream()
                .flatMap(line -> Optional.ofNullable(portion.rows().get(line.number()))
                        .map(quantity -> part(line, before.getOrDefault(line.number(), BigDecimal.ZERO), quantity))
                        .stream())
                .toList();
    }

    private static SaleRequest.Line part(SaleRequest.Line line, BigDecimal before, Quantity quantity) {
        Money upToHere = share(line.gross(), before.add(quantity.value()), line.quantity());
        Money gross = upToHere.minus(share(line.gross(), before, line.quantity()));
        return new SaleRequest.Line(
                line.number(),
                line.product(),
                line.name(),
                quantity,
                line.price(),
                gross,
                line.vatRate(),
                discount(line.discount(), quantity, gross),
                line.measure());
    }

    private static Money share(Money whole, BigDecimal part, Quantity of) {
        return new Money(BigDecimal.valueOf(whole.kopecks())
                .multiply(part)
                .divide(of.value(), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    private static Discount discount(Discount ofLine, Quantity quantity, Money gross) {
        return switch (ofLine) {
            case Discount.None() -> ofLine;
            case Discount.Given(Money listPrice, BigDecimal percent, var _) -> {
                Money sum = Money.nearest(listPrice.rubles().multiply(quantity.value()))
                        .minus(gross);
                yield sum.kopecks() > 0 ? new Discount.Given(listPrice, percent, sum) : new Discount.None();
            }
        };
    }
}
