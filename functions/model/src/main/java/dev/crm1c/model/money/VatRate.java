package dev.crm1c.model.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The VAT rate of a line. "Without VAT" and "0 %" are different things to the tax office, and so they are here. */
public sealed interface VatRate {
    VatRate WITHOUT = new WithoutVat();

    /** Rates that Russian law has known since 2019, in percent; whether one holds on a date is another question. */
    Set<Integer> KNOWN_PERCENTS = Set.of(0, 5, 7, 10, 18, 20, 22);

    /** Calculated rates by the rate they belong to, as percents that a CRM can show (reference "other CRMs and documents", C1). */
    Map<Integer, BigDecimal> CALCULATED = Map.of(
            5, new BigDecimal("4.76"),
            7, new BigDecimal("6.54"),
            10, new BigDecimal("9.09"),
            18, new BigDecimal("15.25"),
            20, new BigDecimal("16.67"),
            22, new BigDecimal("18.03"));

    /** The tax inside a sum that already includes it: gross x r / (100 + r), half up, never negative zero. */
    Money containedIn(Money gross);

    /** A key that is the same in every release: {@code none} or the percent. */
    String key();

    /** As people read it: {@code без НДС}, {@code НДС 22 %}. */
    String inWords();

    static Optional<VatRate> percent(BigDecimal percent) {
        return KNOWN_PERCENTS.stream()
                .filter(known -> BigDecimal.valueOf(known).compareTo(percent) == 0)
                .findFirst()
                .<VatRate>map(Percent::new)
                .or(() -> CALCULATED.entrySet().stream()
                        .filter(calculated -> calculated.getValue().compareTo(percent) == 0)
                        .findFirst()
                        .map(calculated -> new Calculated(calculated.getKey())));
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
            return partOf(gross, value);
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

    /** Of sums that are nothing but price and tax, an advance for one: 22/122. The tax inside is the same, the rate's name is not. */
    record Calculated(int value) implements VatRate {
        public Calculated {
            if (!CALCULATED.containsKey(value)) {
                throw new IllegalArgumentException("no such calculated VAT rate: " + value);
            }
        }

        @Override
        public Money containedIn(Money gross) {
            return partOf(gross, value);
        }

        @Override
        public String key() {
            return value + "/" + (100 + value);
        }

        @Override
        public String inWords() {
            return "НДС " + key();
        }
    }

    private static Money partOf(Money gross, int percent) {
        var twice = BigInteger.valueOf(gross.kopecks()).multiply(BigInteger.valueOf(2L * percent));
        var divisor = BigInteger.valueOf(100L + percent);
        var roundedHalfUp = twice.add(divisor).divide(divisor.shiftLeft(1));
        return new Money(roundedHalfUp.longValueExact());
    }
}
