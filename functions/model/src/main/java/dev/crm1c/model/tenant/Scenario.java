package dev.crm1c.model.tenant;

import dev.crm1c.model.onec.OneCKind;
import java.util.Set;

/**
 * "When a deal of this pipeline stands at one of these stages, make these": an invoice always, with the counterparty it needs; a contract and
 * an order where the tenant works with them.
 */
public record Scenario(String pipeline, Set<String> stages, Set<OneCKind> makes) {
    public Scenario {
        stages = Set.copyOf(stages);
        makes = Set.copyOf(makes);
    }
}
