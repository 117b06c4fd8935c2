package dev.crm1c.local.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.local.flow.Flow.Company;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import dev.crm1c.simulators.onec.RefKeyPolicy;
import dev.crm1c.simulators.onec.faults.Fault;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The whole path, as packaged, against a base that honours our keys. */
@TestInstance(Lifecycle.PER_CLASS)
class DealToInvoiceIT {
    private static final String FORM = "application/x-www-form-urlencoded";

    private Flow flow;

    @BeforeAll
    void startFlow() throws IOException {
        flow = Flow.start(RefKeyPolicy.HONOURED);
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

    @Test
    void an_agreed_deal_becomes_an_invoice_in_the_fewest_calls_and_the_repeat_costs_one() throws Exception {
        Company company = flow.company();
        long deal = flow.deal(
                company, pump("3"), ProductRow.of("Монтаж", "5000.01", "1").asService());
        flow.resetCounters();

        flow.agree(deal);
        flow.settle();

        List<JsonNode> invoices = flow.invoicesOf(company);
        assertThat(invoices).singleElement().satisfies(invoice -> {
            assertThat(invoice.path("Posted").asBoolean()).isTrue();
            assertThat(invoice.path("СуммаДокумента").decimalValue()).isEqualByComparingTo("36000.00");
            assertThat(invoice.path("Товары").path(0).path("СуммаНДС").decimalValue())
                    .isEqualByComparingTo("5590.16");
            assertThat(invoice.path("Товары").path(0).path("Номенклатура_Type").asText())
                    .isEqualTo("StandardODATA.Catalog_Номенклатура");
            assertThat(invoice.path("Комментарий").asText()).isEqualTo("[crm1c:demo:deal:" + deal + "]");
        });
        assertThat(flow.shownNumber(deal))
                .isEqualTo(invoices.getFirst().path("Number").asText().strip());
        assertThat(flow.notes(deal)).singleElement().asString().contains(flow.shownNumber(deal), "36\u00A0000,00");
        assertThat(flow.world().portal().requestCount())
                .as("read, write back, echo")
                .isEqualTo(3);
        assertThat(flow.world().base().requestCount())
                .as("a new customer, the base unknown too, with what deliveries will need of it")
                .isLessThanOrEqualTo(12);

        String body = flow.world().portal().deliveries().getFirst().body();
        flow.resetCounters();
        assertThat(flow.call("/crm/bitrix24/demo", FORM, body).statusCode()).isEqualTo(200);
        await().until(() -> flow.world().portal().requestCount() == 1);
        flow.settle();
        assertThat(flow.world().portal().requestCount()).isEqualTo(1);
        assertThat(flow.world().base().requestCount()).isZero();
        assertThat(flow.invoicesOf(company)).isEqualTo(invoices);

        long second = flow.deal(company, pump("1"));
        flow.resetCounters();
        flow.agree(second);
        flow.settle();
        assertThat(flow.invoicesOf(company)).hasSize(2);
        assertThat(flow.world().portal().requestCount())
                .as("read, write back, echo")
                .isEqualTo(3);
        assertThat(flow.world().base().requestCount())
                .as("a known customer: create, then post and read back in one")
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/crm/bitrix24/demo|application/x-www-form-urlencoded|event=ONCRMDEALUPDATE&data[FIELDS][ID]=1&auth[application_token]=wrong|401",
                "/crm/bitrix24/demo|application/x-www-form-urlencoded|event=ONCRMDEALUPDATE&data[FIELDS][ID]=1|401",
                "/crm/bitrix24/nobody|application/x-www-form-urlencoded|event=ONCRMDEALUPDATE&data[FIELDS][ID]=1|404",
                "/crm/amocrm/demo|application/x-www-form-urlencoded|event=ONCRMDEALUPDATE&data[FIELDS][ID]=1|404",
                "/crm/bitrix24/demo|application/x-www-form-urlencoded|event=%ZZ|400",
                "/crm/bitrix24/demo|application/json|{\"event\":\"ONCRMDEALUPDATE\"}|400"
            })
    void what_is_not_genuine_is_turned_away_and_not_queued(String path, String contentType, String body, int status)
            throws Exception {
        flow.resetCounters();

        HttpResponse<String> response = flow.call(path, contentType, body);

        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.body().lines()).hasSize(1);
        flow.settle();
        assertThat(flow.world().portal().requestCount()).isZero();
    }

    @Test
    void an_oversized_body_is_413_and_an_unknown_event_is_200_and_a_metric() throws Exception {
        String token = "&auth[application_token]=" + flow.world().applicationToken();

        assertThat(flow.call("/crm/bitrix24/demo", FORM, "event=X&a=" + "b".repeat(70_000))
                        .statusCode())
                .isEqualTo(413);
        assertThat(flow.call("/crm/bitrix24/demo", FORM, "event=ONSOMETHINGNEW" + token)
                        .statusCode())
                .isEqualTo(200);
        assertThat(flow.logs()).contains("ONSOMETHINGNEW", "\"OfNoInterest\":1");
    }

    @Test
    void a_storm_of_one_webhook_makes_one_invoice_and_few_reads() throws Exception {
        Company company = flow.company();
        long deal = flow.deal(company, pump("2"));
        flow.world().portal().events().sendTimes(20);
        flow.resetCounters();

        flow.agree(deal);
        flow.settle();
        flow.world().portal().events().sendTimes(1);

        assertThat(flow.invoicesOf(company)).hasSize(1);
        assertThat(flow.notes(deal)).hasSize(1);
    }

    @Test
    void several_deals_of_one_new_company_at_once_make_it_once() {
        Company company = flow.company();
        List<Long> deals = IntStream.range(0, 6)
                .mapToObj(i -> flow.deal(company, pump("1")))
                .toList();
        flow.resetCounters();

        deals.forEach(flow::agree);
        flow.settle();
        for (int minutes = 0; minutes < 3 && flow.invoicesOf(company).size() < 6; minutes++) {
            flow.tenMinutesPass();
        }

        assertThat(flow.counterparties(company)).hasSize(1);
        assertThat(flow.invoicesOf(company)).hasSize(6);
        assertThat(deals).allSatisfy(deal -> assertThat(flow.shownNumber(deal)).isNotEmpty());
    }

    @Test
    void a_base_under_maintenance_parks_the_deal_until_it_is_back() {
        Company company = flow.company();
        long deal = flow.deal(company, pump("1"));
        flow.settle();
        flow.world().base().accountant().lockBase("Обновление конфигурации");
        try {
            flow.agree(deal);
            flow.settle();
            assertThat(flow.notes(deal)).isEmpty();
        } finally {
            flow.world().base().accountant().unlockBase();
        }

        flow.tenMinutesPass();

        assertThat(flow.invoicesOf(company)).hasSize(1);
        assertThat(flow.shownNumber(deal)).isNotEmpty();
    }

    @Test
    void a_worker_killed_in_the_middle_of_its_work_doubles_nothing_and_loses_nothing() {
        Company company = flow.company();
        List<Long> deals = IntStream.range(0, 4)
                .mapToObj(i -> flow.deal(company, pump("1")))
                .toList();
        flow.resetCounters();
        var slow = flow.world().base().faults().onEveryCall().next(40, Fault.delay(Duration.ofMillis(100)));

        deals.forEach(flow::agree);
        await().untilAsserted(() -> assertThat(flow.world().base().requests())
                .anyMatch(request -> request.method().equals("POST")
                        && request.path().contains(flow.world().configuration().invoices())));
        flow.world().cloud().function("CrmToOneC").kill();
        flow.tenMinutesPass();
        for (int minutes = 0; minutes < 6 && !allShown(deals); minutes++) {
            flow.tenMinutesPass();
        }

        assertThat(slow.struck()).isPositive();
        assertThat(flow.counterparties(company)).hasSize(1);
        assertThat(flow.invoicesOf(company))
                .hasSize(4)
                .allSatisfy(invoice ->
                        assertThat(invoice.path("Posted").asBoolean()).isTrue());
        assertThat(deals).allSatisfy(deal -> assertThat(flow.notes(deal)).hasSize(1));
    }

    private boolean allShown(List<Long> deals) {
        return deals.stream().noneMatch(deal -> flow.shownNumber(deal).isEmpty());
    }

    @Test
    void a_name_of_four_thousand_characters_with_a_zero_byte_goes_to_people() {
        Company company = flow.company();
        long deal = flow.deal(
                company, ProductRow.of("Ж".repeat(4_000) + "\u0000", "10", "1").withVat(22));
        flow.agree(deal);
        flow.settle();

        assertThat(flow.notes(deal))
                .singleElement()
                .asString()
                .contains("сократите название")
                .hasSizeLessThan(500);
        assertThat(flow.invoicesOf(company)).isEmpty();
    }

    @Test
    void garbage_in_the_queue_goes_to_the_dead_letters_and_holds_nobody_up() {
        var cloud = flow.world().cloud();
        cloud.sqs()
                .sendMessage(request -> request.queueUrl(cloud.reference("WorkQueue"))
                        .messageBody("<garbage>")
                        .messageGroupId("demo/0")
                        .messageDeduplicationId(UUID.randomUUID().toString()));
        flow.settle();

        await().untilAsserted(() -> assertThat(cloud.sqs()
                        .getQueueAttributes(request -> request.queueUrl(cloud.reference("DeadLetters"))
                                .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                        .attributes())
                .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "1"));
    }

    @Test
    void a_tenant_file_with_faults_is_refused_by_line_and_the_old_one_stays() {
        JsonNode answer = flow.world()
                .admin(Map.of(
                        "task", "load-tenant", "file", "tenant: demo\npreset: bitrix24-accounting-3\nonec: {}\n"));

        assertThat(answer.path("faults")).anySatisfy(fault -> {
            assertThat(fault.path("line").asInt()).isEqualTo(3);
            assertThat(fault.path("field").asText()).isEqualTo("/onec/address");
        });
    }

    @Test
    void logs_and_table_hold_no_secret_and_nothing_personal() {
        Company company = flow.company();
        long deal = flow.deal(company, pump("1"));
        flow.agree(deal);
        flow.settle();
        var cloud = flow.world().cloud();
        String table =
                cloud.dynamoDb().scanPaginator(request -> request.tableName(cloud.reference("Table"))).items().stream()
                        .map(Object::toString)
                        .reduce("", String::concat);
        String secret = flow.world().portal().webhookCredential().split("/")[1];

        for (String text : List.of(flow.logs(), table)) {
            assertThat(text)
                    .contains("demo")
                    .doesNotContain(
                            secret, flow.world().applicationToken(), "секрет", company.inn(), "Покупатель", "Насос");
        }
    }
}
