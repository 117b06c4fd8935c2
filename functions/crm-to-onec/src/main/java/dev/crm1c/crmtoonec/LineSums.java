package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.onec.Discount;
import dev.crm1c.model.sync.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What a line costs, as the customer sees it: price x quantity, half up (reference "other CRMs and documents", C4).
 *
 * <p>Amounts are compared before anything is counted with them: a number such as 1E-2000000000 is quickly compared and never rounded.
 */
record LineSums(Money price, Money gross, Discount discount) {
    /** Below a trillion: such sums are typing errors, and every total still fits what a 1C document can hold. */
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(12);
    /** Of the largest quantity that a line holds, a trillion, this is a tenth of a kopeck. */
    private static final BigDecimal NO_PRICE = BigDecimal.ONE.movePointLeft(15);

    private static final BigDecimal LOWEST_PERCENT = new BigDecimal("0.005");
    private static final BigDecimal PERCENT_LIMIT = new BigDecimal("99.995");

    static boolean isTooLarge(BigDecimal rubles) {
        return rubles.compareTo(TOO_LARGE) >= 0;
    }

    /** @param quantity empty when the row's own does not fit: then the price alone is looked at */
    static Optional<LineSums> of(DealLine line, String title, Optional<Quantity> quantity, Lacks lacks) {
        return price(line, title, lacks)
                .flatMap(price -> quantity.flatMap(much -> sums(line, title, price, much, lacks)));
    }

    private static Optional<BigDecimal> price(DealLine line, String title, Lacks lacks) {
        return switch (line.price()) {
            case DealLine.Price.NotGiven() -> lacks.note(new Problem.NoPrice(line.number(), title));
            case DealLine.Price.Amount(BigDecimal amount) -> {
                if (amount.signum() < 0) {
                    yield lacks.note(new Problem.PriceNotPositive(line.number(), title));
                }
                if (amount.compareTo(NO_PRICE) < 0) {
                    yield lacks.note(new Problem.NoPrice(line.number(), title));
                }
                yield isTooLarge(amount)
                        ? lacks.note(new Problem.SumTooLarge(line.number(), title))
                        : Optional.of(amount);
            }
        };
    }

    private static Optional<LineSums> sums(
            DealLine line, String title, BigDecimal price, Quantity quantity, Lacks lacks) {
        BigDecimal exact = price.multiply(quantity.value());
        if (isTooLarge(exact)) {
            return lacks.note(new Problem.SumTooLarge(line.number(), title));
        }
        Money gross = Money.nearest(exact);
        if (gross.equals(Money.ZERO)) {
            return lacks.note(new Problem.NoPrice(line.number(), title));
        }
        return switch (line.before()) {
            case DealLine.PriceBefore.Same() ->
                Optional.of(new LineSums(Money.nearest(price), gross, new Discount.None()));
            case DealLine.PriceBefore.Higher(BigDecimal before, var _)
            when before.compareTo(price) <= 0 ->
                Optional.of(new LineSums(Money.nearest(price), gross, new Discount.None()));
            case DealLine.PriceBefore.Higher(BigDecimal before, var _)
            when isTooLarge(before) || isTooLarge(before.multiply(quantity.value())) ->
                lacks.note(new Problem.SumTooLarge(line.number(), title));
            case DealLine.PriceBefore.Higher(BigDecimal before, BigDecimal percent) ->
                Optional.of(new LineSums(
                        Money.nearest(price), gross, discount(Money.nearest(before), percent, quantity, gross)));
        };
    }

    private static Discount discount(Money listPrice, BigDecimal percent, Quantity quantity, Money gross) {
        Money sum = Money.nearest(listPrice.rubles().multiply(quantity.value())).minus(gross);
        return sum.compareTo(Money.ZERO) <= 0
                ? new Discount.None()
                : new Discount.Given(listPrice, percent(percent, sum, gross), sum);
    }

    /** As it was typed; where that cannot be, what the sums come to. */
    private static BigDecimal percent(BigDecimal typed, Money sum, Money gross) {
        boolean canBe = typed.compareTo(LOWEST_PERCENT) >= 0 && typed.compareTo(PERCENT_LIMIT) < 0;
        return canBe
                ? typed.setScale(2, RoundingMode.HALF_UP)
                : sum.rubles().movePointRight(2).divide(sum.plus(gross).rubles(), 2, RoundingMode.HALF_UP);
    }
}
