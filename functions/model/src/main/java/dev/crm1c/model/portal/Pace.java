package dev.crm1c.model.portal;

import java.time.Duration;

/**
 * How many requests a portal takes from everybody together: a bucket of {@code burst} requests that loses one each {@code interval}.
 * Source: reference "bitrix24", 4.3.
 */
public record Pace(Duration interval, int burst) {
    /** Two a second after a burst of fifty: every plan but one. */
    public static final Pace USUAL = new Pace(Duration.ofMillis(500), 50);

    /** Five a second after a burst of 250. */
    public static final Pace ENTERPRISE = new Pace(Duration.ofMillis(200), 250);

    public Pace {
        if (interval.isNegative() || interval.isZero() || burst < 1) {
            throw new IllegalArgumentException("a pace needs an interval and a burst");
        }
    }
}
