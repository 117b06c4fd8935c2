package dev.crm1c.model.deal;

import java.math.BigDecimal;

/** What the deal's own sum says; it may have been typed beside the product rows. */
public sealed interface DealSum {
    record NotSaid() implements DealSum {}

    record Said(BigDecimal amount) implements DealSum {}
}
