package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.fake.FakeOneC.KeyPolicy;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.DocumentSheet.State;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Outcome.Because;
import dev.crm1c.model.sync.Problem;
import org.junit.jupiter.api.Test;

/** Управление торговлей and ERP: the order says what is sold, the invoice asks for its money. */
class DealBecomesOrderAndInvoiceTest {
    private static final CrmRef DEAL = World.deal(1);

    private final World world = World.ofTrade(KeyPolicy.IGNORED);

    private DocumentSheet only(OneCKind kind) {
        assertThat(world.oneC.documents(kind)).hasSize(1);
        return world.oneC.documents(kind).getFirst();
    }

    @Test
    void an_agreed_deal_becomes_partner_counterparty_contract_order_and_invoice() {
        world.crm.put(World.agreed(1));

        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Applied.class);

        assertThat(only(OneCKind.ORDER).lines()).hasSize(3);
        assertThat(only(OneCKind.INVOICE).lines()).isEmpty();
        assertThat(only(OneCKind.INVOICE).total())
                .isEqualTo(only(OneCKind.ORDER).total());
        assertThat(world.oneC.documents.values()).allMatch(sheet -> sheet.state() == State.POSTED);
        assertThat(world.oneC.partnerOf.keySet()).isEqualTo(world.oneC.counterparties.keySet());
        assertThat(world.crm.notes.values())
                .as("an entry for each document")
                .hasSize(2)
                .anySatisfy(order -> assertThat(order).contains("Заказ клиента № 00БП-000001", "текстом: 1, 2, 3"))
                .anySatisfy(invoice -> assertThat(invoice)
                        .contains("Счёт на оплату № 00БП-000001", "по заказу клиента № 00БП-000001"));
    }

    @Test
    void the_same_notice_again_asks_1c_nothing() {
        world.crm.put(World.agreed(1));
        world.notice(DEAL);
        int calls = world.oneC.calls;

        assertThat(world.notice(DEAL)).isEqualTo(new Outcome.Unchanged(Because.SAME_AS_WRITTEN));

        assertThat(world.oneC.calls).isEqualTo(calls);
    }

    @Test
    void a_counterparty_that_1c_has_brings_its_partner_along() {
        world.crm.put(World.agreed(1));
        world.notice(DEAL);
        world.links.clear();
        world.crm.put(World.agreed(2));

        world.notice(World.deal(2));

        assertThat(world.oneC.partnersMade).isEqualTo(1);
        assertThat(world.oneC.counterparties).hasSize(1);
    }

    @Test
    void a_changed_deal_changes_the_order_and_then_the_invoice() {
        world.crm.put(World.agreed(1));
        world.notice(DEAL);
        world.crm.put(World.agreed(DEAL, World.buyer(), World.line(1, "2000", "3", "22")));

        assertThat(world.notice(DEAL)).isInstanceOf(Outcome.Applied.class);

        assertThat(only(OneCKind.ORDER).total()).isEqualTo(new Money(600_000));
        assertThat(only(OneCKind.INVOICE).total()).isEqualTo(new Money(600_000));
    }

    @Test
    void an_order_that_is_paid_keeps_order_and_invoice_as_they_are() {
        world.crm.put(World.agreed(1));
        world.notice(DEAL);
        DocumentSheet order = only(OneCKind.ORDER);
        DocumentSheet invoice = only(OneCKind.INVOICE);
        world.oneC.paid.add(order.ref().key());
        world.crm.put(World.agreed(DEAL, World.buyer(), World.line(1, "2000", "3", "22")));

        assertThat(world.notice(DEAL))
                .isInstanceOfSatisfying(
                        Outcome.NeedsPeople.class,
                        needs -> assertThat(needs.problems())
                                .singleElement()
                                .isInstanceOfSatisfying(Problem.DocumentPaid.class, paid -> {
                                    assertThat(paid.number()).isEqualTo(order.number());
                                    assertThat(paid.differences())
                                            .extracting(Problem::code)
                                            .contains("TotalsDiffer", "LineDiffers");
                                }));

        assertThat(only(OneCKind.ORDER)).isEqualTo(order);
        assertThat(only(OneCKind.INVOICE)).isEqualTo(invoice);
    }
}
