package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.Job.Prepared;
import dev.crm1c.crmtoonec.MakeOnce.LookFirst;
import dev.crm1c.crmtoonec.MakeOnce.Made;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentOnFile;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.ProposedKey;
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
import java.time.Duration;
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
    private static final Duration UNTIL_A_POSTING_SHOWS = Duration.ofMinutes(2);

    private final OneC oneC;
    private final Links links;
    private final MakeOnce makeOnce;
    private final KnownBase knownBase;
    private final Clock clock;

    BringDocument(OneC oneC, Links links, MakeOnce makeOnce, KnownBase knownBase, Clock clock) {
        this.oneC = oneC;
        this.links = links;
        this.makeOnce = makeOnce;
        this.knownBase = knownBase;
        this.clock = clock;
    }

    Reply<Link.Verified> bring(Job job) {
        return switch (links.find(job.tenant().id(), job.key())) {
            case Link.Verified done when done.asked().equals(job.asked().now()) -> Reply.of(done);
            case Link.Verified done
            when done.asked().equals(job.asked().formerly()) -> Reply.of(rememberUnits(job, done));
            case Link.Verified outdated ->
                switch (job.keeping().get()) {
                    case WHILE_FREE -> change(job, outdated);
                    case AS_WRITTEN -> keep(job, outdated);
                };
            case Link.Created(OneCRef ref, var _) -> finish(job, ref);
            case Link.OnFile(OneCRef ref, var _, var _) -> finish(job, ref);
            case Link.Posted(OneCRef ref) -> finish(job, ref);
            case Link.Withdrawn(OneCRef ref, var _) -> bringBack(job, ref);
            case Link.Planned _, Link.Absent _ -> create(job);
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
                            case Made.Known<DocumentSheet>(OneCRef ref) -> finish(job, ref);
                        }));
    }

    /** A document of ours that was not yet proved: whatever it is now, bring it to what is asked. */
    private Reply<Link.Verified> finish(Job job, OneCRef ref) {
        return read(job, ref).then(onFile -> switch (onFile) {
            case DocumentOnFile.Missing() -> makeAnew(job);
            case DocumentOnFile.Found(DocumentSheet sheet) when isMarked(sheet) -> refuseMarked(sheet);
            case DocumentOnFile.Found(DocumentSheet sheet) ->
                job.prepare(sheet.date())
                        .then(prepared ->
                                sheet.differencesFrom(prepared.draft()).isEmpty()
                                        ? postAndVerify(job, prepared, sheet)
                                        : rewrite(job, prepared, ref));
        });
    }

    /** The deal is no longer lost. */
    private Reply<Link.Verified> bringBack(Job job, OneCRef ref) {
        return oneC.restore(job.tenant(), ref).then(restored -> {
            links.put(job.tenant().id(), job.key(), new Link.Created(restored));
            return read(job, restored).then(onFile -> switch (onFile) {
                case DocumentOnFile.Missing() -> makeAnew(job);
                case DocumentOnFile.Found(DocumentSheet sheet) when isMarked(sheet) -> refuseMarked(sheet);
                case DocumentOnFile.Found(DocumentSheet sheet) ->
                    job.prepare(sheet.date()).then(prepared -> rewrite(job, prepared, restored));
            });
        });
    }

    /** The deal changed after the document was proved. Money, goods or an accountant's hand in it make it untouchable. */
    private Reply<Link.Verified> change(Job job, Link.Verified former) {
        return read(job, former.ref()).then(onFile -> switch (onFile) {
            case DocumentOnFile.Missing() -> makeAnew(job);
            case DocumentOnFile.Found(DocumentSheet sheet) when isMarked(sheet) -> refuseMarked(sheet);
            case DocumentOnFile.Found(DocumentSheet sheet)
            when !sheet.content().equals(former.found()) ->
                Reply.askPeople(new Problem.DocumentEditedInOneC(job.kind(), sheet.number()));
            case DocumentOnFile.Found(DocumentSheet sheet) ->
                oneC.progress(job.tenant(), former.ref())
                        .then(progress ->
                                job.prepare(sheet.date()).then(prepared -> untouched(job, sheet, progress, prepared)))
                        .then(prepared -> {
                            links.put(job.tenant().id(), job.key(), new Link.Created(former.ref()));
                            return rewrite(job, prepared, former.ref());
                        });
        });
    }

    private static Reply<Prepared> untouched(Job job, DocumentSheet sheet, SaleProgress progress, Prepared prepared) {
        if (progress.paid() != Portion.NONE) {
            return Reply.askPeople(
                    new Problem.DocumentPaid(job.kind(), sheet.number(), sheet.differencesFrom(prepared.draft())));
        }
        if (progress.shipped() != Portion.NONE) {
            return Reply.askPeople(
                    new Problem.DocumentShipped(job.kind(), sheet.number(), sheet.differencesFrom(prepared.draft())));
        }
        return Reply.of(prepared);
    }

    private Reply<Link.Verified> keep(Job job, Link.Verified former) {
        return read(job, former.ref()).then(onFile -> switch (onFile) {
            case DocumentOnFile.Missing() -> makeAnew(job);
            case DocumentOnFile.Found(DocumentSheet sheet) when isMarked(sheet) -> refuseMarked(sheet);
            case DocumentOnFile.Found(DocumentSheet sheet) ->
                job.prepare(sheet.date())
                        .then(prepared -> Reply.askPeople(new Problem.DocumentShipped(
                                job.kind(), sheet.number(), sheet.differencesFrom(prepared.draft()))));
        });
    }

    private Reply<Link.Verified> makeAnew(Job job) {
        links.forget(job.tenant().id(), job.key());
        return create(job);
    }

    private Reply<Link.Verified> rewrite(Job job, Prepared prepared, OneCRef ref) {
        return oneC.change(job.tenant(), ref, prepared.draft()).then(sheet -> postAndVerify(job, prepared, sheet));
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
            when sheet.state() != DocumentSheet.State.POSTED ->
                Reply.stop(new Outcome.Later(clock.instant().plus(UNTIL_A_POSTING_SHOWS), Delay.WRITE_OUTCOME_UNKNOWN));
            case DocumentOnFile.Found(DocumentSheet sheet) -> {
                links.put(job.tenant().id(), job.key(), new Link.Posted(sheet.ref()));
                List<Problem> differences = sheet.differencesFrom(prepared.draft());
                if (!differences.isEmpty()) {
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
            LocalDate since =
                    LocalDate.ofInstant(plannedAt, job.tenant().onec().zone()).minusDays(1);
            return oneC.findDocuments(job.tenant(), job.kind(), draft.marker(), since)
                    .map(found -> found.stream().findFirst());
        }

        @Override
        public Reply<DocumentSheet> make(ProposedKey proposed) {
            return oneC.create(job.tenant(), draft, proposed);
        }

        @Override
        public OneCRef refOf(DocumentSheet made) {
            return made.ref();
        }
    }
}
