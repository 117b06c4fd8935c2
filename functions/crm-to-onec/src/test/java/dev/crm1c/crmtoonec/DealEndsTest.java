package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealHead;
import dev.crm1c.model.deal.DealHead.Phase;
import dev.crm1c.model.fake.FakeOneC.Effect;
import dev.crm1c.model.fake.FakeOneC.KeyPolicy;
import dev.crm1c.model.onec.DocumentSheet.State;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Outcome.Because;
import dev.crm1c.model.sync.Problem.CannotWithdraw;
import dev.crm1c.model.sync.Problem.CannotWithdraw.Barrier;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.sync.Work.Errand;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Lost and won. */
class DealEndsTest {
    private static final Outcome AWAY = new Outcome.Later(Instant.EPOCH, Delay.ONEC_UNREACHABLE);
    private static final CrmRef DEAL = World.deal(1);

    private final World world = World.ofTrade(KeyPolicy.IGNORED);

    private Outcome becomes(Deal deal) {
        world.crm.put(deal);
        return world.notice(DEAL);
    }

    @Test
    void a_lost_deals_documents_are_taken_back_once_and_its_entries_say_so() {
        becomes(World.agreed(1));

        assertThat(becomes(Delivering.ended(World.agreed(1), Phase.LOST)))
                .isEqualTo(new Outcome.Unchanged(Because.WITHDRAWN));
        assertThat(world.oneC.documents.values()).allMatch(sheet -> sheet.state() == State.MARKED_FOR_DELETION);
        assertThat(world.crm.notes.values()).hasSize(2).allMatch(note -> note.startsWith("Сделка проиграна"));
        assertThat(world.crm.shown.get(DEAL)).containsEntry(DealField.STATE, "Отменено в 1С");
        int calls = world.oneC.calls;

        world.notice(DEAL);
        assertThat(world.oneC.calls).as("the repeat").isEqualTo(calls);
        assertThat(world.crm.tellings).isEqualTo(2);
    }

    @Test
    void a_deal_that_comes_back_to_life_brings_its_documents_back() {
        becomes(World.agreed(1));
        becomes(Delivering.ended(World.agreed(1), Phase.LOST));

        assertThat(becomes(World.agreed(1))).isInstanceOf(Outcome.Applied.class);

        assertThat(world.oneC.documents).hasSize(2);
        assertThat(world.oneC.documents.values()).allMatch(sheet -> sheet.state() == State.POSTED);
        assertThat(world.crm.notes.values()).hasSize(2).noneMatch(note -> note.contains("проиграна"));
    }

    @Test
    void what_is_paid_stays_all_of_it_and_people_are_told() {
        becomes(World.agreed(1));
        var order = world.oneC.documents(OneCKind.ORDER).getFirst();
        world.oneC.paid.add(order.ref().key());

        assertThat(becomes(Delivering.ended(World.agreed(1), Phase.LOST)))
                .isEqualTo(new Outcome.NeedsPeople(new CannotWithdraw(OneCKind.ORDER, order.number(), Barrier.PAID)));
        assertThat(world.oneC.documents.values()).allMatch(sheet -> sheet.state() == State.POSTED);
    }

    @Test
    void a_lost_deal_of_which_1c_has_nothing_is_nobodys_business() {
        assertThat(becomes(Delivering.ended(World.agreed(1), Phase.LOST)))
                .isEqualTo(new Outcome.Unchanged(Because.CLOSED));
        assertThat(world.oneC.calls).isZero();
        assertThat(world.crm.notes).isEmpty();
    }

    @Test
    void a_lost_deal_whose_invoice_may_have_been_written_is_looked_for_before_it_is_let_go() {
        world.crm.put(World.agreed(1));
        for (int call = 1; world.oneC.documents(OneCKind.INVOICE).isEmpty(); call++) {
            world.links.clear();
            world.oneC.documents.clear();
            world.oneC.loseCall(
                    call,
                    new Outcome.Later(world.clock.instant().plusSeconds(120), Delay.WRITE_OUTCOME_UNKNOWN),
                    Effect.DONE);
            world.notice(DEAL);
        }
        becomes(Delivering.ended(World.agreed(1), Phase.LOST));

        world.wakeUntilSettled(DEAL);

        assertThat(world.oneC.documents.values()).allMatch(sheet -> sheet.state() == State.MARKED_FOR_DELETION);
    }

    @Test
    void a_deal_won_without_documents_is_told_so_and_not_waited_for() {
        assertThat(becomes(Delivering.ended(World.agreed(1), Phase.WON)))
                .isEqualTo(new Outcome.Unchanged(Because.CLOSED));

        assertThat(world.crm.notes.values()).singleElement().asString().contains("выиграна");
        assertThat(world.work(DEAL).parking()).isEqualTo(new Work.Parking.NotParked());
        assertThat(world.oneC.calls).isZero();
        world.notice(DEAL);
        assertThat(world.crm.tellings).isEqualTo(1);
    }

    @Test
    void a_won_deal_that_had_begun_goes_on_to_its_delivery() {
        World delivering = Delivering.world(KeyPolicy.IGNORED, OneCKind.REALIZATION);
        delivering.crm.put(World.agreed(1));
        delivering.notice(DEAL);
        Deal delivered = Delivering.delivered(World.agreed(1));
        var head = delivered.head();
        delivering.crm.put(new Deal(
                DEAL,
                new DealHead(
                        "",
                        head.stage(),
                        Phase.WON,
                        head.createdAt(),
                        head.responsible(),
                        head.seller(),
                        head.sum(),
                        head.fields()),
                delivered.buyer(),
                "RUB",
                delivered.lines()));

        assertThat(delivering.notice(DEAL)).isInstanceOf(Outcome.Applied.class);
        assertThat(delivering.oneC.documents(OneCKind.REALIZATION)).hasSize(1);
    }

    @Test
    void a_deal_that_moves_on_while_1c_is_away_gets_its_documents_nevertheless() {
        world.oneC.loseCall(1, AWAY, Effect.NONE);
        becomes(World.agreed(1));
        assertThat(world.oneC.documents).isEmpty();

        becomes(Delivering.at(World.agreed(1), "PACKING", Phase.OPEN));

        assertThat(world.oneC.documents(OneCKind.INVOICE)).hasSize(1);
        assertThat(world.work(DEAL).errand()).isEqualTo(new Errand.None());
        int calls = world.oneC.calls;
        world.notice(DEAL);
        assertThat(world.oneC.calls).as("done is done").isEqualTo(calls);
    }

    @Test
    void what_was_asked_of_people_is_still_asked_at_the_next_stage_and_done_when_it_is_mended() {
        Deal faulty = World.agreed(DEAL, new Buyer.Nobody(), World.line(1, "100", "1", "22"));
        becomes(faulty);
        assertThat(becomes(Delivering.at(faulty, "PACKING", Phase.OPEN))).isInstanceOf(Outcome.NeedsPeople.class);

        assertThat(becomes(Delivering.at(World.agreed(1), "PACKING", Phase.OPEN)))
                .isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void a_delivery_that_1c_could_not_take_is_made_although_the_deal_is_won_meanwhile() {
        World delivering = Delivering.world(KeyPolicy.IGNORED, OneCKind.REALIZATION);
        delivering.crm.put(World.agreed(1));
        delivering.notice(DEAL);
        delivering.oneC.loseCall(1, AWAY, Effect.NONE);
        delivering.crm.put(Delivering.delivered(World.agreed(1)));
        assertThat(delivering.notice(DEAL)).isInstanceOf(Outcome.Later.class);

        delivering.crm.put(Delivering.ended(World.agreed(1), Phase.WON));
        delivering.wakeUntilSettled(DEAL);

        assertThat(delivering.oneC.documents(OneCKind.REALIZATION)).hasSize(1);
    }

    @Test
    void a_lost_deal_that_is_won_after_all_has_nothing_in_1c_and_is_told_so() {
        becomes(World.agreed(1));
        becomes(Delivering.ended(World.agreed(1), Phase.LOST));

        assertThat(becomes(Delivering.ended(World.agreed(1), Phase.WON)))
                .isEqualTo(new Outcome.Unchanged(Because.CLOSED));
        assertThat(world.crm.notes.values()).anyMatch(note -> note.contains("Сделка выиграна, а в 1С её нет"));
    }

    @Test
    void the_pattern_of_a_recurring_deal_is_no_sale() {
        assertThat(becomes(Delivering.at(World.agreed(1), "EXECUTING", Phase.TEMPLATE)))
                .isEqualTo(new Outcome.Unchanged(Because.TEMPLATE));
        assertThat(world.oneC.calls).isZero();
    }

    @Test
    void what_a_lost_deal_was_asked_for_is_nobodys_business_any_more() {
        becomes(World.agreed(DEAL, new Buyer.Nobody(), World.line(1, "100", "1", "22")));
        assertThat(world.crm.notes).hasSize(1);

        becomes(Delivering.ended(World.agreed(1), Phase.LOST));

        assertThat(world.crm.notes).isEmpty();
        assertThat(world.crm.shown.get(DEAL)).containsEntry(DealField.STATE, "");
        assertThat(world.work(DEAL).parking()).isEqualTo(new Work.Parking.NotParked());
    }
}
