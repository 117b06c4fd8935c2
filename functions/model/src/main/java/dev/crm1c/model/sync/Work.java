package dev.crm1c.model.sync;

import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.tenant.TenantId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What we remember of one CRM object between two looks at it: ids, times, hashes and technical states only.
 *
 * @param notes our entries in the object's timeline
 */
public record Work(
        TenantId tenant,
        CrmRef subject,
        LastLook lastLook,
        Asking asking,
        Errand errand,
        Map<NoteSlot, Note> notes,
        Shown shown,
        Todo todo,
        Parking parking) {
    public Work {
        notes = Map.copyOf(notes);
    }

    public static Work unseen(TenantId tenant, CrmRef subject) {
        return new Work(
                tenant,
                subject,
                new LastLook.Never(),
                Asking.NOBODY,
                new Errand.None(),
                Map.of(),
                new Shown.Nothing(),
                new Todo.None(),
                new Parking.NotParked());
    }

    public Work lookedAt(Instant startedAt) {
        return new Work(
                tenant, subject, new LastLook.StartedAt(startedAt), asking, errand, notes, shown, todo, parking);
    }

    public Work with(NoteSlot slot, Note note) {
        var changed = new HashMap<>(notes);
        changed.put(slot, note);
        return withNotes(changed);
    }

    public Work without(NoteSlot slot) {
        var changed = new HashMap<>(notes);
        changed.remove(slot);
        return withNotes(changed);
    }

    public Work withNotes(Map<NoteSlot, Note> newNotes) {
        return new Work(tenant, subject, lastLook, asking, errand, newNotes, shown, todo, parking);
    }

    public Work with(Shown newShown) {
        return new Work(tenant, subject, lastLook, asking, errand, notes, newShown, todo, parking);
    }

    public Work with(Todo newTodo) {
        return new Work(tenant, subject, lastLook, asking, errand, notes, shown, newTodo, parking);
    }

    public Work with(Parking newParking) {
        return new Work(tenant, subject, lastLook, asking, errand, notes, shown, todo, newParking);
    }

    public Work with(Errand newErrand) {
        return new Work(tenant, subject, lastLook, asking, newErrand, notes, shown, todo, parking);
    }

    public Work askedFor() {
        return new Work(tenant, subject, lastLook, Asking.PEOPLE, errand, notes, shown, todo, parking);
    }

    /** Whether people wanted it in 1C although its stage is none of a scenario's; once they did, it stays so. */
    public enum Asking {
        NOBODY,
        PEOPLE
    }

    /** What was begun and is not done yet, for an object that may have moved on meanwhile. */
    public sealed interface Errand {
        record None() implements Errand {}

        /** It still wants what the scenario of this stage makes. */
        record Unfinished(StageRef begunAt) implements Errand {}
    }

    /** When the last finished look began. */
    public sealed interface LastLook {
        record Never() implements LastLook {}

        record StartedAt(Instant instant) implements LastLook {}
    }

    /** One entry of ours in the object's timeline. */
    public sealed interface Note {

        /** Written down before the call: if it is still here at the next look, the call's outcome is unknown. */
        record BeingWritten(Fingerprint text) implements Note {}

        record Written(String noteId, Fingerprint text) implements Note {}
    }

    /** What the object's own fields hold of ours. */
    public sealed interface Shown {
        record Nothing() implements Shown {}

        record Fields(Fingerprint values) implements Shown {}
    }

    /** The thing to do that the responsible person was given. */
    public sealed interface Todo {
        record None() implements Todo {}

        /**
         * Written down before the call.
         *
         * @param deadline by which it is found when the answer is lost
         */
        record BeingMade(Instant deadline) implements Todo {}

        record Open(String todoId) implements Todo {}
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
