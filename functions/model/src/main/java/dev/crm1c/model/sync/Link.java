package dev.crm1c.model.sync;

import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Remark;
import java.time.Instant;
import java.util.List;

/**
 * The pair of one thing in both systems, as a small state machine: Planned -> Created, and for a document on to Written -> Verified.
 * Each state is stored before the next step begins, so every step can be repeated.
 */
public sealed interface Link {

    record Absent() implements Link {}

    /** The intent, stored before the first write to 1C: whoever finds it must look in 1C before writing. */
    record Planned(Claim claim) implements Link {}

    /** 1C has it. */
    sealed interface InOneC extends Link {
        OneCRef ref();
    }

    /** It is there; of a document nobody knows what it should have said. */
    record Created(OneCRef ref) implements InOneC {}

    /** A document that we have seen. */
    sealed interface OfDocument extends InOneC {
        DocumentFacts facts();

        /** Whether all that it says now can be ours; otherwise somebody in 1C has had a hand in it. */
        default boolean explains(DocumentSheet sheet) {
            return switch (this) {
                case ReadBack known -> known.found().equals(sheet.content());
                case Changing changing -> changing.notYetIn(sheet) || changing.doneIn(sheet);
                case Withdrawn _, ComingBack _ -> true;
            };
        }
    }

    /** A document that we have written and read back. */
    sealed interface ReadBack extends OfDocument {
        /** What the CRM wanted when it was written. */
        Fingerprint asked();

        /** What 1C held when it was read back. */
        Fingerprint found();
    }

    /** Not proved yet: not posted, or posted and otherwise than asked. */
    record Written(OneCRef ref, Fingerprint asked, Fingerprint found, DocumentFacts facts) implements ReadBack {
        public static Written as(Fingerprint asked, DocumentSheet sheet) {
            return new Written(sheet.ref(), asked, sheet.content(), sheet.facts());
        }
    }

    record Verified(OneCRef ref, Fingerprint asked, Fingerprint found, DocumentFacts facts, List<Remark> remarks)
            implements ReadBack {
        public Verified {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * It is being rewritten: it says the former or the new, and the write may still be on its way.
     *
     * @param meant the new one's {@link DocumentSheet#sums()}
     */
    record Changing(ReadBack former, Fingerprint asked, Fingerprint meant, Instant since) implements OfDocument {
        @Override
        public OneCRef ref() {
            return former.ref();
        }

        @Override
        public DocumentFacts facts() {
            return former.facts();
        }

        public boolean notYetIn(DocumentSheet sheet) {
            return former.found().equals(sheet.content());
        }

        public boolean doneIn(DocumentSheet sheet) {
            return meant.equals(sheet.sums());
        }
    }

    /** We took it back, because the deal was lost; it is there to be brought to life again. */
    record Withdrawn(OneCRef ref, DocumentFacts facts) implements OfDocument {}

    /** It is being brought to life again; how far that has come is to be seen in 1C. */
    record ComingBack(OneCRef ref, DocumentFacts facts) implements OfDocument {}

    /** Who is making it, since when. */
    record Claim(CrmRef by, Instant at) {}
}
