package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealHead;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.FakeOneC;
import dev.crm1c.model.fake.FakeOneC.Effect;
import dev.crm1c.model.fake.FakeOneC.KeyPolicy;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.DocumentSheet.State;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.party.Reach;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Outcome.Because;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The whole story of a deal, through ports. */
class DealBecomesInvoiceTest {
    private static final CrmRef DEAL = World.deal(1);

    @Test
    void an_agreed_deal_becomes_a_posted_invoice_and_learns_its_number() {
        var world = new World();
        world.crm.put(World.agreed(1));

        Outcome outcome = world.notice(DEAL);

        assertThat(outcome).isEqualTo(new Outcome.Applied("00БП-000001"));
        DocumentSheet invoice = world.oneC.documents.values().iterator().next();
        assertThat(invoice.state()).isEqualTo(State.POSTED);
        assertThat(invoice.total()).isEqualTo(new Money(599_997 + 67_575 + 10_000));
        assertThat(invoice.lines().getFirst().vat()).isEqualTo(new Money(108_196));
        assertThat(world.oneC.counterparties).hasSize(1);
        assertThat(world.oneC.contracts).hasSize(1);
        assertThat(world.crm.shown.get(DEAL).get(DealField.INVOICE_NUMBER)).isEqualTo("00БП-000001");
        assertThat(world.crm.notes.values())
                .singleElement()
                .asString()
                .contains("00БП-000001", "21.11.2026", "6\u00A0775,72", "https://1c.example/#")
                .contains("записаны текстом: 1, 2, 3");
    }

    @Test
    void the_same_notice_again_costs_one_read_and_changes_nothing() {
        var world = new World();
        world.crm.put(World.agreed(1));
        world.notice(DEAL);
        int oneCCalls = world.oneC.calls;

        Outcome again = world.notice(DEAL);

        assertThat(again).isEqualTo(new Outcome.Unchanged(Because.SAME_AS_WRITTEN));
        assertThat(world.oneC.calls).isEqualTo(oneCCalls);
        assertThat(world.crm.reads).isEqualTo(2);
        assertThat(world.crm.tellings).isEqualTo(1);
    }

    @Test
    void a_second_deal_of_a_known_buyer_takes_two_calls_to_1c_when_its_items_are_linked() {
        var world = new World();
        world.oneC.item("Товар 1");
        world.oneC.item("Товар 2");
        world.oneC.item("Товар 3");
        world.crm.put(World.agreed(1));
        world.crm.put(World.agreed(2));
        world.notice(DEAL);
        int before = world.oneC.calls;

        world.notice(World.deal(2));

        assertThat(world.oneC.calls - before).as("create, post and read back").isEqualTo(2);
        assertThat(world.oneC.counterparties).hasSize(1);
        assertThat(world.oneC.contracts).hasSize(1);
    }

    @Test
    void notices_that_were_received_before_a_look_began_are_not_looked_at_again() {
        var world = new World();
        world.crm.put(World.agreed(1));
        var early = world.clock.instant();
        world.clock.advance(Duration.ofMinutes(1));
        world.notice(DEAL);

        Outcome late =
                world.handleNotice.handle(new ChangeNotice(DemoTenant.ID, DEAL, early, ChangeNotice.Cause.WEBHOOK));

        assertThat(late).isEqualTo(new Outcome.Unchanged(Because.ALREADY_SEEN));
        assertThat(world.crm.reads).isEqualTo(1);
    }

    @Test
    void a_deal_at_another_stage_and_a_deleted_deal_do_nothing() {
        var world = new World();
        Deal deal = World.agreed(1);
        world.crm.put(new Deal(DEAL, DealHead.at(new StageRef("0", "NEW")), deal.buyer(), "RUB", deal.lines()));

        assertThat(world.notice(DEAL)).isEqualTo(new Outcome.Unchanged(Because.NO_SCENARIO));
        assertThat(world.notice(World.deal(404))).isEqualTo(new Outcome.Unchanged(Because.GONE));
        assertThat(world.oneC.calls).isZero();
    }

    @Test
    void what_people_must_mend_is_said_once_and_goes_through_by_itself_after_the_mending() {
        var world = new World();
        var lacking = new Buyer.CompanyWithRequisites(
                World.COMPANY, "", "", "", "ООО Ветер", "", new Reach(List.of(), List.of()), List.of());
        world.crm.put(World.agreed(DEAL, lacking, World.line(1, "0", "1", "22")));

        Outcome first = world.notice(DEAL);
        world.notice(DEAL);

        assertThat(first)
                .isInstanceOfSatisfying(
                        Outcome.NeedsPeople.class,
                        needs -> assertThat(needs.problems())
                                .extracting(Problem::code)
                                .containsExactly("InnMissing", "NoPrice"));
        assertThat(world.crm.tellings).isEqualTo(1);
        assertThat(world.crm.notes.values())
                .singleElement()
                .asString()
                .contains("Укажите ИНН в реквизитах компании.")
                .contains("Строка 1 («Товар 1»): укажите цену.");
        assertThat(world.oneC.calls).isZero();

        world.crm.put(World.agreed(1));
        CrmRef requisite = new CrmRef(CrmKind.REQUISITE, "5");
        world.crm.owners.put(requisite, World.COMPANY);
        assertThat(world.notice(requisite)).isEqualTo(new Outcome.Unchanged(Because.WOKE_OTHERS));
        assertThat(world.queue.sent)
                .singleElement()
                .satisfies(notice -> assertThat(notice.subject()).isEqualTo(DEAL));

        assertThat(world.wake(DEAL)).isInstanceOf(Outcome.Applied.class);
        assertThat(world.crm.notes).as("the same note, with new words").hasSize(1);
        assertThat(world.crm.notes.values()).singleElement().asString().contains("выставлен в 1С");
        assertThat(world.work(DEAL).parking()).isEqualTo(new Work.Parking.NotParked());
    }

    @Test
    void a_requisite_that_nobody_waits_for_costs_no_call() {
        var world = new World();
        assertThat(world.notice(new CrmRef(CrmKind.REQUISITE, "5")))
                .isEqualTo(new Outcome.Unchanged(Because.NOBODY_WAITS));
    }

    @Test
    void a_base_that_is_away_parks_the_deal_and_nobody_is_bothered() {
        var world = new World();
        world.crm.put(World.agreed(1));
        var until = world.clock.instant().plusSeconds(65);
        world.oneC.loseCall(1, new Outcome.Later(until, Delay.ONEC_UNREACHABLE), Effect.NONE);

        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Later.class);
        assertThat(world.crm.notes).isEmpty();
        assertThat(world.work(DEAL).parking())
                .isEqualTo(new Work.Parking.Parked(until, "ONEC_UNREACHABLE", 1, Set.of()));
        assertThat(world.wakeUntilSettled(DEAL)).singleElement().isInstanceOf(Outcome.Applied.class);
    }

    @Test
    void a_base_that_is_away_for_long_is_told_of_once_and_the_words_go_when_it_is_back() {
        var world = new World();
        world.crm.put(World.agreed(1));
        for (int look = 0; look < 6; look++) {
            world.oneC.loseCall(1, new Outcome.Later(world.clock.instant(), Delay.ONEC_MAINTENANCE), Effect.NONE);
            world.notice(DEAL);
            assertThat(world.crm.notes).hasSize(look < 3 ? 0 : 1);
        }
        assertThat(world.crm.tellings).isEqualTo(1);
        assertThat(world.crm.notes.values()).singleElement().asString().startsWith("В 1С идут технические работы");

        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Applied.class);
        assertThat(world.crm.notes.values()).singleElement().asString().startsWith("Счёт на оплату");
    }

    @Test
    void a_wake_up_that_a_notice_has_overtaken_is_let_go() {
        var world = new World();
        world.crm.put(World.agreed(1));
        world.notice(DEAL);

        assertThat(world.wake(DEAL)).isEqualTo(new Outcome.Unchanged(Because.ALREADY_SEEN));
    }

    @Test
    void what_1c_wrote_otherwise_is_never_posted_and_goes_to_people() {
        var world = new World();
        world.crm.put(World.agreed(1));
        world.oneC.spoil(sheet -> FakeOneC.withTotal(sheet, sheet.total().plus(new Money(1))));

        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.NeedsPeople.class);
        assertThat(world.oneC.documents.values())
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.state()).isEqualTo(State.UNPOSTED));
        assertThat(world.crm.notes.values())
                .singleElement()
                .asString()
                .contains("в сделке 6\u00A0775,72, в 1С 6\u00A0775,73");
    }

    @Test
    void an_invoice_that_is_read_back_unposted_is_not_done_whatever_was_answered_to_its_posting() {
        var world = new World();
        world.crm.put(World.agreed(1));
        world.oneC.spoil(sheet -> FakeOneC.withState(sheet, State.UNPOSTED));

        assertThat(world.notice(DEAL))
                .isInstanceOfSatisfying(
                        Outcome.Later.class, later -> assertThat(later.why()).isEqualTo(Delay.WRITE_OUTCOME_UNKNOWN));
        assertThat(world.links.find(DemoTenant.ID, LinkKey.ofDocument(OneCKind.INVOICE, DEAL)))
                .isInstanceOf(Link.Written.class);
        assertThat(world.crm.shown).isEmpty();
        assertThat(world.crm.notes).isEmpty();

        world.oneC.spoil(UnaryOperator.identity());
        assertThat(world.wakeUntilSettled(DEAL)).last().isInstanceOf(Outcome.Applied.class);
        assertThat(world.oneC.documents.values())
                .singleElement()
                .satisfies(sheet -> assertThat(sheet.state()).isEqualTo(State.POSTED));
    }

    @Test
    void an_invoice_that_somebody_marks_while_it_is_posted_goes_to_people() {
        var world = new World();
        world.crm.put(World.agreed(1));
        world.oneC.spoil(sheet -> FakeOneC.withState(sheet, State.MARKED_FOR_DELETION));

        assertThat(world.notice(DEAL))
                .isEqualTo(new Outcome.NeedsPeople(
                        new Problem.DocumentMarkedForDeletion(OneCKind.INVOICE, "00БП-000001")));
    }

    @Test
    void a_changed_deal_changes_its_invoice_while_nobody_has_paid_or_touched_it() {
        var world = new World(KeyPolicy.HONOURED, Unknown.DESCRIBE);
        world.crm.put(World.agreed(1));
        world.notice(DEAL);

        world.crm.put(World.agreed(DEAL, World.buyer(), World.line(1, "2000", "3", "22")));

        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Applied.class);
        assertThat(world.oneC.documents.values()).singleElement().satisfies(sheet -> {
            assertThat(sheet.total()).isEqualTo(new Money(600_000));
            assertThat(sheet.state()).isEqualTo(State.POSTED);
            assertThat(sheet.number()).isEqualTo("00БП-000001");
        });
    }

    @Test
    void an_invoice_that_is_paid_or_shipped_or_edited_or_marked_is_left_alone_and_people_are_told() {
        for (String fate : List.of("paid", "shipped", "edited", "marked")) {
            var world = new World();
            world.crm.put(World.agreed(1));
            world.notice(DEAL);
            DocumentSheet issued = world.oneC.documents.values().iterator().next();
            switch (fate) {
                case "paid" -> world.oneC.paid.add(issued.ref().key());
                case "shipped" -> world.oneC.shipped.add(issued.ref().key());
                case "edited" -> world.oneC.putDocument(FakeOneC.withTotal(issued, new Money(1)));
                default -> world.oneC.putDocument(FakeOneC.withState(issued, State.MARKED_FOR_DELETION));
            }
            DocumentSheet asLeft = world.oneC.documents.get(issued.ref().key());
            world.crm.put(World.agreed(DEAL, World.buyer(), World.line(1, "2000", "3", "22")));

            assertThat(world.notice(DEAL)).as(fate).isInstanceOf(Outcome.NeedsPeople.class);
            assertThat(world.oneC.documents.get(issued.ref().key())).as(fate).isEqualTo(asLeft);
        }
    }

    @Test
    void an_invoice_that_was_deleted_for_good_is_made_anew_when_the_deal_changes() {
        var world = new World();
        world.crm.put(World.agreed(1));
        world.notice(DEAL);
        world.oneC.documents.clear();
        world.crm.put(World.agreed(DEAL, World.buyer(), World.line(1, "2000", "3", "22")));

        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Applied.class);
        assertThat(world.oneC.documents).hasSize(1);
    }

    @Test
    void unknown_items_go_to_people_where_the_tenant_wants_it_so() {
        var world = new World(KeyPolicy.IGNORED, Unknown.ASK_PEOPLE);
        world.crm.put(World.agreed(1));
        world.oneC.item("Товар 1");

        assertThat(world.notice(DEAL))
                .isInstanceOfSatisfying(
                        Outcome.NeedsPeople.class,
                        needs -> assertThat(needs.problems())
                                .containsExactly(
                                        new Problem.ItemNotFound(2, "Товар 2"),
                                        new Problem.ItemNotFound(3, "Товар 3")));
        assertThat(world.oneC.documents).isEmpty();
    }

    @Test
    void a_note_whose_answer_was_lost_is_not_written_twice() {
        var world = new World();
        world.crm.put(World.agreed(1));
        world.crm.nextTellingIsLost(new Outcome.Later(world.clock.instant().plusSeconds(60), Delay.CRM_UNREACHABLE));

        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Later.class);
        assertThat(world.wakeUntilSettled(DEAL)).last().isInstanceOf(Outcome.Applied.class);
        assertThat(world.crm.notes).hasSize(1);
        assertThat(world.oneC.documents).hasSize(1);
    }

    @Test
    void an_unknown_tenant_is_refused() {
        var world = new World();
        var stranger =
                new ChangeNotice(new TenantId("stranger"), DEAL, world.clock.instant(), ChangeNotice.Cause.WEBHOOK);

        assertThat(world.handleNotice.handle(stranger)).isInstanceOf(Outcome.Refused.class);
    }
}
