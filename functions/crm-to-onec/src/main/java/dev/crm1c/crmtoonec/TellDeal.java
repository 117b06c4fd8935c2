package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.deal.Telling.Entry;
import dev.crm1c.model.deal.Telling.FieldsWritten;
import dev.crm1c.model.deal.Telling.StageMove;
import dev.crm1c.model.deal.Telling.Written;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.Works;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.sync.Work.Note;
import dev.crm1c.model.sync.Work.Shown;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows in the deal how things stand, in one request and only what the deal does not show yet: new words take the place of old ones.
 * Fields that the CRM refuses are told of in an entry of their own, tried again at every look, and the entry goes when they are taken.
 */
@ApplicationScoped
class TellDeal {
    private final Works works;

    TellDeal(Works works) {
        this.works = works;
    }

    sealed interface Told {
        Work work();

        /** The deal shows it already. */
        record Before(Work work) implements Told {}

        record Now(Work work) implements Told {}
    }

    Reply<Told> tell(Tenant tenant, Crm crm, Work work, Message message) {
        return certain(tenant, crm, work, message).then(known -> write(tenant, crm, known, message));
    }

    /** An entry whose id was lost, and that is to go or to read otherwise now, is looked for by the words that it was given. */
    private static Reply<Work> certain(Tenant tenant, Crm crm, Work work, Message message) {
        Reply<Work> known = Reply.of(work);
        for (NoteSlot slot : work.notes().keySet()) {
            if (work.notes().get(slot) instanceof Note.BeingWritten(Fingerprint text)
                    && !isStillToRead(message, slot, text)) {
                known = known.then(so -> crm.findEntry(
                                tenant, work.subject(), words -> of(words).equals(text))
                        .map(found -> found.map(id -> so.with(slot, new Note.Written(id, text)))
                                .orElseGet(() -> so.without(slot))));
            }
        }
        return known;
    }

    /** What the message says nothing of stays in doubt: nobody asks. */
    private static boolean isStillToRead(Message message, NoteSlot slot, Fingerprint text) {
        return message.texts().containsKey(slot)
                ? of(message.texts().get(slot)).equals(text)
                : !message.silent().contains(slot);
    }

    private Reply<Told> write(Tenant tenant, Crm crm, Work work, Message message) {
        Telling telling = telling(work, message);
        if (saysNothing(telling)) {
            return Reply.of(new Told.Before(without(work, message)));
        }
        rememberWhatIsBegun(work, telling);
        return crm.tell(tenant, work.subject(), telling)
                .then(written -> ofFields(tenant, crm, after(work, message, telling, written), telling, written));
    }

    private Reply<Told> ofFields(Tenant tenant, Crm crm, Work work, Telling telling, Written written) {
        if (telling.fields().isEmpty()) {
            return Reply.of(new Told.Now(work));
        }
        Message message = switch (written.fields()) {
            case FieldsWritten.AsTold() -> Message.silence(NoteSlot.FIELDS);
            case FieldsWritten.Refused(String words) ->
                Message.entry(
                        NoteSlot.FIELDS,
                        Wording.problems(
                                List.of(new Problem.FieldsRefused(words)), new Places(tenant, crm, work.subject())));
        };
        return tell(tenant, crm, work, message).map(told -> new Told.Now(told.work()));
    }

    private static Telling telling(Work work, Message message) {
        var entries = new ArrayList<Entry>();
        var free = new ArrayList<>(outdated(work, message));
        message.texts()
                .forEach((slot, text) -> place(work, slot, text)
                        .map(place -> place instanceof NotePlace.New && !free.isEmpty()
                                // What people were asked to do is done: the same entry now tells what came of it.
                                ? new NotePlace.Existing(free.removeFirst())
                                : place)
                        .ifPresent(place -> entries.add(new Entry(slot, text, place))));
        boolean shown =
                work.shown() instanceof Shown.Fields(Fingerprint values) && values.equals(message.fieldsShown());
        return new Telling(entries, free, shown ? Map.of() : message.fields(), message.move());
    }

    private static List<String> outdated(Work work, Message message) {
        return message.silent().stream()
                .flatMap(slot -> work.notes().get(slot) instanceof Note.Written(String noteId, var _)
                        ? Optional.of(noteId).stream()
                        : Optional.<String>empty().stream())
                .toList();
    }

    /** Empty when the entry reads so already. */
    private static Optional<NotePlace> place(Work work, NoteSlot slot, String text) {
        return switch (work.notes().get(slot)) {
            case null -> Optional.of(new NotePlace.New());
            case Note.BeingWritten _ -> Optional.of(new NotePlace.NewUnlessThere());
            case Note.Written(String noteId, Fingerprint written) ->
                written.equals(of(text)) ? Optional.empty() : Optional.of(new NotePlace.Existing(noteId));
        };
    }

    private static boolean saysNothing(Telling telling) {
        return telling.entries().isEmpty()
                && telling.outdated().isEmpty()
                && telling.fields().isEmpty()
                && telling.move() instanceof StageMove.Stay;
    }

    /** An entry whose writing ends unclear is looked for before it is written again. */
    private void rememberWhatIsBegun(Work work, Telling telling) {
        Work begun = work;
        for (Entry entry : telling.entries()) {
            if (entry.place() instanceof NotePlace.New) {
                begun = begun.with(entry.slot(), new Note.BeingWritten(of(entry.text())));
            }
        }
        if (begun != work) {
            works.put(begun);
        }
    }

    private static Work after(Work work, Message message, Telling telling, Written written) {
        var notes = new HashMap<>(without(work, message).notes());
        for (Entry entry : telling.entries()) {
            notes.put(entry.slot(), new Note.Written(written.entries().get(entry.slot()), of(entry.text())));
        }
        Work told = work.withNotes(notes);
        return switch (written.fields()) {
            case FieldsWritten.AsTold()
            when !telling.fields().isEmpty() -> told.with(new Shown.Fields(message.fieldsShown()));
            case FieldsWritten.AsTold(), FieldsWritten.Refused _ -> told;
        };
    }

    private static Work without(Work work, Message message) {
        Work less = work;
        for (NoteSlot slot : message.silent()) {
            less = less.without(slot);
        }
        return less;
    }

    private static Fingerprint of(String text) {
        return Fingerprint.of("entry", text);
    }
}
