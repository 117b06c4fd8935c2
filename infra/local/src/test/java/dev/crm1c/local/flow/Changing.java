package dev.crm1c.local.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.local.flow.Flow.Company;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A deal changes after its documents were made. */
interface Changing {
    Office office();

    @Test
    default void free_documents_follow_and_of_paid_and_shipped_ones_people_hear_what_differs() {
        Office office = office();
        Flow flow = office.flow();
        Company payer = flow.company();
        Company taker = flow.company();
        long paid = office.agreed(payer, office.pump("1"));
        long shipped = office.agreed(taker, office.pump("1"));
        flow.settle();
        JsonNode first = office.sale(payer);
        change(paid, "2");
        change(shipped, "2");
        flow.settle();
        for (Company company : List.of(payer, taker)) {
            assertThat(flow.ordersOf(company))
                    .singleElement()
                    .satisfies(sale -> assertThat(Office.sum(sale)).isEqualByComparingTo("20666.66"));
            assertThat(flow.invoicesOf(company))
                    .singleElement()
                    .satisfies(invoice -> assertThat(Office.sum(invoice)).isEqualByComparingTo("20666.66"));
        }

        assertThat(office.sale(payer).path("Ref_Key")).isEqualTo(first.path("Ref_Key"));

        office.accountant().pay(Office.key(office.sale(payer)), new BigDecimal("100"));
        office.accountant().ship(Office.key(office.sale(taker)));
        List<JsonNode> untouched = List.of(office.sale(payer), office.sale(taker));
        change(paid, "5");
        change(shipped, "5");
        flow.settle();

        assertThat(List.of(office.sale(payer), office.sale(taker))).isEqualTo(untouched);
        for (Company company : List.of(payer, taker)) {
            assertThat(Office.sum(office.invoice(company))).isEqualByComparingTo("20666.66");
        }
        assertThat(flow.notes(paid))
                .anySatisfy(note -> assertThat(note).contains("уже оплачен", "51\u00A0666,65", "20\u00A0666,66"));
        assertThat(flow.notes(shipped))
                .anySatisfy(note -> assertThat(note).contains("уже есть отгрузка", "51\u00A0666,65", "20\u00A0666,66"));

        change(paid, "2");
        flow.settle();
        assertThat(flow.notes(paid)).noneMatch(note -> note.contains("уже оплачен"));
    }

    private void change(long deal, String quantity) {
        office().manager().rows(deal, List.of(office().pump(quantity)));
    }

    @Test
    default void a_closed_period_is_told_and_once_it_is_open_the_deal_goes_through() {
        Office office = office();
        Flow flow = office.flow();
        Company company = flow.company();
        long deal = office.settled(company, office.pump("1"));
        office.accountant().closePeriod(LocalDate.now(ZoneId.of("Europe/Moscow")));
        try {
            change(deal, "2");
            flow.settle();
            assertThat(flow.notes(deal)).anySatisfy(note -> assertThat(note).contains("Период в 1С закрыт"));
            assertThat(Office.sum(office.sale(company))).isEqualByComparingTo("10333.33");
        } finally {
            office.accountant().openPeriod();
        }

        change(deal, "3");
        flow.settle();
        assertThat(Office.sum(office.sale(company))).isEqualByComparingTo("30999.99");
        assertThat(flow.notes(deal)).noneMatch(note -> note.contains("Период"));
    }
}
