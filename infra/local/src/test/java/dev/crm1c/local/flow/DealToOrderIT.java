package dev.crm1c.local.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.local.flow.Flow.Company;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.RefKeyPolicy;
import dev.crm1c.simulators.onec.faults.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole path, as packaged, with Управление торговлей 11 that gives keys of its own: an order first, then an invoice over it. */
@TestInstance(Lifecycle.PER_CLASS)
class DealToOrderIT {
    private static final String ORDERS = "Document_ЗаказКлиента";

    private Flow flow;

    @BeforeAll
    void startFlow() throws IOException {
        flow = Flow.start(OneCSettings.of("trade-11")
                .withRefKeyPolicy(RefKeyPolicy.IGNORED)
                .withRecalculation(Duration.ZERO));
        flow.world()
                .base()
                .accountant()
                .item("Насос", "N-1", flow.world().catalogue().units().get("796"));
        flow.settle();
    }

    @BeforeEach
    void rest() {
        flow.portalRests();
    }

    @AfterAll
    void stopFlow() {
        flow.close();
    }

    private static ProductRow pump(String quantity) {
        return ProductRow.of("Насос", "10333.33", quantity).withProduct(501).withVat(22);
    }

    private static BigDecimal sum(JsonNode document) {
        return document.path("СуммаДокумента").decimalValue();
    }

    @Test
    void an_agreed_deal_becomes_an_order_and_an_invoice_in_the_fewest_calls_and_the_repeat_costs_one() {
        Company first = flow.company();
        flow.agree(flow.deal(first, pump("1")));
        flow.settle();
        Company company = flow.company();
        long deal = flow.deal(company, pump("3"));
        flow.resetCounters();

        flow.agree(deal);
        flow.settle();

        JsonNode order = flow.ordersOf(company).getFirst();
        assertThat(flow.ordersOf(company)).hasSize(1);
        assertThat(order.path("Posted").asBoolean()).isTrue();
        assertThat(sum(order)).isEqualByComparingTo("30999.99");
        assertThat(flow.invoicesOf(company)).singleElement().satisfies(invoice -> {
            assertThat(invoice.path("Posted").asBoolean()).isTrue();
            assertThat(sum(invoice)).isEqualByComparingTo("30999.99");
            assertThat(invoice.path("ДокументОснование")).isEqualTo(order.path("Ref_Key"));
            assertThat(invoice.path("Number").asText().strip()).isEqualTo(flow.shownNumber(deal));
        });
        assertThat(flow.notes(deal))
                .singleElement()
                .asString()
                .contains("по заказу клиента № " + order.path("Number").asText().strip());
        assertThat(flow.world().base().requestCount())
                .as("a new customer: look, partner, counterparty, contract; order and invoice: create, post, read back")
                .isEqualTo(10);

        flow.resetCounters();
        flow.world().portal().salesperson().moveDeal(deal, Flow.AGREED);
        flow.settle();
        assertThat(flow.world().base().requestCount()).isZero();
    }

    @Test
    void a_changed_deal_changes_both_and_a_paid_order_nothing() {
        Company company = flow.company();
        long deal = flow.deal(company, pump("1"));
        flow.agree(deal);
        flow.settle();

        flow.world().portal().salesperson().rows(deal, List.of(pump("2")));
        flow.settle();
        assertThat(flow.ordersOf(company))
                .singleElement()
                .satisfies(order -> assertThat(sum(order)).isEqualByComparingTo("20666.66"));
        assertThat(flow.invoicesOf(company))
                .singleElement()
                .satisfies(invoice -> assertThat(sum(invoice)).isEqualByComparingTo("20666.66"));

        UUID order = UUID.fromString(
                flow.ordersOf(company).getFirst().path("Ref_Key").asText());
        flow.world().base().accountant().pay(order, new BigDecimal("100"));
        flow.world().portal().salesperson().rows(deal, List.of(pump("5")));
        flow.settle();
        assertThat(flow.ordersOf(company))
                .singleElement()
                .satisfies(paid -> assertThat(sum(paid)).isEqualByComparingTo("20666.66"));
        assertThat(flow.notes(deal)).singleElement().asString().contains("заказ клиента", "уже оплачен");
    }

    @Test
    void the_doctor_finds_the_base_healthy_and_says_what_is_wrong_with_one_that_is_not() {
        JsonNode healthy = flow.world().admin(Map.of("task", "check-1c", "tenant", "demo"));
        assertThat(healthy.path("findings")).isEmpty();
        assertThat(healthy.path("report").path(0).asText()).contains("исправно");

        UUID second = flow.world().base().accountant().warehouse("Дальний");
        JsonNode undecided = flow.world().admin(Map.of("task", "check-1c", "tenant", "demo"));
        flow.world().base().accountant().markForDeletion("Catalog_Склады", second);
        assertThat(undecided.path("findings").path(0).path("code").asText()).isEqualTo("Unready");
        assertThat(undecided.path("findings").path(0).path("advice").asText()).contains("onec.use.warehouse");
    }

    static Stream<Arguments> every_write_lost_both_ways() {
        return Stream.of(
                        new String[] {"POST", "Catalog_Партнеры"},
                        new String[] {"POST", Flow.COUNTERPARTIES},
                        new String[] {"POST", ORDERS},
                        new String[] {"POST", "Document_СчетНаОплатуКлиенту"})
                .flatMap(write -> Stream.of(
                        Arguments.of(write[0], write[1], Fault.commitThenClose()),
                        Arguments.of(write[0], write[1], Fault.badGateway())));
    }

    @ParameterizedTest
    @MethodSource("every_write_lost_both_ways")
    void one_of_everything_in_the_end(String method, String path, Fault fault) {
        Company company = flow.company();
        long deal = flow.deal(company, pump("2"));
        flow.settle();
        int partners = flow.world().base().all("Catalog_Партнеры").size();
        var rule = flow.world().base().faults().on(method, path).next(1, fault);

        flow.agree(deal);
        flow.settle();
        assertThat(rule.struck()).isEqualTo(1);
        for (int tens = 0; tens < 3 && flow.shownNumber(deal).isEmpty(); tens++) {
            flow.tenMinutesPass();
        }

        assertThat(flow.world().base().all("Catalog_Партнеры")).hasSize(partners + 1);
        assertThat(flow.counterparties(company)).hasSize(1);
        assertThat(flow.ordersOf(company)).hasSize(1);
        assertThat(flow.invoicesOf(company)).hasSize(1);
        assertThat(flow.shownNumber(deal)).isNotEmpty();
        assertThat(flow.notes(deal)).hasSize(1);
    }
}
