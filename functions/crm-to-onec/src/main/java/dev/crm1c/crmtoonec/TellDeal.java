package dev.crm1c.crmtoonec;

import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.Works;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.sync.Work.Note;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;

/** Shows in the deal how things stand, once for each state: the same words are never written twice, new words replace the old ones. */
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

    Reply<Told> tell(Tenant tenant, Crm crm, Work work, Telling telling) {
        Fingerprint text = telling.fingerprint();
        return switch (work.note()) {
            case Note.Written(var _, Fingerprint written) when written.equals(text) -> Reply.of(new Told.Before(work));
            case Note.Written(String noteId, var _) ->
                write(tenant, crm, work, telling, new NotePlace.Existing(noteId));
            case Note.BeingWritten _ -> write(tenant, crm, work, telling, new NotePlace.NewUnlessThere());
            case Note.None() -> {
                works.put(work.with(new Note.BeingWritten(text)));
                yield write(tenant, crm, work, telling, new NotePlace.New());
            }
        };
    }

    private Reply<Told> write(Tenant tenant, Crm crm, Work work, Telling telling, NotePlace place) {
        return crm.tell(tenant, work.subject(), telling, place)
                .map(noteId -> new Told.Now(work.with(new Note.Written(noteId, telling.fingerprint()))));
    }
}
