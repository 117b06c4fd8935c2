package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealHead;
import dev.crm1c.model.deal.RobotAnswer;
import dev.crm1c.model.deal.RobotAnswer.State;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.portal.OurAddress;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Outcome.Because;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Work.Parking;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The second trigger: a robot's "send to 1C", or the button in the deal. */
class PeopleAskForDealTest {
    private static final CrmRef DEAL = World.deal(1);

    private final World world = new World();

    private static Deal atStage(String pipeline, String stage) {
        Deal agreed = World.agreed(1);
        return new Deal(
                DEAL, DealHead.at(new StageRef(pipeline, stage)), agreed.buyer(), agreed.currency(), agreed.lines());
    }

    @Test
    void a_deal_that_was_asked_for_goes_to_1C_at_any_stage_and_stays_in_step() {
        world.crm.put(atStage("0", "NEW"));
        assertThat(world.notice(DEAL)).isEqualTo(new Outcome.Unchanged(Because.NO_SCENARIO));

        assertThat(world.asked(DEAL)).isEqualTo(new Outcome.Applied("00БП-000001"));

        Deal dearer = World.agreed(DEAL, World.buyer(), World.line(1, "5000", "3", "22"));
        world.crm.put(new Deal(
                DEAL, DealHead.at(new StageRef("0", "NEW")), dearer.buyer(), dearer.currency(), dearer.lines()));
        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Applied.class);
        assertThat(world.oneC.documents).hasSize(1);
    }

    @Test
    void a_pipeline_without_a_scenario_is_said_in_the_deal() {
        world.crm.put(atStage("7", "C7:NEW"));

        assertThat(world.asked(DEAL)).isEqualTo(new Outcome.NeedsPeople(new Problem.NoScenarioForPipeline("7")));
        assertThat(world.crm.notes.values())
                .singleElement()
                .asString()
                .contains("Для этой воронки обмен с 1С не настроен");
        assertThat(world.oneC.documents).isEmpty();
    }

    @Test
    void a_look_that_knew_nothing_of_the_asking_does_not_settle_it() {
        world.crm.put(atStage("0", "NEW"));
        Instant askedAt = world.clock.instant();
        world.clock.advance(Duration.ofSeconds(10));
        world.notice(DEAL);

        var asked = new ChangeNotice(DemoTenant.ID, DEAL, askedAt, Cause.ASKED);
        assertThat(world.handleNotice.handle(asked)).isInstanceOf(Outcome.Applied.class);
        assertThat(world.handleNotice.handle(asked)).isEqualTo(new Outcome.Unchanged(Because.ALREADY_SEEN));
    }

    @Test
    void an_asking_for_which_there_was_no_time_is_remembered() {
        world.crm.put(atStage("0", "NEW"));

        world.handleNotice.postpone(new ChangeNotice(DemoTenant.ID, DEAL, world.clock.instant(), Cause.ASKED));

        assertThat(world.wakeUntilSettled(DEAL)).containsExactly(new Outcome.Applied("00БП-000001"));
    }

    @Test
    void a_robot_is_let_go_with_the_documents_number() {
        world.crm.put(atStage("0", "NEW"));
        world.robots.keep(DemoTenant.ID, DEAL, "token");

        world.asked(DEAL);

        assertThat(world.crm.robotAnswers)
                .containsEntry("token", new RobotAnswer(State.DONE, "00БП-000001", "Передано в 1С: № 00БП-000001"));
        assertThat(world.robots.unanswered(DemoTenant.ID, DEAL)).isEmpty();
    }

    @Test
    void a_robot_is_let_go_when_people_have_to_act() {
        world.crm.put(World.agreed(DEAL, new Buyer.Nobody(), World.line(1, "1", "1", "22")));
        world.robots.keep(DemoTenant.ID, DEAL, "token");

        assertThat(world.asked(DEAL)).isInstanceOf(Outcome.NeedsPeople.class);

        assertThat(world.crm.robotAnswers.get("token").state()).isEqualTo(State.NEEDS_PEOPLE);
    }

    @Test
    void a_robot_stands_still_while_1C_does_not_answer() {
        world.crm.put(atStage("0", "NEW"));
        world.crm.nextReadStops(new Outcome.Later(world.clock.instant().plusSeconds(60), Delay.CRM_UNREACHABLE));
        world.robots.keep(DemoTenant.ID, DEAL, "token");

        world.asked(DEAL);
        assertThat(world.crm.robotAnswers).isEmpty();

        world.wakeUntilSettled(DEAL);
        assertThat(world.crm.robotAnswers.get("token").state()).isEqualTo(State.DONE);
    }

    @Test
    void a_robot_that_could_not_be_answered_is_answered_at_the_next_look() {
        world.crm.put(atStage("0", "NEW"));
        world.robots.keep(DemoTenant.ID, DEAL, "token");
        world.crm.nextRobotAnswerStops(new Outcome.Later(world.clock.instant().plusSeconds(60), Delay.CRM_UNREACHABLE));

        assertThat(world.asked(DEAL)).isInstanceOf(Outcome.Later.class);
        assertThat(world.work(DEAL).parking()).isInstanceOf(Parking.Parked.class);

        assertThat(world.wakeUntilSettled(DEAL)).containsExactly(new Outcome.Unchanged(Because.SAME_AS_WRITTEN));
        assertThat(world.crm.robotAnswers).containsKey("token");
        assertThat(world.oneC.documents).hasSize(1);
    }

    @Test
    void objects_that_no_flow_follows_are_let_be() {
        assertThat(world.notice(new CrmRef(CrmKind.PRODUCT, "5")))
                .isEqualTo(new Outcome.Unchanged(Because.NOT_FOLLOWED));
    }

    @Test
    void an_application_that_was_installed_is_bound_and_a_portal_that_does_not_answer_is_asked_again() {
        var application = new CrmRef(CrmKind.APPLICATION, "0");
        assertThat(world.notice(application)).isInstanceOf(Outcome.Refused.class);
        var ours = URI.create("https://api.example/crm/bitrix24/demo");
        world.portals.reachesUsAt(DemoTenant.ID, new OurAddress.Known(ours));
        world.setUp.nextStops(new Outcome.Later(world.clock.instant().plusSeconds(60), Delay.CRM_UNREACHABLE));

        assertThat(world.notice(application)).isInstanceOf(Outcome.Later.class);
        assertThat(world.wakeUntilSettled(application)).containsExactly(new Outcome.Unchanged(Because.BOUND));
        assertThat(world.setUp.bound).containsExactly(ours);
    }
}
