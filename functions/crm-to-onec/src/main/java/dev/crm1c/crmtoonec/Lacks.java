package dev.crm1c.crmtoonec;

import dev.crm1c.model.sync.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a deal lacks, noted down as the checks come upon it: the first hole does not end the check. */
final class Lacks {
    private final Set<Problem> problems = new LinkedHashSet<>();

    /** @return nothing: what was looked for is not there */
    <T> Optional<T> note(Problem problem) {
        problems.add(problem);
        return Optional.empty();
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }
}
