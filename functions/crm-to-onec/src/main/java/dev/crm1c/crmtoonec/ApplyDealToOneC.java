package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.BringDeal.Brought;
import dev.crm1c.crmtoonec.TellDeal.Told;
import dev.crm1c.crmtoonec.WithdrawDocuments.Withdrawn;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealReading;
import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.deal.Telling.StageMove;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.Journal;
import dev.crm1c.model.port.Works;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Outcome.Because;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.sync.Work.Asking;
import dev.crm1c.model.sync.Work.Errand;
import dev.crm1c.model.sync.Work.LastLook;
import dev.crm1c.model.sync.Work.Parking;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.Scenario.OnProblem;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The main job: read the deal as it is now, check it, bring 1C to it, tell the deal, remember.
 * What the notice said does not matter; that there was one does.
 */
@ApplicationScoped
class ApplyDealToOneC {
    /** The webhook's clock and ours may differ by so much; a notice nearer than that to a look's beginning is looked at again. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(2);

    /** Of a change of thousands of deals each comes several times within this; later, somebody may have taken this one in hand. */
    private static final Duration ONE_WAVE = Duration.ofMinutes(1);

    /** So many looks in a row may end in waiting before people are told: about eight minutes. */
    private static final int SHORT_WAITS = 3;

    private final Works works;
    private final ReadWish readWish;
    private final BringDeal bringDeal;
    private final WithdrawDocuments withdrawDocuments;
    private final ReportToDeal report;
    private final RemindResponsible remindResponsible;
    private final AnswerRobots answerRobots;
    private final Journal journal;
    private final Clock clock;

    ApplyDealToOneC(
            Works works,
            ReadWish readWish,
            BringDeal bringDeal,
            WithdrawDocuments withdrawDocuments,
            ReportToDeal report,
            RemindResponsible remindResponsible,
            AnswerRobots answerRobots,
            Journal journal,
            Clock clock) {
        this.works = works;
        this.readWish = readWish;
        this.bringDeal = bringDeal;
        this.withdrawDocuments = withdrawDocuments;
        this.report = report;
        this.remindResponsible = remindResponsible;
        this.answerRobots = answerRobots;
        this.journal = journal;
        this.clock = clock;
    }

    Outcome apply(Tenant tenant, Crm crm, ChangeNotice notice) {
        Work work = works.find(tenant.id(), notice.subject());
        if (alreadySeen(work, notice)) {
            return new Outcome.Unchanged(Because.ALREADY_SEEN);
        }
        Instant began = clock.instant();
        Look look = look(tenant, crm, notice.cause() == Cause.ASKED ? work.askedFor() : work);
        Outcome outcome = switch (look.work().asking()) {
            case NOBODY -> look.outcome();
            case PEOPLE -> answerRobots.after(look.outcome(), tenant, crm, notice.subject());
        };
        works.put(look.work().lookedAt(began).with(ParkingRule.after(outcome, work.parking(), clock.instant())));
        return outcome;
    }

    /** What one look came to, and the work with its note as it is now. */
    private record Look(Outcome outcome, Work work) {}

    /**
     * A look that began after the notice was received has seen what it points at: ten notices in a row cost one look.
     * A wake-up for work that no longer waits has been overtaken by a notice.
     */
    private boolean alreadySeen(Work work, ChangeNotice notice) {
        return switch (notice.cause()) {
            case WOKEN -> work.parking() instanceof Parking.NotParked && work.lastLook() instanceof LastLook.StartedAt;
            case WEBHOOK -> lookedAfter(work, notice) || hasJustLinedUp(work);
            // A look that did not know of the asking has not seen it.
            case ASKED -> work.asking() == Asking.PEOPLE && lookedAfter(work, notice);
        };
    }

    /** Its look is still to come, and sees this too. A place in the line for every repetition would make the line as much longer. */
    private boolean hasJustLinedUp(Work work) {
        Instant now = clock.instant();
        return ParkingRule.isInLine(work.parking(), now)
                && work.lastLook() instanceof LastLook.StartedAt(Instant began)
                && now.isBefore(began.plus(ONE_WAVE));
    }

    private static boolean lookedAfter(Work work, ChangeNotice notice) {
        return work.lastLook() instanceof LastLook.StartedAt(Instant began)
                && notice.noticedAt().plus(CLOCK_SKEW).isBefore(began);
    }

    private Look look(Tenant tenant, Crm crm, Work work) {
        return switch (crm.readDeal(tenant, work.subject())) {
            case Reply.Stopped<DealReading>(Outcome outcome) -> new Look(outcome, work);
            case Reply.Got<DealReading>(DealReading.Gone()) -> new Look(new Outcome.Unchanged(Because.GONE), work);
            case Reply.Got<DealReading>(DealReading.Present(Deal deal)) ->
                new AtDeal(tenant, crm, deal, work).grant(readWish.of(tenant, deal, work));
        };
    }

    /** One look at a deal that is there. */
    private final class AtDeal {
        private final Tenant tenant;
        private final Crm crm;
        private final Deal deal;
        private final Work work;

        AtDeal(Tenant tenant, Crm crm, Deal deal, Work work) {
            this.tenant = tenant;
            this.crm = crm;
            this.deal = deal;
            this.work = work;
        }

        Look grant(DealWish wish) {
            return switch (wish) {
                case DealWish.Nothing(Because because)
                when because != Because.NO_SCENARIO && work.notes().containsKey(NoteSlot.STATUS) ->
                    solved(told(report.nothingMore(tenant, crm, work), new Outcome.Unchanged(because)));
                case DealWish.Nothing(Because because) -> new Look(new Outcome.Unchanged(because), work);
                case DealWish.Word(Problem problem, Because because) ->
                    told(report.word(tenant, crm, work, problem), new Outcome.Unchanged(because));
                case DealWish.Question(Problem problem) ->
                    askPeople(new Outcome.NeedsPeople(problem), new StageMove.Stay());
                case DealWish.Withdrawal() -> withdraw();
                case DealWish.Documents(Scenario scenario) -> rememberingWhatIsBegun(scenario, bring(scenario));
            };
        }

        /** A deal may move on before all is done; what we set back ourselves begins anew when people bring it again. */
        private Look rememberingWhatIsBegun(Scenario scenario, Look look) {
            Errand errand = switch (look.outcome()) {
                case Outcome.Later _, Outcome.NeedsPeople _ ->
                    switch (moveAfter(scenario, look.outcome())) {
                        case StageMove.Stay() -> begun(scenario);
                        case StageMove.To _ -> new Errand.None();
                    };
                case Outcome.Applied _, Outcome.Unchanged _, Outcome.Refused _ -> new Errand.None();
            };
            return new Look(look.outcome(), look.work().with(errand));
        }

        private Errand begun(Scenario scenario) {
            return tenant.scenarioAt(deal.stage()).filter(scenario::equals).isPresent()
                    ? new Errand.Unfinished(deal.stage())
                    : work.errand();
        }

        private Look bring(Scenario scenario) {
            return switch (bringDeal.bring(tenant, crm, scenario, deal)) {
                case Reply.Got<Brought>(Brought.Documents(List<IssuedDocument> documents)) ->
                    solved(told(
                            report.documents(tenant, crm, work, documents),
                            new Outcome.Applied(numberOf(documents)),
                            new Outcome.Unchanged(Because.SAME_AS_WRITTEN)));
                case Reply.Got<Brought>(Brought.Plan(Rehearsal rehearsal)) -> rehearsed(rehearsal);
                case Reply.Stopped<Brought>(Outcome outcome) -> stopped(outcome, moveAfter(scenario, outcome));
            };
        }

        private Look withdraw() {
            return switch (withdrawDocuments.withdraw(ChooseSeller.whoSold(tenant, deal), deal.ref())) {
                case Reply.Got<List<Withdrawn>>(List<Withdrawn> documents) ->
                    solved(told(
                            report.withdrawn(tenant, crm, work, documents), new Outcome.Unchanged(Because.WITHDRAWN)));
                case Reply.Stopped<List<Withdrawn>>(Outcome outcome) -> stopped(outcome, new StageMove.Stay());
            };
        }

        private Look rehearsed(Rehearsal rehearsal) {
            journal.rehearsed(tenant.id(), deal.ref(), rehearsal.lines());
            return solved(
                    told(report.rehearsal(tenant, crm, work, rehearsal), new Outcome.Unchanged(Because.REHEARSED)));
        }

        private Look stopped(Outcome outcome, StageMove move) {
            return switch (outcome) {
                case Outcome.NeedsPeople needs -> askPeople(needs, move);
                case Outcome.Later later -> new Look(later, afterWaiting(later));
                default -> new Look(outcome, work);
            };
        }

        private Look askPeople(Outcome.NeedsPeople needs, StageMove move) {
            return switch (report.problems(tenant, crm, work, needs.problems(), move)) {
                case Reply.Got<Told>(Told told) ->
                    new Look(
                            needs,
                            remindResponsible.of(
                                    tenant, crm, told.work(), deal.head().responsible()));
                case Reply.Stopped<Told>(Outcome outcome) -> new Look(outcome, unclear(work));
            };
        }

        /**
         * Only from a stage that the scenario is for: a deal that people asked for stays where it is. And only for what is mended in the CRM: what
         * somebody has to do in 1C or in the set-up lets the deal go by itself.
         */
        private StageMove moveAfter(Scenario scenario, Outcome outcome) {
            return outcome instanceof Outcome.NeedsPeople needs
                            && scenario.onProblem() instanceof OnProblem.MoveTo(String stage)
                            && scenario.stages().contains(deal.stage().stage())
                            && needs.problems().stream().anyMatch(Bullets::isMendedInCrm)
                    ? new StageMove.To(stage)
                    : new StageMove.Stay();
        }

        private Look solved(Look look) {
            return new Look(look.outcome(), remindResponsible.done(tenant, crm, look.work()));
        }

        /** A short wait is nobody's business; a long one is told in the deal, once. */
        private Work afterWaiting(Outcome.Later later) {
            boolean isLong = work.parking() instanceof Parking.Parked parked && parked.attempts() >= SHORT_WAITS;
            Optional<String> words = isLong ? Wording.waiting(later.why()) : Optional.empty();
            return words.map(text -> switch (report.waiting(tenant, crm, work, text)) {
                        case Reply.Got<Told>(Told told) -> told.work();
                        case Reply.Stopped<Told> _ -> unclear(work);
                    })
                    .orElse(work);
        }

        private Look told(Reply<Told> telling, Outcome either) {
            return told(telling, either, either);
        }

        private Look told(Reply<Told> telling, Outcome now, Outcome before) {
            return switch (telling) {
                case Reply.Got<Told>(Told.Before(Work told)) -> new Look(before, told);
                case Reply.Got<Told>(Told.Now(Work told)) -> new Look(now, told);
                case Reply.Stopped<Told>(Outcome outcome) -> new Look(outcome, unclear(work));
            };
        }
    }

    /** By which people speak of the deal's documents: that of the newest delivery, else the invoice's. */
    private static String numberOf(List<IssuedDocument> documents) {
        return documents.reversed().stream()
                .filter(document -> document.kind() != OneCKind.TAX_INVOICE)
                .findFirst()
                .map(document -> document.document().facts().number())
                .orElse("");
    }

    /** The entries may or may not have been written; what the table says of them since the call stays true. */
    private Work unclear(Work work) {
        return work.withNotes(works.find(work.tenant(), work.subject()).notes());
    }
}
