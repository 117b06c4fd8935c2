package dev.crm1c.model.sync;

import dev.crm1c.model.tenant.TenantId;
import java.time.Instant;
import java.util.Set;

/** What we remember of one CRM object between two looks at it: ids, times, hashes and technical states only. */
public record Work(TenantId tenant, CrmRef subject, LastLook lastLook, Asking asking, Note note, Parking parking) {

    public static Work unseen(TenantId tenant, CrmRef subject) {
        return new Work(tenant, subject, new LastLook.Never(), Asking.NOBODY, new Note.None(), new Parking.NotParked());
    }

    public Work lookedAt(Instant startedAt) {
        return new Work(tenant, subject, new LastLook.StartedAt(startedAt), asking, note, parking);
    }

    public Work with(Note newNote) {
        return new Work(tenant, subject, lastLook, asking, newNote, parking);
    }

    public Work with(Parking newParking) {
        return new Work(tenant, subject, lastLook, asking, note, newParking);
    }

    public Work askedFor() {
        return new Work(tenant, subject, lastLook, Asking.PEOPLE, note, parking);
    }

    /** Whether people wanted it in 1C although its stage is none of a scenario's; once they did, it stays so. */
    public enum Asking {
        NOBODY,
        PEOPLE
    }

    /** When the last finished look began. */
    public sealed interface LastLook {
        record Never() implements LastLook {}

        record StartedAt(Instant instant) implements LastLook {}
    }

    /** Our one entry in the object's timeline. */
    public sealed interface Note {
        record None() implements Note {}

        /** Written down before the call: if it is still here at the next look, the call's outcome is unknown. */
        record BeingWritten(Fingerprint text) implements Note {}

        record Written(String noteId, Fingerprint text) implements Note {}
    }

    /** Whether the object waits, and for what. Parked work has no end date. */
    public sealed interface Parking {
        record NotParked() implements Parking {}

        /**
         * @param reason {@link Delay} or {@link Problem#code()} names
         * @param attempts how many looks in a row ended here; sets the pace of the next ones
         */
        record Parked(Instant until, String reason, int attempts, Set<CrmRef> waitsFor) implements Parking {
            public Parked {
                waitsFor = Set.copyOf(waitsFor);
            }
        }
    }
}
