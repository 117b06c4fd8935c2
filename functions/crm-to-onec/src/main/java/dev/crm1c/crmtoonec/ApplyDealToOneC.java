package dev.crm1c.crmtoonec;

import dev.crm1c.crmtoonec.TellDeal.Told;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealReading;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.port.Works;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Outcome.Because;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.sync.Work.Asking;
import dev.crm1c.model.sync.Work.LastLook;
import dev.crm1c.model.sync.Work.Parking;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private final OneC oneC;
    private final Works works;
    private final IssueInvoice issueInvoice;
    private final TellDeal tellDeal;
    private final AnswerRobots answerRobots;
    private final Clock clock;

    ApplyDealToOneC(
            OneC oneC,
            Works works,
            IssueInvoice issueInvoice,
            TellDeal tellDeal,
            AnswerRobots answerRobots,
            Clock clock) {
        this.oneC = oneC;
        this.works = works;
        this.issueInvoice = issueInvoice;
        this.tellDeal = tellDeal;
        this.answerRobots = answerRobots;
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
                tenant.scenarioAt(deal.stage())
                        .map(scenario -> issueAndTell(tenant, scenario, crm, work, deal))
                        .orElseGet(() -> beyondTheStages(tenant, crm, work, deal));
        };
    }

    /** The deal's stage asks for nothing; people may have. */
    private Look beyondTheStages(Tenant tenant, Crm crm, Work work, Deal deal) {
        return switch (work.asking()) {
            case NOBODY -> new Look(new Outcome.Unchanged(Because.NO_SCENARIO), work);
            case PEOPLE ->
                tenant.scenarioOf(deal.stage().pipeline())
                        .map(scenario -> issueAndTell(tenant, scenario, crm, work, deal))
                        .orElseGet(() -> askPeople(
                                tenant,
                                crm,
                                work,
                                new Outcome.NeedsPeople(new Problem.NoScenarioForPipeline(
                                        deal.stage().pipeline()))));
        };
    }

    private Look issueAndTell(Tenant tenant, Scenario scenario, Crm crm, Work work, Deal deal) {
        Reply<Issued> issued = CheckDeal.check(deal).then(request -> issueInvoice.issue(tenant, scenario, request));
        return switch (issued) {
            case Reply.Got<Issued>(Issued done) -> {
                var telling =
                        Wording.invoice(done, oneC.linkTo(tenant, done.invoice().ref()));
                yield told(tellDeal.tell(tenant, crm, work, telling), work, done.invoice());
            }
            case Reply.Stopped<Issued>(Outcome.NeedsPeople needs) -> askPeople(tenant, crm, work, needs);
            case Reply.Stopped<Issued>(Outcome.Later later) -> new Look(later, afterWaiting(tenant, crm, work, later));
            case Reply.Stopped<Issued>(Outcome outcome) -> new Look(outcome, work);
        };
    }

    private Look askPeople(Tenant tenant, Crm crm, Work work, Outcome.NeedsPeople needs) {
        return switch (tellDeal.tell(tenant, crm, work, Wording.problems(needs.problems()))) {
            case Reply.Got<Told>(Told told) -> new Look(needs, told.work());
            case Reply.Stopped<Told>(Outcome outcome) -> new Look(outcome, unclear(work));
        };
    }

    /** A short wait is nobody's business; a long one is told in the deal, once. */
    private Work afterWaiting(Tenant tenant, Crm crm, Work work, Outcome.Later later) {
        boolean isLong = work.parking() instanceof Parking.Parked parked && parked.attempts() >= SHORT_WAITS;
        Optional<Telling> telling = isLong ? Wording.waiting(later.why()) : Optional.empty();
        return telling.map(words -> switch (tellDeal.tell(tenant, crm, work, words)) {
                    case Reply.Got<Told>(Told told) -> told.work();
                    case Reply.Stopped<Told> _ -> unclear(work);
                })
                .orElse(work);
    }

    private Look told(Reply<Told> telling, Work work, Link.Verified invoice) {
        return switch (telling) {
            case Reply.Got<Told>(Told.Before(Work told)) ->
                new Look(new Outcome.Unchanged(Because.SAME_AS_WRITTEN), told);
            case Reply.Got<Told>(Told.Now(Work told)) ->
                new Look(new Outcome.Applied(invoice.facts().number()), told);
            case Reply.Stopped<Told>(Outcome outcome) -> new Look(outcome, unclear(work));
        };
    }

    /** The note may or may not have been written; what the table says of it since the call stays true. */
    private Work unclear(Work work) {
        return work.with(works.find(work.tenant(), work.subject()).note());
    }
}
