package dev.crm1c.model.sync;

import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Remark;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The pair of one thing in both systems, as a small state machine: Planned -> Created -> Posted -> Verified.
 * Each state is stored before the next step begins, so every step can be repeated.
 */
public sealed interface Link {

    record Absent() implements Link {}

    /** The intent, stored before the first write to 1C: whoever finds it must look in 1C before writing. */
    record Planned(Claim claim) implements Link {}

    /** Of an item: by a release that did not remember units. */
    record Created(OneCRef ref) implements Link {}

    /**
     * An item, for which there is nothing further to do.
     *
     * @param unit its unit's code by ОКЕИ when it was last looked at; blank where the base does not say one
     */
    record OnFile(OneCRef ref, String unit) implements Link {}

    record Posted(OneCRef ref) implements Link {}

    /** We took it back, because the deal was lost; it is there to be brought to life again. */
    record Withdrawn(OneCRef ref, DocumentFacts facts) implements Link {}

    /**
     * @param asked what the CRM wanted when it was written
     * @param found what 1C held when it was read back
     * @param remarks in one order, so that they read the same whether they come from the writing or from the table
     */
    record Verified(OneCRef ref, Fingerprint asked, Fingerprint found, DocumentFacts facts, List<Remark> remarks)
            implements Link {
        public Verified {
            remarks = remarks.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Remark::stored))
                    .toList();
        }
    }

    /** Who is making it, since when. */
    record Claim(CrmRef by, Instant at) {}
}
