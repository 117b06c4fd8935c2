package dev.crm1c.crmtoonec;

import dev.crm1c.model.sync.Outcome.Because;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.Scenario;

/** What a deal, as it stands now, is to have in 1C. */
sealed interface DealWish {

    /** Nothing that is our business. */
    record Nothing(Because because) implements DealWish {}

    /** The scenario's documents. */
    record Documents(Scenario scenario) implements DealWish {}

    /** None any more: it is lost. */
    record Withdrawal() implements DealWish {}

    /** Nothing, and people should hear of it; they need not be waited for. */
    record Word(Problem problem, Because because) implements DealWish {}

    /** People have to say more before anything can be done. */
    record Question(Problem problem) implements DealWish {}
}
