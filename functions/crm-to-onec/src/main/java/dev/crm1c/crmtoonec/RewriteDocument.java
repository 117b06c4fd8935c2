package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.Job.Keeping;
import dev.crm1c.crmtoonec.Job.Prepared;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.DocumentSheet.State;
import dev.crm1c.model.onec.SaleProgress;
import dev.crm1c.model.onec.SaleProgress.Portion;
import dev.crm1c.model.port.Links;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Makes a document say something else, whatever state it was left in: only while nobody has paid, shipped or touched it. Before the write it is
 * stored what the document said and what it is to say, so that whoever comes after an interruption can tell our hand from an accountant's.
 */
@ApplicationScoped
class RewriteDocument {
    private final OneC oneC;
    private final Links links;
    private final Clock clock;

    RewriteDocument(OneC oneC, Links links, Clock clock) {
        this.oneC = oneC;
        this.links = links;
        this.clock = clock;
    }

    /** @param now what 1C holds */
    Reply<DocumentSheet> rewrite(Job job, Link.InOneC known, DocumentSheet now, Prepared prepared) {
        return whileFree(job, known, now, prepared).then(free -> {
            if (known instanceof Link.ReadBack former) {
                var meant = DocumentSheet.sumsOf(free.draft());
                put(job, new Link.Changing(former, job.asked().now(), meant, clock.instant()));
            }
            return write(job, known, free);
        });
    }

    /** What was closed instead of marked comes back by being written anew, even when it says what is asked. */
    Reply<DocumentSheet> bringBack(Job job, Link.OfDocument gone, DocumentSheet now, Prepared prepared) {
        var comingBack = new Link.ComingBack(gone.ref(), gone.facts());
        Reply<Prepared> free = now.differencesFrom(prepared.draft()).isEmpty()
                ? Reply.of(prepared)
                : whileFree(job, gone, now, prepared);
        return free.then(_ -> {
            put(job, comingBack);
            return oneC.restore(job.tenant(), gone.ref()).then(_ -> write(job, comingBack, prepared));
        });
    }

    /** After a clear refusal everything is as it was, and known to be; after an unclear end both is possible. */
    private Reply<DocumentSheet> write(Job job, Link.InOneC former, Prepared prepared) {
        Reply<DocumentSheet> written = oneC.change(job.tenant(), former.ref(), prepared.draft());
        switch (written) {
            case Reply.Got<DocumentSheet>(DocumentSheet sheet) ->
                put(job, Link.Written.as(job.asked().now(), sheet));
            case Reply.Stopped<DocumentSheet>(Outcome.Later(var _, Delay why))
            when why == Delay.WRITE_OUTCOME_UNKNOWN -> {}
            case Reply.Stopped<DocumentSheet> _ -> put(job, former);
        }
        return written;
    }

    private void put(Job job, Link link) {
        links.put(job.tenant().id(), job.key(), link);
    }

    private Reply<Prepared> whileFree(Job job, Link.InOneC known, DocumentSheet now, Prepared prepared) {
        boolean neverProved = known instanceof Link.Created || known instanceof Link.Written;
        boolean neverPosted = neverProved && now.state() == State.UNPOSTED;
        if (!neverPosted && job.keeping().get() == Keeping.AS_WRITTEN) {
            return Reply.askPeople(shipped(job, now, prepared));
        }
        return unlessEdited(job, known, now)
                .then(_ -> neverPosted
                        ? Reply.of(prepared)
                        : oneC.progress(job.tenant(), known.ref())
                                .then(progress -> untouched(job, now, progress, prepared)));
    }

    Reply<DocumentSheet> unlessEdited(Job job, Link.InOneC known, DocumentSheet now) {
        return known instanceof Link.OfDocument ours && !ours.explains(now)
                ? Reply.askPeople(new Problem.DocumentEditedInOneC(job.kind(), now.number()))
                : Reply.of(now);
    }

    private static Reply<Prepared> untouched(Job job, DocumentSheet now, SaleProgress progress, Prepared prepared) {
        if (progress.paid() != Portion.NONE) {
            return Reply.askPeople(
                    new Problem.DocumentPaid(job.kind(), now.number(), now.differencesFrom(prepared.draft())));
        }
        return progress.shipped() == Portion.NONE ? Reply.of(prepared) : Reply.askPeople(shipped(job, now, prepared));
    }

    private static Problem shipped(Job job, DocumentSheet now, Prepared prepared) {
        return new Problem.DocumentShipped(job.kind(), now.number(), now.differencesFrom(prepared.draft()));
    }
}
