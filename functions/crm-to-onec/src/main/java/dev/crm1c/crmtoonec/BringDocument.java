package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.Job.Prepared;
import dev.crm1c.crmtoonec.MakeOnce.LookFirst;
import dev.crm1c.crmtoonec.MakeOnce.Made;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentOnFile;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.port.Links;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Brings one document of 1C to what a deal asks for: made, posted and read back, or changed while nobody has paid, shipped or touched it.
 * Each step leaves a state from which the next try goes on.
 */
@ApplicationScoped
class BringDocument {
    private final OneC oneC;
    private final Links links;
    private final MakeOnce makeOnce;
    private final RewriteDocument rewriteDocument;
    private final KnownBase knownBase;
    private final Clock clock;

    BringDocument(
            OneC oneC,
            Links links,
            MakeOnce makeOnce,
            RewriteDocument rewriteDocument,
            KnownBase knownBase,
            Clock clock) {
        this.oneC = oneC;
        this.links = links;
        this.makeOnce = makeOnce;
        this.rewriteDocument = rewriteDocument;
        this.knownBase = knownBase;
        this.clock = clock;
    }

    Reply<Link.Verified> bring(Job job) {
        return switch (links.find(job.tenant().id(), job.key())) {
            case Link.Absent _, Link.Planned _ -> create(job);
            case Link.Verified done when done.asked().equals(job.asked().now()) -> Reply.of(done);
            case Link.Verified done
            when done.asked().equals(job.asked().formerly()) -> Reply.of(rememberUnits(job, done));
            case Link.InOneC known -> goOn(job, known);
        };
    }

    /** In which units it was asked for nobody wrote down then; from now on a change of them is seen. */
    private Link.Verified rememberUnits(Job job, Link.Verified done) {
        var same = new Link.Verified(done.ref(), job.asked().now(), done.found(), done.facts(), done.remarks());
        links.put(job.tenant().id(), job.key(), same);
        return same;
    }

    private Reply<Link.Verified> create(Job job) {
        LocalDateTime now = LocalDateTime.ofInstant(
                        clock.instant(), job.tenant().onec().zone())
                .truncatedTo(ChronoUnit.SECONDS);
        return job.prepare(now)
                .then(prepared -> makeOnce.make(
                                job.tenant(), job.key(), job.deal(), new DocumentRecipe(job, prepared.draft()))
                        .then(made -> switch (made) {
                            case Made.Fresh<DocumentSheet>(DocumentSheet sheet) -> postAndVerify(job, prepared, sheet);
                            case Made.Known<DocumentSheet>(OneCRef ref) -> goOn(job, new Link.Created(ref));
                        }));
    }

    /** It was interrupted, or the deal has changed. */
    private Reply<Link.Verified> goOn(Job job, Link.InOneC known) {
        return read(job, known.ref()).then(onFile -> switch (onFile) {
            case DocumentOnFile.Missing() -> makeAnew(job);
            case DocumentOnFile.Found(DocumentSheet sheet) -> goOn(job, known, sheet);
        });
    }

    private Reply<Link.Verified> goOn(Job job, Link.InOneC known, DocumentSheet now) {
        return switch (known) {
            case Link.Withdrawn gone -> bringBack(job, gone, now);
            case Link.ComingBack gone -> bringBack(job, gone, now);
            case Link.InOneC _ when isMarked(now) -> refuseMarked(now);
            case Link.Changing changing -> goOnChanging(job, changing, now);
            case Link.Verified former -> change(job, former, now);
            case Link.Created _, Link.OnFile _, Link.Written _ -> finish(job, known, now);
        };
    }

    /** The deal asks for something else. For a document that an accountant has edited nothing is looked up or made. */
    private Reply<Link.Verified> change(Job job, Link.Verified former, DocumentSheet now) {
        Reply<DocumentSheet> ours = switch (job.keeping().get()) {
            case WHILE_FREE -> rewriteDocument.unlessEdited(job, former, now);
            case AS_WRITTEN -> Reply.of(now);
        };
        return ours.then(_ -> job.prepare(now.date())).then(prepared -> rewrite(job, former, now, prepared));
    }

    /** Somebody was interrupted while changing it: did the change come about? */
    private Reply<Link.Verified> goOnChanging(Job job, Link.Changing changing, DocumentSheet now) {
        if (changing.notYetIn(now)) {
            return makeOnce.whenCertain(
                    changing.since(),
                    () -> changing.doneIn(now)
                            // The sums tell nothing, then: another buyer, perhaps.
                            ? job.prepare(now.date()).then(prepared -> rewrite(job, changing.former(), now, prepared))
                            : goOnUnchanged(job, changing.former(), now));
        }
        return finish(job, changing.doneIn(now) ? Link.Written.as(changing.asked(), now) : changing, now);
    }

    private Reply<Link.Verified> goOnUnchanged(Job job, Link.ReadBack former, DocumentSheet now) {
        if (former instanceof Link.Verified proved
                && job.asked().is(proved.asked())
                && now.state() == DocumentSheet.State.POSTED) {
            links.put(job.tenant().id(), job.key(), proved);
            return Reply.of(proved);
        }
        return goOn(job, former, now);
    }

    /** A document of ours that was not yet proved: when it says what is asked, whoever wrote it, it is only posted. */
    private Reply<Link.Verified> finish(Job job, Link.InOneC known, DocumentSheet now) {
        return job.prepare(now.date())
                .then(prepared -> isAsAsked(job, known, now, prepared)
                        ? postAndVerify(job, prepared, now)
                        : rewrite(job, known, now, prepared));
    }

    /** What a deal asks for is more than sums: when it has asked for something else since, what we wrote then is not that. */
    private static boolean isAsAsked(Job job, Link.InOneC known, DocumentSheet now, Prepared prepared) {
        boolean written = known instanceof Link.Written ours
                && ours.explains(now)
                && !job.asked().is(ours.asked());
        return !written && now.differencesFrom(prepared.draft()).isEmpty();
    }

    private Reply<Link.Verified> bringBack(Job job, Link.OfDocument gone, DocumentSheet now) {
        return job.prepare(now.date())
                .then(prepared -> rewriteDocument
                        .bringBack(job, gone, now, prepared)
                        .then(sheet -> isMarked(sheet) ? refuseMarked(sheet) : postAndVerify(job, prepared, sheet)));
    }

    private Reply<Link.Verified> rewrite(Job job, Link.InOneC known, DocumentSheet now, Prepared prepared) {
        return rewriteDocument.rewrite(job, known, now, prepared).then(sheet -> postAndVerify(job, prepared, sheet));
    }

    private Reply<Link.Verified> makeAnew(Job job) {
        links.forget(job.tenant().id(), job.key());
        return create(job);
    }

    /** Nothing is posted that does not say what was asked; nothing counts as done before it was read back. */
    private Reply<Link.Verified> postAndVerify(Job job, Prepared prepared, DocumentSheet written) {
        List<Problem> differences = written.differencesFrom(prepared.draft());
        if (!differences.isEmpty()) {
            return Reply.stop(new Outcome.NeedsPeople(differences));
        }
        return oneC.post(job.tenant(), prepared.draft().parties().base(), written)
                .then(posted -> verify(job, prepared, posted));
    }

    /** Something in front of 1C may say "posted" for it; the next look finds the document not yet proved and posts it again. */
    private Reply<Link.Verified> verify(Job job, Prepared prepared, DocumentOnFile onFile) {
        return switch (onFile) {
            case DocumentOnFile.Missing() -> makeAnew(job);
            case DocumentOnFile.Found(DocumentSheet sheet) when isMarked(sheet) -> refuseMarked(sheet);
            case DocumentOnFile.Found(DocumentSheet sheet)
            when sheet.state() != DocumentSheet.State.POSTED -> Reply.stop(MakeOnce.untilCertain(clock.instant()));
            case DocumentOnFile.Found(DocumentSheet sheet) -> {
                List<Problem> differences = sheet.differencesFrom(prepared.draft());
                if (!differences.isEmpty()) {
                    links.put(
                            job.tenant().id(),
                            job.key(),
                            Link.Written.as(job.asked().now(), sheet));
                    yield Reply.stop(new Outcome.NeedsPeople(differences));
                }
                var verified = new Link.Verified(
                        sheet.ref(), job.asked().now(), sheet.content(), sheet.facts(), prepared.remarks());
                links.put(job.tenant().id(), job.key(), verified);
                yield Reply.of(verified);
            }
        };
    }

    private Reply<DocumentOnFile> read(Job job, OneCRef ref) {
        return knownBase.of(job.tenant()).then(base -> oneC.read(job.tenant(), base, ref));
    }

    private static boolean isMarked(DocumentSheet sheet) {
        return sheet.state() == DocumentSheet.State.MARKED_FOR_DELETION;
    }

    private static Reply<Link.Verified> refuseMarked(DocumentSheet sheet) {
        return Reply.askPeople(new Problem.DocumentMarkedForDeletion(sheet.ref().kind(), sheet.number()));
    }

    private final class DocumentRecipe implements MakeOnce.Recipe<DocumentSheet> {
        private final Job job;
        private final DocumentDraft draft;

        DocumentRecipe(Job job, DocumentDraft draft) {
            this.job = job;
            this.draft = draft;
        }

        @Override
        public LookFirst lookFirst() {
            return LookFirst.AFTER_DOUBT;
        }

        /** A day's margin: the base's clock and ours need not agree. */
        @Override
        public Reply<Optional<OneCRef>> look(Instant plannedAt) {
            LocalDate since = job.tenant().onec().dayOf(plannedAt).minusDays(1);
            return oneC.findDocuments(job.tenant(), job.kind(), draft.marker(), since)
                    .map(found -> found.stream().findFirst());
        }

        @Override
        public Reply<DocumentSheet> make(ProposedKey proposed) {
            return oneC.create(job.tenant(), draft, proposed);
        }

        @Override
        public Link.InOneC linkTo(DocumentSheet made, LocalDate goodOn) {
            return Link.Written.as(job.asked().now(), made);
        }
    }
}
