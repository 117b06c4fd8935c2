package dev.crm1c.connectors.onec;

import dev.crm1c.connectors.onec.ConfigurationStructure.Attribute;
import java.util.Optional;
import java.util.Set;

/** What kind of value each pointer of a profile points at; those that are not named here are references. */
final class Pointers {
    private static final Set<String> MONEY = Set.of(
            "$total",
            "$price",
            "$listPrice",
            "$discountSum",
            "$gross",
            "$vat",
            "$basisVat",
            "$advance",
            "$prepayment",
            "$due.sum");
    private static final Set<String> NUMBERS =
            Set.of("$quantity", "$number", "$lastNumber", "$discountPercent", "$due.percent", "$rate", "$rateUnits");
    private static final Set<String> MOMENTS = Set.of("$date", "$day", "$due.on", "$until");
    private static final Set<String> TEXTS = Set.of(
            "$account",
            "$bik",
            "$described",
            "$marker",
            "$markerNumber",
            "$content",
            "$inn",
            "$kpp",
            "$name",
            "$fullName",
            "$registrationNumber",
            "$contractName",
            "$article",
            "$personMarker");

    private Pointers() {}

    static Optional<String> misfit(String pointer, Attribute attribute) {
        return fits(pointer, attribute) ? Optional.empty() : Optional.of("cannot be " + pointer);
    }

    private static boolean fits(String pointer, Attribute attribute) {
        if (MONEY.contains(pointer)) {
            return attribute.number() && attribute.fraction() == 2;
        }
        if (NUMBERS.contains(pointer)) {
            return attribute.number();
        }
        if (MOMENTS.contains(pointer)) {
            return attribute.moment();
        }
        return TEXTS.contains(pointer) ? attribute.text() : attribute.reference();
    }
}
