package dev.crm1c.model.money;

import java.math.BigDecimal;
import java.util.Optional;

/** How much of an item: positive, at most three decimals, below a trillion, which is what a 1C document line can hold (15 digits, 3 of them decimals). */
public record Quantity(BigDecimal value) {
    private static final BigDecimal TOO_MUCH = BigDecimal.TEN.pow(12);

    public Quantity {
        if (!fits(value)) {
            throw new IllegalArgumentException("a document line cannot hold this quantity");
        }
        value = value.stripTrailingZeros();
    }

    public static Optional<Quantity> of(BigDecimal value) {
        return fits(value) ? Optional.of(new Quantity(value)) : Optional.empty();
    }

    private static boolean fits(BigDecimal value) {
        return value.signum() > 0 && value.stripTrailingZeros().scale() <= 3 && value.compareTo(TOO_MUCH) < 0;
    }

    public String plain() {
        return value.toPlainString();
    }
}
