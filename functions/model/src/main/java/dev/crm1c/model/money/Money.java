package dev.crm1c.model.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;

/** A sum in kopecks: the only form in which money is kept, added and compared. */
public record Money(long kopecks) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    /** The nearest kopeck, half up, which is how 1C and the tax form round a line. Source: reference "other CRMs and documents", C4. */
    public static Money nearest(BigDecimal rubles) {
        return new Money(
                rubles.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(kopecks, other.kopecks));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(kopecks, other.kopecks));
    }

    public BigDecimal rubles() {
        return BigDecimal.valueOf(kopecks, 2);
    }

    /** As people in Russia read it: {@code 12 345,67}, with no-break spaces. */
    public String inWords() {
        var symbols = new DecimalFormatSymbols();
        symbols.setDecimalSeparator(',');
        symbols.setGroupingSeparator('\u00A0');
        symbols.setMinusSign('-');
        return new DecimalFormat("#,##0.00", symbols).format(rubles());
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(kopecks, other.kopecks);
    }

    @Override
    public String toString() {
        return rubles().toPlainString();
    }
}
