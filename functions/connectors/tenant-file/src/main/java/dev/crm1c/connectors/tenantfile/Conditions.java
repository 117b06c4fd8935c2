package dev.crm1c.connectors.tenantfile;

import dev.crm1c.model.legal.BuyerKind;
import dev.crm1c.model.tenant.DealCondition;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The {@code when} of a rule. */
final class Conditions {
    private Conditions() {}

    static DealCondition read(Said when) {
        Set<String> buyers = when.at("buyer").texts();
        return new DealCondition(
                when.at("pipeline").texts(),
                Arrays.stream(BuyerKind.values())
                        .filter(kind -> buyers.contains(kind.wireName()))
                        .collect(Collectors.toUnmodifiableSet()),
                when.at("fields").textsByField());
    }

    /** Of rules of which the first that fits counts: those that stand below one that fits every deal. */
    static List<Said> shadowed(List<Said> rules, Function<Said, DealCondition> when) {
        return rules.stream()
                .dropWhile(rule -> !when.apply(rule).equals(DealCondition.ANY))
                .skip(1)
                .toList();
    }
}
