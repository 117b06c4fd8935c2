package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.FindParties.Parties;
import dev.crm1c.crmtoonec.MakeOnce.LookFirst;
import dev.crm1c.crmtoonec.MakeOnce.Made;
import dev.crm1c.model.money.VatInForce;
import dev.crm1c.model.onec.InvoiceDraft;
import dev.crm1c.model.onec.InvoiceLine;
import dev.crm1c.model.onec.InvoiceOnFile;
import dev.crm1c.model.onec.InvoiceSheet;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.Marker;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.PaymentState;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.port.Links;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Brings one invoice of 1C to what a deal asks for: made, posted and read back, or changed while nobody has paid or touched it.
 * Each step leaves a state from which the next try goes on.
 */
@ApplicationScoped
class IssueInvoice {
    private final OneC oneC;
    private final Links links;
    private final MakeOnce makeOnce;
    private final FindParties parties;
    private final MatchItems items;
    private final Clock clock;

    IssueInvoice(OneC oneC, Links links, MakeOnce makeOnce, FindParties parties, MatchItems items, Clock clock) {
        this.oneC = oneC;
        this.links = links;
        this.makeOnce = makeOnce;
        this.parties = parties;
        this.items = items;
        this.clock = clock;
    }

    Reply<Link.Verified> issue(Tenant tenant, InvoiceRequest request) {
        LinkKey key = LinkKey.ofDocument(OneCKind.INVOICE, request.deal());
        return switch (links.find(tenant.id(), key)) {
            case Link.Verified done when done.asked().equals(request.fingerprint()) -> Reply.of(done);
            case Link.Verified outdated -> change(new Job(tenant, key, request), outdated);
            case Link.Created(OneCRef ref) -> finish(new Job(tenant, key, request), ref);
            case Link.Posted(OneCRef ref) -> finish(new Job(tenant, key, request), ref);
            case Link.Planned _, Link.Absent _ -> create(new Job(tenant, key, request));
        };
    }

    /** What stays the same through all steps of one look. */
    private record Job(Tenant tenant, LinkKey key, InvoiceRequest request) {}

    private record Prepared(InvoiceDraft draft, List<Remark> remarks) {}

    private Reply<Link.Verified> create(Job job) {
        LocalDateTime now = LocalDateTime.ofInstant(
                        clock.instant(), job.tenant().onec().zone())
                .truncatedTo(ChronoUnit.SECONDS);
        return prepare(job, now)
                .then(prepared -> makeOnce.make(
                                job.tenant(), job.key(), job.request().deal(), new InvoiceRecipe(job, prepared.draft()))
                        .then(made -> switch (made) {
                            case Made.Fresh<InvoiceSheet>(InvoiceSheet sheet) -> postAndVerify(job, prepared, sheet);
                            case Made.Known<InvoiceSheet>(OneCRef ref) -> finish(job, ref);
                        }));
    }

    /** An invoice of ours that was not yet proved: whatever it is now, bring it to what is asked. */
    private Reply<Link.Verified> finish(Job job, OneCRef ref) {
        return oneC.read(job.tenant(), ref).then(onFile -> switch (onFile) {
            case InvoiceOnFile.Missing() -> makeAnew(job);
            case InvoiceOnFile.Found(InvoiceSheet sheet) when isMarked(sheet) -> refuseMarked(sheet);
            case InvoiceOnFile.Found(InvoiceSheet sheet) ->
                prepare(job, sheet.date())
                        .then(prepared ->
                                sheet.differencesFrom(prepared.draft()).isEmpty()
                                        ? postAndVerify(job, prepared, sheet)
                                        : rewrite(job, prepared, ref));
        });
    }

    /** The deal changed after the invoice was proved. Money received or an accountant's hand in it make it untouchable. */
    private Reply<Link.Verified> change(Job job, Link.Verified former) {
        return oneC.read(job.tenant(), former.ref()).then(onFile -> switch (onFile) {
            case InvoiceOnFile.Missing() -> makeAnew(job);
            case InvoiceOnFile.Found(InvoiceSheet sheet) when isMarked(sheet) -> refuseMarked(sheet);
            case InvoiceOnFile.Found(InvoiceSheet sheet)
            when !sheet.content().equals(former.found()) ->
                Reply.askPeople(new Problem.InvoiceEditedInOneC(sheet.number()));
            case InvoiceOnFile.Found(InvoiceSheet sheet) ->
                oneC.paymentState(job.tenant(), former.ref()).then(state -> switch (state) {
                    case PaymentState.PAID_OR_PARTLY -> Reply.askPeople(new Problem.InvoicePaid(sheet.number()));
                    case PaymentState.NOTHING_PAID ->
                        prepare(job, sheet.date()).then(prepared -> {
                            links.put(job.tenant().id(), job.key(), new Link.Created(former.ref()));
                            return rewrite(job, prepared, former.ref());
                        });
                });
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
    private Reply<Link.Verified> postAndVerify(Job job, Prepared prepared, InvoiceSheet written) {
        List<Problem> differences = written.differencesFrom(prepared.draft());
        if (!differences.isEmpty()) {
            return Reply.stop(new Outcome.NeedsPeople(differences));
        }
        return oneC.post(job.tenant(), written.ref()).then(ref -> {
            links.put(job.tenant().id(), job.key(), new Link.Posted(ref));
            return oneC.read(job.tenant(), ref).then(onFile -> verify(job, prepared, onFile));
        });
    }

    private Reply<Link.Verified> verify(Job job, Prepared prepared, InvoiceOnFile onFile) {
        return switch (onFile) {
            case InvoiceOnFile.Missing() -> makeAnew(job);
            case InvoiceOnFile.Found(InvoiceSheet sheet) -> {
                List<Problem> differences = sheet.differencesFrom(prepared.draft());
                if (!differences.isEmpty()) {
                    yield Reply.stop(new Outcome.NeedsPeople(differences));
                }
                var verified = new Link.Verified(
                        sheet.ref(), job.request().fingerprint(), sheet.content(), sheet.facts(), prepared.remarks());
                links.put(job.tenant().id(), job.key(), verified);
                yield Reply.of(verified);
            }
        };
    }

    private Reply<Prepared> prepare(Job job, LocalDateTime date) {
        InvoiceRequest request = job.request();
        return parties.find(job.tenant(), request.deal(), request.buyer())
                .then(found -> items.match(job.tenant(), request.lines())
                        .map(choices -> prepared(
                                job,
                                date,
                                found,
                                request.lines().stream()
                                        .map(line -> new InvoiceLine(
                                                line.number(),
                                                choices.get(line.number()),
                                                line.name(),
                                                line.quantity(),
                                                line.price(),
                                                line.gross(),
                                                line.vatRate()))
                                        .toList())));
    }

    private static Prepared prepared(Job job, LocalDateTime date, Parties found, List<InvoiceLine> lines) {
        var remarks = new ArrayList<>(found.remarks());
        remarkOn(lines, Remark.Kind.LINES_DESCRIBED, line -> line.item() instanceof ItemChoice.Described)
                .ifPresent(remarks::add);
        LocalDate day = date.toLocalDate();
        remarkOn(lines, Remark.Kind.VAT_RATE_NOT_IN_FORCE, line -> !VatInForce.on(day, line.vatRate()))
                .ifPresent(remarks::add);
        var draft = new InvoiceDraft(
                Marker.of(job.tenant().id(), job.request().deal()),
                date,
                found.base(),
                found.counterparty(),
                found.contract(),
                lines);
        return new Prepared(draft, remarks);
    }

    private static Optional<Remark> remarkOn(
            List<InvoiceLine> lines, Remark.Kind kind, Predicate<InvoiceLine> concerned) {
        List<Integer> numbers =
                lines.stream().filter(concerned).map(InvoiceLine::number).toList();
        return numbers.isEmpty() ? Optional.empty() : Optional.of(new Remark(kind, numbers));
    }

    private static boolean isMarked(InvoiceSheet sheet) {
        return sheet.state() == InvoiceSheet.State.MARKED_FOR_DELETION;
    }

    private static Reply<Link.Verified> refuseMarked(InvoiceSheet sheet) {
        return Reply.askPeople(new Problem.InvoiceMarkedForDeletion(sheet.number()));
    }

    private final class InvoiceRecipe implements MakeOnce.Recipe<InvoiceSheet> {
        private final Job job;
        private final InvoiceDraft draft;

        InvoiceRecipe(Job job, InvoiceDraft draft) {
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
            return oneC.findInvoices(job.tenant(), draft.marker(), since)
                    .map(found -> found.stream().findFirst().map(InvoiceSheet::ref));
        }

        @Override
        public Reply<InvoiceSheet> make(ProposedKey proposed) {
            return oneC.create(job.tenant(), draft, proposed);
        }

        @Override
        public OneCRef refOf(InvoiceSheet made) {
            return made.ref();
        }
    }
}
