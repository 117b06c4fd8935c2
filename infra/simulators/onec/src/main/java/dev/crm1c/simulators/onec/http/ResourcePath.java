package dev.crm1c.simulators.onec.http;

import dev.crm1c.simulators.onec.failure.ODataFailure;
import java.util.List;
import java.util.Optional;

/** {@code Set}, {@code Set(key)} and what follows them. */
record ResourcePath(String set, Optional<String> key, List<String> tail) {

    static ResourcePath of(List<String> segments) {
        String first = segments.getFirst();
        List<String> tail = segments.subList(1, segments.size());
        int open = first.indexOf('(');
        if (open < 0) {
            return new ResourcePath(first, Optional.empty(), tail);
        }
        if (!first.endsWith(")")) {
            throw ODataFailure.segmentNotFound(first);
        }
        return new ResourcePath(
                first.substring(0, open), Optional.of(first.substring(open + 1, first.length() - 1)), tail);
    }
}
