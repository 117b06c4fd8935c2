package dev.crm1c.model.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.Set;

/** The VAT rate of a line. "Without VAT" and "0 %" are different things to the tax office, and so they are here. */
public sealed interface VatRate {
    VatRate WITHOUT = new WithoutVat();

    /** Rates that Russian law has known since 2019, in percent; whether one holds on a date is another question. */
    Set<Integer> KNOWN_PERCENTS = Set.of(0, 5, 7, 10, 18, 20, 22);

    /** The tax inside a sum that already includes it: gross x r / (100 + r), half up, never negative zero. */
    Money containedIn(Money gross);

    /** A key that is the same in every release: {@code none} or the percent. */
    String key();

    /** As people read it: {@code без НДС}, {@code НДС 22 %}. */
    String inWords();

    static Optional<VatRate> percent(BigDecimal percent) {
        return percent.stripTrailingZeros().scale() <= 0
                        && percent.abs().compareTo(BigDecimal.valueOf(100)) <= 0
                        && KNOWN_PERCENTS.contains(percent.intValueExact())
                ? Optional.of(new Percent(percent.intValueExact()))
                : Optional.empty();
    }

    record WithoutVat() implements VatRate {
        @Override
        public Money containedIn(Money gross) {
            return Money.ZERO;
        }

        @Override
        public String key() {
            return "none";
        }

        @Override
        public String inWords() {
            return "без НДС";
        }
    }

    record Percent(int value) implements VatRate {
        public Percent {
            if (!KNOWN_PERCENTS.contains(value)) {
                throw new IllegalArgumentException("no such VAT rate: " + value);
            }
        }

        @Override
        public Money containedIn(Money gross) {
            var twice = BigInteger.valueOf(gross.kopecks()).multiply(BigInteger.valueOf(2L * value));
            var divisor = BigInteger.valueOf(100L + value);
            var roundedHalfUp = twice.add(divisor).divide(divisor.shiftLeft(1));
            return new Money(roundedHalfUp.longValueExact());
        }

        @Override
        public String key() {
            return Integer.toString(value);
        }

        @Override
        public String inWords() {
            return "НДС " + value + " %";
        }
    }
}
