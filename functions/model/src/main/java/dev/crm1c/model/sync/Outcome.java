package dev.crm1c.model.sync;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How looking at one object ended. A remote or business failure is one of these, never an exception. */
public sealed interface Outcome {

    /** Something was written and proved. */
    record Applied(String documentNumber) implements Outcome {}

    /** Both sides already agree, or the object is none of our business. */
    record Unchanged(Because because) implements Outcome {}

    /** People have to do something; the problems say what, in words made for them elsewhere. */
    record NeedsPeople(List<Problem> problems) implements Outcome {
        public NeedsPeople {
            problems = List.copyOf(problems);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("people cannot mend nothing");
            }
        }

        public NeedsPeople(Problem only) {
            this(List.of(only));
        }

        /** The objects whose change may cure it. */
        public Set<CrmRef> waitsFor() {
            return problems.stream()
                    .flatMap(problem -> problem.curedBy().stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** Not now; by itself not before {@code until}. */
    record Later(Instant until, Delay why) implements Outcome {}

    /** Nothing that time or people inside the CRM could change: the message itself is wrong. */
    record Refused(String reason) implements Outcome {}

    enum Because {
        ALREADY_SEEN,
        NO_SCENARIO,
        /** Made before the day from which the tenant wants its deals in 1C. */
        TOO_OLD,
        TEST_DEAL,
        /** The pattern of a recurring deal. */
        TEMPLATE,
        /** Closed, and 1C has nothing of it: nothing begins with a closed deal. */
        CLOSED,
        /** The plan was told; nothing was written to 1C. */
        REHEARSED,
        /** What 1C had of a lost deal was taken back. */
        WITHDRAWN,
        /** No flow follows objects of this kind. */
        NOT_FOLLOWED,
        /** The CRM's list of changes had nothing more, or all of it is in the queue. */
        LIST_EMPTIED,
        /** Our application has bound all that it wants. */
        BOUND,
        SAME_AS_WRITTEN,
        GONE,
        NOBODY_WAITS,
        WOKE_OTHERS
    }
}
