package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.FakeOneC.KeyPolicy;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.DocumentSheet.State;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Outcome.Because;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The second stage: what was agreed is handed over, at once or in portions. */
class DealIsDeliveredTest {
    private static final CrmRef DEAL = World.deal(1);

    private static Money totalOf(List<DocumentSheet> sheets) {
        return sheets.stream().map(DocumentSheet::total).reduce(Money.ZERO, Money::plus);
    }

    @Test
    void goods_go_into_a_realization_services_into_an_act_and_each_gets_a_tax_invoice() {
        World world = Delivering.world(KeyPolicy.IGNORED, OneCKind.REALIZATION, OneCKind.ACT, OneCKind.TAX_INVOICE);
        world.crm.put(World.agreed(1));
        world.notice(DEAL);
        world.crm.put(Delivering.delivered(World.agreed(1)));

        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Applied.class);

        Money agreed = totalOf(world.oneC.documents(OneCKind.ORDER));
        assertThat(world.oneC.documents(OneCKind.REALIZATION).getFirst().lines())
                .hasSize(2);
        assertThat(world.oneC.documents(OneCKind.ACT).getFirst().lines()).hasSize(1);
        assertThat(totalOf(world.oneC.documents(OneCKind.REALIZATION))
                        .plus(totalOf(world.oneC.documents(OneCKind.ACT))))
                .isEqualTo(agreed);
        assertThat(totalOf(world.oneC.documents(OneCKind.TAX_INVOICE))).isEqualTo(agreed);
        assertThat(world.oneC.documents.values()).allMatch(sheet -> sheet.state() == State.POSTED);
        assertThat(world.crm.notes)
                .as("order, invoice, realization, act, two tax invoices")
                .hasSize(6);
        assertThat(world.crm.shown.get(DEAL))
                .containsEntry(DealField.STATE, "Отгружено")
                .containsKeys(DealField.SHIPMENT_NUMBER, DealField.TAX_INVOICE_NUMBER, DealField.INVOICE_NUMBER);
    }

    @Test
    void a_deal_that_comes_straight_to_delivery_gets_what_should_have_been_agreed_first() {
        World world = Delivering.accounting(OneCKind.REALIZATION);
        world.crm.put(Delivering.delivered(World.agreed(1)));

        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Applied.class);

        assertThat(world.oneC.documents(OneCKind.INVOICE)).hasSize(1);
        DocumentSheet realization = world.oneC.documents(OneCKind.REALIZATION).getFirst();
        DocumentDraft draft = world.oneC.drafts.get(realization.ref().key());
        assertThat(draft.parties().ref(OneCKind.INVOICE))
                .contains(world.oneC.documents(OneCKind.INVOICE).getFirst().ref());
    }

    @Test
    void portions_become_documents_of_their_own_and_come_to_the_sum_of_the_order() {
        World world = Delivering.world(KeyPolicy.IGNORED, OneCKind.REALIZATION, OneCKind.TAX_INVOICE);
        world.crm.put(Delivering.delivered(World.agreed(1), "1=1; 2=0,5"));
        world.notice(DEAL);
        assertThat(world.oneC.documents(OneCKind.REALIZATION))
                .singleElement()
                .satisfies(first -> assertThat(first.lines()).hasSize(2));

        world.crm.put(Delivering.delivered(World.agreed(1), "1: 2; 2=0.5"));
        world.notice(DEAL);
        world.crm.put(Delivering.delivered(World.agreed(1)));
        world.notice(DEAL);

        assertThat(world.oneC.documents(OneCKind.REALIZATION)).hasSize(3);
        assertThat(totalOf(world.oneC.documents(OneCKind.REALIZATION)))
                .isEqualTo(totalOf(world.oneC.documents(OneCKind.ORDER)));
        assertThat(world.oneC.documents(OneCKind.TAX_INVOICE)).hasSize(3);
        assertThat(world.oneC.drafts.values().stream()
                        .filter(draft -> draft.kind() == OneCKind.REALIZATION)
                        .map(DocumentDraft::marker))
                .as("each is found again by a mark of its own")
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void what_was_delivered_costs_1c_nothing_when_nothing_has_changed() {
        World world = Delivering.world(KeyPolicy.IGNORED, OneCKind.REALIZATION, OneCKind.ACT, OneCKind.TAX_INVOICE);
        world.crm.put(Delivering.delivered(World.agreed(1), "1=1"));
        world.notice(DEAL);
        int calls = world.oneC.calls;

        assertThat(world.notice(DEAL)).isEqualTo(new Outcome.Unchanged(Because.SAME_AS_WRITTEN));

        assertThat(world.oneC.calls).isEqualTo(calls);
        assertThat(world.crm.tellings).isEqualTo(1);
    }

    @Test
    void a_shipped_deal_that_goes_back_to_its_agreement_stays_shipped() {
        World world = Delivering.world(KeyPolicy.IGNORED, OneCKind.REALIZATION);
        world.crm.put(Delivering.delivered(World.agreed(1)));
        world.notice(DEAL);

        world.crm.put(World.agreed(1));
        world.notice(DEAL);

        assertThat(world.crm.shown.get(DEAL)).containsEntry(DealField.STATE, "Отгружено");
    }

    @Test
    void what_was_handed_over_is_never_rewritten_and_people_are_told_what_differs() {
        World world = Delivering.accounting(OneCKind.REALIZATION);
        Deal sold = World.agreed(DEAL, World.buyer(), World.line(1, "100", "2", "22"));
        world.crm.put(Delivering.delivered(sold));
        world.notice(DEAL);
        Map<?, ?> before = Map.copyOf(world.oneC.documents);

        world.crm.put(Delivering.delivered(World.agreed(DEAL, World.buyer(), World.line(1, "90", "2", "22"))));

        assertThat(world.notice(DEAL))
                .isInstanceOfSatisfying(
                        Outcome.NeedsPeople.class,
                        needs -> assertThat(needs.problems())
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        Problem.DocumentShipped.class,
                                        shipped -> assertThat(shipped.differences())
                                                .isNotEmpty()));
        assertThat(world.oneC.documents).isEqualTo(before);
    }

    @Test
    void less_than_before_more_than_sold_and_nonsense_go_to_people_and_nothing_is_written() {
        World world = Delivering.world(KeyPolicy.IGNORED, OneCKind.REALIZATION);
        world.crm.put(Delivering.delivered(World.agreed(1), "1=2"));
        world.notice(DEAL);

        for (String said : List.of("1=1", "1=4", "9=1", "1=2; 1=3", "первая строка", "1=2; 2=-1", "1=99999999999999")) {
            world.crm.put(Delivering.delivered(World.agreed(1), said));
            assertThat(world.notice(DEAL)).as(said).isInstanceOf(Outcome.NeedsPeople.class);
        }
        assertThat(world.oneC.documents(OneCKind.REALIZATION)).hasSize(1);
    }

    @Test
    void items_are_asked_for_before_a_portion_is_decided() {
        World world = Delivering.world(KeyPolicy.IGNORED, OneCKind.REALIZATION);
        Deal sold = World.agreed(DEAL, World.buyer(), World.line(1, "100", "2", "22"), World.line(7, "5", "1", "22"));
        world.crm.put(Delivering.delivered(sold));

        assertThat(world.notice(DEAL)).isEqualTo(new Outcome.NeedsPeople(new Problem.ItemNotFound(7, "Товар 7")));
        assertThat(world.oneC.documents).isEmpty();

        world.oneC.item("Товар 7");
        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Applied.class);
        assertThat(world.oneC.documents(OneCKind.REALIZATION)).hasSize(1);
    }

    @Test
    void goods_are_not_put_into_an_act_and_no_portion_is_decided() {
        World world = Delivering.world(KeyPolicy.IGNORED, OneCKind.ACT);
        world.crm.put(Delivering.delivered(World.agreed(1)));

        assertThat(world.notice(DEAL))
                .isInstanceOfSatisfying(
                        Outcome.NeedsPeople.class,
                        needs -> assertThat(needs.problems())
                                .extracting(Problem::code)
                                .containsExactly("GoodsNotForDocument", "GoodsNotForDocument"));
        assertThat(world.deliveries.of(DemoTenant.ID, DEAL)).isEmpty();

        world.crm.put(Delivering.delivered(World.agreed(1), "3=1"));
        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Applied.class);
        assertThat(world.oneC.documents(OneCKind.ACT)).hasSize(1);
    }
}
