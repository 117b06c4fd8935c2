package dev.crm1c.model.onec;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * In what a document's sums are. A foreign currency's rate is that of so many of its units as {@code units} says, in the base's own currency.
 */
public sealed interface DocumentCurrency {

    /** The base's own. */
    record Own() implements DocumentCurrency {}

    record Foreign(UUID currency, BigDecimal rate, int units) implements DocumentCurrency {}
}
