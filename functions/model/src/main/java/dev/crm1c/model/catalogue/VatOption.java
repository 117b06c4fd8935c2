package dev.crm1c.model.catalogue;

import java.math.BigDecimal;

/** An entry of the CRM's list of VAT rates. "Without VAT" and "0 %" are two entries, and two different things to the tax office. */
public record VatOption(String id, String name, Rate rate) {

    public sealed interface Rate {
        record WithoutVat() implements Rate {}

        /** Without trailing zeros, so that equal rates are equal. */
        record Percent(BigDecimal value) implements Rate {
            public Percent {
                value = value.stripTrailingZeros();
            }
        }
    }
}
