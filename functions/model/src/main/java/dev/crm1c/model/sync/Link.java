package dev.crm1c.model.sync;

import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

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

    /**
     * It is there; of a document nobody knows what it should have said.
     *
     * @param goodOn the last day for whose documents 1C was seen to have it in use: people merge doubles, close contracts and mark for deletion
     */
    record Created(OneCRef ref, LocalDate goodOn) implements InOneC {
        /** Never looked at since; what a former release stored is read so. */
        public static final LocalDate NEVER = LocalDate.MIN;

        public Created(OneCRef ref) {
            this(ref, NEVER);
        }
    }

    /**
     * An item, for which there is nothing further to do; one of a release that did not remember units is {@link Created}.
     *
     * @param unit its unit's code by ОКЕИ when it was last looked at; blank where the base does not say one
     * @param goodOn as of what is created
     */
    record OnFile(OneCRef ref, String unit, LocalDate goodOn) implements InOneC {}

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

    /**
     * @param asked what the CRM wanted when it was written
     * @param found what 1C held when it was read back
     * @param remarks in one order, so that they read the same whether they come from the writing or from the table
     */
    record Verified(OneCRef ref, Fingerprint asked, Fingerprint found, DocumentFacts facts, List<Remark> remarks)
            implements ReadBack {
        public Verified {
            remarks = remarks.stream()
                    .distinct()
                    .sorted(Comparator.comparing(Remark::stored))
                    .toList();
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

    /**
     * Who is making it, since when.
     *
     * @param insteadOf the key of what was linked before and is no longer in use in 1C; {@link #NOTHING} for what is made for the first time
     */
    record Claim(CrmRef by, Instant at, UUID insteadOf) {
        public static final UUID NOTHING = new UUID(0, 0);

        public Claim(CrmRef by, Instant at) {
            this(by, at, NOTHING);
        }

        /** Another one needs another key: 1C still has the former one, marked for deletion. */
        public ProposedKey proposedKey(TenantId tenant, LinkKey key) {
            return insteadOf.equals(NOTHING)
                    ? ProposedKey.of(tenant, key)
                    : ProposedKey.of(tenant, new LinkKey(key.kind(), key.source() + "/" + insteadOf));
        }
    }
}
