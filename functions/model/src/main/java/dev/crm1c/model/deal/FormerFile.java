package dev.crm1c.model.deal;

import java.util.Set;

/** What a field of a deal already holds of a document's former versions. */
public sealed interface FormerFile {

    record None() implements FormerFile {}

    /** Ours to replace. */
    record Known(String fileId) implements FormerFile {}

    /**
     * A former try ended without a clear answer.
     *
     * @param before what the field held when that try began
     */
    record PerhapsThere(Set<String> before) implements FormerFile {
        public PerhapsThere {
            before = Set.copyOf(before);
        }
    }
}
