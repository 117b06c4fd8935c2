package dev.crm1c.crmtoonec;

import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Work.Parking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How long work waits after an outcome. Parked work has no end date: it only gets slower. */
final class ParkingRule {
    private static final List<Duration> AFTER_FAILURE = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30));

    /** People's work wakes us by a notice; the clock is only there because a notice can be lost. */
    private static final List<Duration> AFTER_ASKING_PEOPLE =
            List.of(Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(6), Duration.ofHours(24));

    private ParkingRule() {}

    static Parking after(Outcome outcome, Parking before, Instant now) {
        return switch (outcome) {
            case Outcome.Applied _, Outcome.Unchanged _, Outcome.Refused _ -> new Parking.NotParked();
            case Outcome.NeedsPeople needs -> {
                int attempts = attempts(before) + 1;
                yield new Parking.Parked(
                        now.plus(pace(AFTER_ASKING_PEOPLE, attempts)), codes(needs), attempts, needs.waitsFor());
            }
            case Outcome.Later(Instant until, Delay why)
            when isQueueing(why) ->
                new Parking.Parked(turn(until, why, before, now), why.name(), attempts(before), waits(before));
            case Outcome.Later(Instant until, Delay why) -> {
                int attempts = attempts(before) + 1;
                Instant paced = now.plus(pace(AFTER_FAILURE, attempts));
                yield new Parking.Parked(paced.isAfter(until) ? paced : until, why.name(), attempts, waits(before));
            }
        };
    }

    /** Nothing failed: it is just not this one's turn. */
    private static boolean isQueueing(Delay why) {
        return switch (why) {
            case CRM_BUDGET_SPENT, CRM_TOKENS_BEING_RENEWED, CLAIMED_BY_ANOTHER, OUT_OF_TIME -> true;
            default -> false;
        };
    }

    /** Who tries once more out of turn keeps the place that he has in the line. */
    private static Instant turn(Instant until, Delay why, Parking before, Instant now) {
        return isInLine(before, now)
                        && why == Delay.CRM_BUDGET_SPENT
                        && before instanceof Parking.Parked parked
                        && parked.until().isBefore(until)
                ? parked.until()
                : until;
    }

    /** Whether it waits for nothing but its turn at the portal. */
    static boolean isInLine(Parking parking, Instant now) {
        return parking instanceof Parking.Parked parked
                && parked.reason().equals(Delay.CRM_BUDGET_SPENT.name())
                && parked.until().isAfter(now);
    }

    private static Duration pace(List<Duration> steps, int attempts) {
        return steps.get(Math.min(attempts, steps.size()) - 1);
    }

    private static int attempts(Parking before) {
        return before instanceof Parking.Parked parked ? parked.attempts() : 0;
    }

    /** Work that had waited for somebody still does: it was not looked at to the end. */
    private static Set<CrmRef> waits(Parking before) {
        return before instanceof Parking.Parked parked ? parked.waitsFor() : Set.of();
    }

    private static String codes(Outcome.NeedsPeople needs) {
        return needs.problems().stream().map(Problem::code).distinct().collect(Collectors.joining(","));
    }
}
