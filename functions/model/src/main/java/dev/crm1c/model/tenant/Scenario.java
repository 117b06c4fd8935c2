package dev.crm1c.model.tenant;

import java.util.Set;

/** "When a deal of this pipeline stands at one of these stages, make an invoice" (with the counterparty and the contract it needs). */
public record Scenario(String pipeline, Set<String> stages) {
    public Scenario {
        stages = Set.copyOf(stages);
    }
}
