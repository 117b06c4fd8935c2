package dev.crm1c.local.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.local.flow.Flow.Company;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What was agreed is handed over, at once or in portions. */
interface Delivering {
    String HANDED_OVER = "UF_CRM_C1_HANDED_OVER";

    Office office();

    @Test
    default void portions_are_handed_over_one_after_another_and_come_to_the_whole() {
        Office office = office();
        Flow flow = office.flow();
        Company company = flow.company();
        long deal = office.settled(company, office.pump("3"), office.fitting());
        int agreed = flow.notes(deal).size();

        office.manager().fillDeal(deal, HANDED_OVER, "1=2");
        office.manager().moveDeal(deal, Office.DELIVERED);
        flow.settle();

        assertThat(office.realizations(company)).singleElement().satisfies(first -> {
            assertThat(Office.posted(first)).isTrue();
            assertThat(Office.sum(first)).isEqualByComparingTo("20666.66");
            assertThat(office.field(deal, "SHIPMENT_NUMBER")).isEqualTo(Office.number(first));
        });
        assertThat(office.acts(company)).isEmpty();
        assertThat(office.taxInvoices(company))
                .singleElement()
                .satisfies(tax -> assertThat(Office.posted(tax)).isTrue());
        assertThat(shipped(company)).contains("част");

        office.manager().fillDeal(deal, HANDED_OVER, "");
        flow.settle();

        List<JsonNode> handedOver = Stream.concat(office.realizations(company).stream(), office.acts(company).stream())
                .toList();
        assertThat(office.realizations(company)).hasSize(2);
        assertThat(office.acts(company)).hasSize(office.hasOrders() ? 1 : 0);
        assertThat(handedOver).allMatch(Office::posted);
        assertThat(handedOver.stream().map(Office::sum).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(Office.sum(office.sale(company)))
                .isEqualByComparingTo("36000.00");
        assertThat(office.taxInvoices(company)).hasSameSizeAs(handedOver).allMatch(Office::posted);
        assertThat(shipped(company)).isEqualTo("всё");
        assertThat(flow.notes(deal)).hasSize(agreed + 2 * handedOver.size());
        assertThat(flow.notes(deal).stream().filter(note -> note.startsWith("Реализация №")))
                .hasSize(2);
        assertThat(office.field(deal, "STATE")).isEqualTo("Отгружено");
    }

    /** In a word, as 1C itself counts it. */
    private String shipped(Company company) {
        String sale = office().sale(company).path("Ref_Key").asText();
        if (!office().hasOrders()) {
            return office().base().all("InformationRegister_СтатусыДокументов").stream()
                    .filter(status -> status.path("Документ").asText().equals(sale))
                    .map(status -> status.path("ДополнительныйСтатус").asText())
                    .map(status -> status.equals("Отгружен") ? "всё" : "частью")
                    .findFirst()
                    .orElse("ничего");
        }
        return office().base().all("InformationRegister_СостоянияЗаказовКлиентов").stream()
                .filter(state -> state.path("Заказ").asText().equals(sale))
                .map(state -> state.path("ПроцентОтгрузки").asInt())
                .map(percent -> percent == 100 ? "всё" : percent == 0 ? "ничего" : "частью")
                .findFirst()
                .orElse("ничего");
    }

    @Test
    default void a_deal_that_goes_straight_to_delivery_gets_all_its_documents_and_more_than_was_sold_asks_people() {
        Office office = office();
        Flow flow = office.flow();
        Company company = flow.company();
        long deal = flow.deal(company, office.pump("2"));
        Company greedy = flow.company();
        long tooMuch = flow.deal(greedy, office.pump("2"));
        office.manager().fillDeal(tooMuch, HANDED_OVER, "1=3");

        office.manager().moveDeal(deal, Office.DELIVERED);
        office.manager().moveDeal(tooMuch, Office.DELIVERED);
        flow.settle();

        assertThat(flow.invoicesOf(company)).hasSize(1);
        assertThat(office.realizations(company))
                .singleElement()
                .satisfies(realization -> assertThat(Office.sum(realization)).isEqualByComparingTo("20666.66"));
        assertThat(office.taxInvoices(company)).hasSize(1);
        assertThat(office.realizations(greedy)).isEmpty();
        assertThat(flow.notes(tooMuch))
                .anySatisfy(note -> assertThat(note).contains("отгружено 3, продано 2", "«Отгружено»"));
    }
}
