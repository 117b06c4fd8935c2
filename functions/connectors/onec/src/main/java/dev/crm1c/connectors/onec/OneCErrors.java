package dev.crm1c.connectors.onec;

import dev.crm1c.connectors.onec.Refusal.ForPeople;
import dev.crm1c.connectors.onec.Refusal.Passing;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** What a refusal means for the work at hand: when to come back, or what to ask of people. Source: reference "onec", 1.7. */
@ApplicationScoped
class OneCErrors {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration MAINTENANCE = Duration.ofMinutes(5);
    /** A write whose answer was lost may still be on its way: looking earlier could miss it and double the document. */
    private static final Duration UNTIL_A_LATE_WRITE_SHOWS = Duration.ofMinutes(2);

    private static final Duration UNTIL_SOMEBODY_ACTS = Duration.ofHours(1);

    private final Clock clock;

    OneCErrors(Clock clock) {
        this.clock = clock;
    }

    /** Whether the call could have changed anything. */
    enum Intent {
        READ,
        WRITE
    }

    Outcome meaning(Refusal refusal, Intent intent) {
        return switch (refusal) {
            case ForPeople forPeople -> new Outcome.NeedsPeople(forPeople.problem());
            case Passing passing -> later(pause(passing), passing.delay());
            case Refusal.Unclear _ ->
                intent == Intent.WRITE
                        ? later(UNTIL_A_LATE_WRITE_SHOWS, Delay.WRITE_OUTCOME_UNKNOWN)
                        : later(SOON, Delay.ONEC_ANSWER_UNCLEAR);
        };
    }

    private static Duration pause(Passing passing) {
        return switch (passing) {
            case Refusal.Maintenance _, Refusal.VersionsDiffer _ -> MAINTENANCE;
            case Refusal.NoCredential _ -> UNTIL_SOMEBODY_ACTS;
            case Refusal.Locked _,
                    Refusal.NoLicence _,
                    Refusal.NoFreeSession _,
                    Refusal.DeadSession _,
                    Refusal.Unreachable _ -> SOON;
        };
    }

    private Outcome later(Duration pause, Delay why) {
        return new Outcome.Later(clock.instant().plus(pause), why);
    }
}
