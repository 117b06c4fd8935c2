package dev.crm1c.model.tenant;

import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.Paper;
import java.util.Set;

/** "When a deal of this pipeline stands at one of these stages, 1C has these." */
public record Scenario(String pipeline, Set<String> stages, Aim aim, OnProblem onProblem) {
    public Scenario {
        stages = Set.copyOf(stages);
    }

    /** @param makes an agreement's documents */
    public Scenario(String pipeline, Set<String> stages, Set<OneCKind> makes) {
        this(pipeline, stages, new Aim.Agree(makes, PaymentTerms.WHOLE_AHEAD), new OnProblem.Stay());
    }

    public Set<OneCKind> makes() {
        return aim.makes();
    }

    public sealed interface Aim {
        Set<OneCKind> makes();

        /** What was agreed: an invoice always, with the counterparty it needs; a contract and an order where the tenant works with them. */
        record Agree(Set<OneCKind> makes, PaymentTerms payment) implements Aim {
            public Agree {
                makes = Set.copyOf(makes);
            }
        }

        /** What was handed over: realizations, acts, tax invoices, over what was agreed. */
        record Deliver(Set<OneCKind> makes, Paper paper) implements Aim {
            public Deliver {
                makes = Set.copyOf(makes);
            }
        }
    }

    /** What becomes of a deal that people have to mend. */
    public sealed interface OnProblem {
        record Stay() implements OnProblem {}

        /** Its stage is set back, so that everybody sees that nothing went through. */
        record MoveTo(String stage) implements OnProblem {}
    }
}
