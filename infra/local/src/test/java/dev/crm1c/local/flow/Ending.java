package dev.crm1c.local.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.local.flow.Flow.Company;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deals that end, and deals that never travel. */
interface Ending {
    Office office();

    @Test
    default void lost_deals_are_taken_back_and_brought_back_and_what_cannot_be_is_told() {
        Office office = office();
        Flow flow = office.flow();
        Company company = flow.company();
        Company payer = flow.company();
        long deal = office.agreed(company, office.pump("1"));
        long paid = office.agreed(payer, office.pump("1"));
        long won = flow.deal(flow.company(), office.pump("1"));
        flow.settle();
        office.accountant().pay(Office.key(office.sale(payer)), new BigDecimal("100"));

        office.manager().moveDeal(deal, "LOSE");
        office.manager().moveDeal(paid, "LOSE");
        office.manager().moveDeal(won, "WON");
        flow.settle();

        assertThat(office.invoice(company).path("DeletionMark").asBoolean()).isTrue();
        assertThat(flow.notes(deal)).anySatisfy(note -> assertThat(note).contains("проиграна", "помечен на удаление"));
        assertThat(office.field(deal, "STATE")).isEqualTo("Отменено в 1С");
        if (office.hasOrders()) {
            assertThat(office.sale(company).path("Статус").asText()).isEqualTo("Закрыт");
            assertThat(flow.notes(deal)).anySatisfy(note -> assertThat(note).contains("заказ клиента", "закрыт"));
        }
        assertThat(office.invoice(payer).path("DeletionMark").asBoolean()).isFalse();
        assertThat(Office.posted(office.sale(payer))).isTrue();
        assertThat(flow.notes(paid)).anySatisfy(note -> assertThat(note).contains("остался в 1С", "оплачен"));
        assertThat(flow.notes(won)).singleElement().asString().contains("Документов по этой сделке в 1С нет");

        office.manager().moveDeal(deal, Office.AGREED);
        flow.settle();

        assertThat(flow.invoicesOf(company)).singleElement().satisfies(invoice -> {
            assertThat(invoice.path("DeletionMark").asBoolean()).isFalse();
            assertThat(Office.posted(invoice)).isTrue();
        });
        JsonNode sale = office.sale(company);
        assertThat(flow.ordersOf(company)).hasSize(1);
        assertThat(Office.posted(sale)).isTrue();
        assertThat(sale.path("Статус").asText()).isNotEqualTo("Закрыт");
        assertThat(flow.notes(deal)).noneMatch(note -> note.contains("проиграна"));
        assertThat(office.field(deal, "STATE")).isEqualTo("Выставлен");
    }

    @Test
    default void an_old_deal_a_closed_one_and_somebodys_trial_leave_no_trace_anywhere() {
        Office office = office();
        Flow flow = office.flow();
        var manager = office.manager();
        Company company = flow.company();
        long old = manager.dealSince(Instant.parse("2025-12-30T12:00:00Z"), "Давняя", company.id());
        long trial = manager.deal("Проба обмена", company.id());
        long lost = manager.deal("Не вышло", company.id());
        List<Long> deals = List.of(old, trial, lost);
        deals.forEach(deal -> manager.rows(deal, List.of(office.pump("1"))));
        flow.resetCounters();

        manager.moveDeal(old, Office.AGREED);
        manager.moveDeal(trial, Office.AGREED);
        manager.moveDeal(lost, "LOSE");
        flow.settle();

        assertThat(office.portal().requestCount()).as("looked at").isPositive();
        assertThat(office.base().requestCount()).isZero();
        assertThat(deals).allSatisfy(deal -> {
            assertThat(flow.notes(deal)).isEmpty();
            assertThat(office.portal().todos(deal)).isEmpty();
            assertThat(office.field(deal, "STATE")).isEmpty();
        });
    }

    @Test
    default void a_rehearsal_tells_the_plan_and_writes_nothing_to_1C() {
        Office office = office();
        Flow flow = office.flow();
        Company company = flow.company();
        long deal = flow.deal(company, office.pump("1"));
        flow.takes(RichTenant.rehearsing(office.configuration()));
        try {
            flow.resetCounters();
            office.manager().moveDeal(deal, Office.AGREED);
            flow.settle();

            assertThat(office.writesTo1C()).isEmpty();
            assertThat(flow.notes(deal))
                    .singleElement()
                    .asString()
                    .contains("Пробный режим", "контрагент будет создан", "счёт на оплату на сумму 10\u00A0333,33");
            assertThat(office.field(deal, "STATE")).isEqualTo("Пробный режим");
        } finally {
            flow.takes(RichTenant.of(office.configuration()));
        }
    }
}
