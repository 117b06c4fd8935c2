package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealHead;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.deal.DealSum;
import dev.crm1c.model.deal.Responsible;
import dev.crm1c.model.deal.Telling.FieldsWritten;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.FakeOneC.Effect;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.portal.PortalUser;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Work.Errand;
import dev.crm1c.model.sync.Work.Parking;
import dev.crm1c.model.sync.Work.Todo;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.Scenario.OnProblem;
import dev.crm1c.model.tenant.Tenant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people see and get to do while a deal waits for them. */
class TellingDealsTest {
    private static final CrmRef DEAL = World.deal(1);

    private static Deal of(Deal deal) {
        return with(
                deal, new Responsible.Somebody(new PortalUser("5")), deal.head().sum());
    }

    private static Deal with(Deal deal, Responsible responsible, DealSum sum) {
        DealHead head = deal.head();
        return new Deal(
                deal.ref(),
                new DealHead(
                        head.title(),
                        head.stage(),
                        head.phase(),
                        head.createdAt(),
                        responsible,
                        head.seller(),
                        sum,
                        head.fields()),
                deal.buyer(),
                deal.currency(),
                deal.lines());
    }

    private static Deal faulty() {
        return of(World.agreed(DEAL, new Buyer.Nobody(), World.line(1, "0", "1", "22")));
    }

    @Test
    void the_responsible_person_gets_one_thing_to_do_and_is_rid_of_it_when_all_is_mended() {
        var world = new World();
        world.crm.put(faulty());
        world.notice(DEAL);
        assertThat(world.crm.people.todo).hasSize(1);

        world.crm.put(of(World.agreed(DEAL, new Buyer.Nobody(), World.line(1, "100", "1", "22"))));
        world.notice(DEAL);
        assertThat(world.crm.people.reminded).as("still one").isEqualTo(1);
        assertThat(world.crm.notes).as("one message, with new words").hasSize(1);
        assertThat(world.crm.tellings).isEqualTo(2);

        world.crm.put(of(World.agreed(1)));
        world.notice(DEAL);
        assertThat(world.crm.people.todo).isEmpty();
        assertThat(world.work(DEAL).todo()).isEqualTo(new Todo.None());
        assertThat(world.crm.notes.values())
                .singleElement()
                .asString()
                .as("the message about the trouble is gone")
                .startsWith("Счёт на оплату");
    }

    @Test
    void a_message_that_nothing_takes_the_place_of_is_taken_away() {
        var world = new World();
        world.crm.put(of(World.agreed(1)));
        world.notice(DEAL);
        world.crm.put(faulty());
        world.notice(DEAL);
        assertThat(world.crm.notes)
                .as("the invoice's entry stays beside the trouble")
                .hasSize(2);
        assertThat(world.crm.shown.get(DEAL)).containsEntry(DealField.STATE, "Нужно исправить сделку");

        world.crm.put(of(World.agreed(1)));
        world.notice(DEAL);

        assertThat(world.crm.notes.values()).singleElement().asString().startsWith("Счёт на оплату");
        assertThat(world.crm.shown.get(DEAL)).containsEntry(DealField.STATE, "Выставлен");
    }

    @Test
    void fields_that_the_CRM_refuses_are_told_of_once_and_shown_when_it_takes_them() {
        var world = new World();
        world.crm.put(of(World.agreed(1)));
        world.crm.takesFields = new FieldsWritten.Refused("Поле «Источник» обязательно");

        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Applied.class);
        assertThat(world.crm.notes.values())
                .anySatisfy(note -> assertThat(note).startsWith("Счёт на оплату"))
                .anySatisfy(note -> assertThat(note).contains("Поле «Источник» обязательно", "сохраните её"))
                .hasSize(2);
        assertThat(world.work(DEAL).parking()).as("nothing to wait for").isEqualTo(new Parking.NotParked());
        int tellings = world.crm.tellings;

        world.notice(DEAL);
        assertThat(world.crm.notes).hasSize(2);
        assertThat(world.crm.tellings).as("tried again, told of once").isEqualTo(tellings + 1);

        world.crm.takesFields = new FieldsWritten.AsTold();
        world.notice(DEAL);
        assertThat(world.crm.shown.get(DEAL)).containsKey(DealField.INVOICE_NUMBER);
        assertThat(world.crm.notes.values()).singleElement().asString().startsWith("Счёт на оплату");

        tellings = world.crm.tellings;
        world.notice(DEAL);
        assertThat(world.crm.tellings).as("nothing to tell").isEqualTo(tellings);
    }

    @Test
    void the_deal_is_set_back_where_the_tenant_wants_it_and_each_time_anew() {
        Tenant tenant = DemoTenant.of("fake", Unknown.DESCRIBE, World.ACCOUNTING);
        Scenario scenario = tenant.scenarios().getFirst();
        World world = World.of(new Tenant(
                tenant.id(),
                tenant.crm(),
                tenant.onec(),
                List.of(new Scenario("0", Set.of("EXECUTING"), scenario.aim(), new OnProblem.MoveTo("PREPARATION"))),
                tenant.terms(),
                tenant.lanes()));
        world.crm.put(faulty());

        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.NeedsPeople.class);
        assertThat(world.crm.moved).containsEntry(DEAL, "PREPARATION");

        world.crm.moved.clear();
        world.notice(DEAL);
        assertThat(world.crm.moved).as("somebody pushed it forward again").containsEntry(DEAL, "PREPARATION");
        assertThat(world.crm.notes.values()).singleElement().asString().contains("переведите её вперёд снова");
        assertThat(world.work(DEAL).errand()).as("it begins anew").isEqualTo(new Errand.None());

        world.crm.moved.clear();
        world.crm.put(of(World.agreed(1)));
        world.oneC.loseCall(1, new Outcome.NeedsPeople(new Problem.PeriodClosed("Период закрыт")), Effect.NONE);
        world.notice(DEAL);
        assertThat(world.crm.moved).as("nothing to be mended in the deal").isEmpty();
    }

    private static Deal sayingOfItself(String sum, DealLine... lines) {
        Deal deal = of(World.agreed(DEAL, World.buyer(), lines));
        return with(deal, deal.head().responsible(), new DealSum.Said(new BigDecimal(sum)));
    }

    @Test
    void that_the_deal_and_its_rows_have_different_sums_is_said_as_long_as_they_do() {
        String remark = DocumentWording.remark(new Remark(Remark.Kind.DEAL_SUM_DIFFERS));
        var world = new World();
        DealLine row = World.line(1, "120000", "1", "22");
        world.crm.put(sayingOfItself("120000", row));
        world.notice(DEAL);
        int calls = world.oneC.calls;

        world.crm.put(sayingOfItself("100000", row));
        world.notice(DEAL);
        assertThat(world.crm.notes.values()).singleElement().asString().contains(remark);
        int tellings = world.crm.tellings;
        world.notice(DEAL);
        assertThat(world.crm.tellings).as("once").isEqualTo(tellings);

        world.crm.put(sayingOfItself("120000", row));
        world.notice(DEAL);
        assertThat(world.crm.notes.values()).singleElement().asString().doesNotContain(remark);
        assertThat(world.oneC.calls).as("1C has nothing to do with it").isEqualTo(calls);
    }

    @Test
    void a_remark_of_the_deal_that_a_former_release_stored_goes_when_it_is_mended() {
        var world = new World();
        DealLine row = World.line(1, "120000", "1", "22");
        world.crm.put(sayingOfItself("120000", row));
        world.notice(DEAL);
        LinkKey key = LinkKey.ofDocument(OneCKind.INVOICE, DEAL);
        var verified = (Link.Verified) world.links.find(DemoTenant.ID, key);
        world.links.put(
                DemoTenant.ID,
                key,
                new Link.Verified(
                        verified.ref(),
                        verified.asked(),
                        verified.found(),
                        verified.facts(),
                        List.of(
                                new Remark(Remark.Kind.DEAL_SUM_DIFFERS),
                                new Remark(Remark.Kind.LINES_DESCRIBED, List.of(1)))));

        world.notice(DEAL);

        assertThat(world.crm.notes.values())
                .singleElement()
                .asString()
                .contains(DocumentWording.remark(new Remark(Remark.Kind.LINES_DESCRIBED, List.of(1))))
                .doesNotContain(DocumentWording.remark(new Remark(Remark.Kind.DEAL_SUM_DIFFERS)));
    }

    @Test
    void remarks_have_one_order_whenever_they_are_told() {
        var sums = new Remark(Remark.Kind.DEAL_SUM_DIFFERS);
        var described = new Remark(Remark.Kind.LINES_DESCRIBED, List.of(1));
        var ref = new OneCRef(OneCKind.INVOICE, new UUID(1, 2));
        var facts = new DocumentFacts("1", LocalDateTime.of(2026, 11, 21, 10, 0), new Money(100));
        Fingerprint any = Fingerprint.of("any");

        assertThat(new Link.Verified(ref, any, any, facts, List.of(described, sums)))
                .isEqualTo(new Link.Verified(ref, any, any, facts, List.of(sums, described)));
    }

    private static Outcome lost(World world) {
        return new Outcome.Later(world.clock.instant().plusSeconds(60), Delay.CRM_UNREACHABLE);
    }

    @Test
    void a_thing_to_do_whose_id_was_lost_is_not_given_twice_and_is_ticked_off() {
        var world = new World();
        world.crm.people.nextReminderIsLost(lost(world));
        world.crm.put(faulty());
        world.notice(DEAL);
        world.clock.advance(Duration.ofHours(3));

        world.notice(DEAL);
        assertThat(world.crm.people.todo).hasSize(1);
        assertThat(world.work(DEAL).todo()).isInstanceOf(Todo.Open.class);

        world.crm.put(of(World.agreed(1)));
        world.notice(DEAL);
        assertThat(world.crm.people.todo).isEmpty();
    }

    @Test
    void a_thing_to_do_whose_id_was_lost_is_ticked_off_when_the_deal_is_mended_at_once() {
        var world = new World();
        world.crm.people.nextReminderIsLost(lost(world));
        world.crm.put(faulty());
        world.notice(DEAL);

        world.crm.put(of(World.agreed(1)));
        world.notice(DEAL);

        assertThat(world.crm.people.todo).isEmpty();
        assertThat(world.work(DEAL).todo()).isEqualTo(new Todo.None());
    }

    @Test
    void a_message_whose_id_was_lost_goes_when_the_deal_is_mended() {
        var world = new World();
        world.crm.nextTellingIsLost(lost(world));
        world.crm.put(faulty());
        world.notice(DEAL);
        assertThat(world.crm.notes).hasSize(1);

        world.crm.put(of(World.agreed(1)));
        world.notice(DEAL);

        assertThat(world.crm.notes.values()).singleElement().asString().startsWith("Счёт на оплату");
    }

    @Test
    void a_message_whose_id_was_lost_gets_the_new_words() {
        var world = new World();
        world.crm.nextTellingIsLost(lost(world));
        world.crm.put(faulty());
        world.notice(DEAL);

        world.crm.put(of(World.agreed(DEAL, new Buyer.Nobody(), World.line(1, "100", "1", "22"))));
        world.notice(DEAL);

        assertThat(world.crm.notes).hasSize(1);
    }
}
