package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealHead;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.deal.DealSum;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** bitrix24.md §4.1, §4.6: every answer that the documentation prints is understood. */
class SamplesThroughTheEnvelopeTest {
    private final Envelope envelope = new Envelope();

    private Heard open(String method, int status, JsonNode body) {
        return envelope.open(method, status, body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static List<Samples.OfMethod> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void the_result_of_every_sample_is_found_and_its_time_is_not_part_of_it(Samples.OfMethod sample) {
        assertThat(sample.responses()).allSatisfy(response -> {
            assertThat(open(sample.method(), 200, response)).isInstanceOf(Heard.Result.class);
            var result = (Heard.Result) open(sample.method(), 200, response);
            assertThat(result.value().isMissingNode()).isFalse();
            assertThat(result.value().has("time")).isFalse();
            assertThat(result.time()).hasSameSizeAs(response.path("time"));
        });
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_error_of_the_samples_is_an_error_with_any_status(Samples.OfMethod sample) {
        for (int status : new int[] {200, 400, 403}) {
            assertThat(sample.errors())
                    .allSatisfy(error -> assertThat(open(sample.method(), status, error))
                            .isInstanceOfSatisfying(
                                    Heard.Failure.class,
                                    failure -> assertThat(failure.code().description())
                                            .isEqualTo(error.path("error_description")
                                                    .asText())));
        }
    }

    static Stream<Samples.OfMethod> lists() {
        return Samples.all().stream()
                .filter(sample ->
                        sample.method().endsWith(".list") || sample.method().endsWith(".getList"))
                .filter(sample -> !sample.responses().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("lists")
    @DisplayName("bitrix24.md §4.6: rows under whatever name they come")
    void the_rows_of_every_list_are_found(Samples.OfMethod sample) {
        assertThat(sample.responses()).allSatisfy(response -> {
            var result = (Heard.Result) open(sample.method(), 200, response);
            assertThat(ListRows.of(result.value()).orElseThrow()).isNotEmpty();
        });
    }

    @Test
    void a_bare_object_is_a_list_of_the_catalogue_and_of_nobody_else() {
        JsonNode bare = Samples.of("catalog.vat.list").responses().getFirst();

        assertThat(open("catalog.vat.list", 200, bare)).isInstanceOf(Heard.Result.class);
        assertThat(open("crm.item.list", 200, bare)).isEqualTo(new Heard.Strange(200));
        assertThat(open("catalog.product.add", 200, bare)).isEqualTo(new Heard.Strange(200));
        assertThat(open("catalog.vat.list", 500, bare)).isEqualTo(new Heard.Strange(500));
    }

    private JsonNode result(String method) {
        return ((Heard.Result) open(method, 200, Samples.of(method).responses().getFirst())).value();
    }

    @Test
    @DisplayName("bitrix24.md §5.3, §5.6: the samples of an item, its rows and a requisite become a deal of ours")
    void the_samples_of_a_deal_go_through_our_mapping() {
        JsonNode requisite = result("crm.requisite.get");
        ObjectNode item = ((ObjectNode) result("crm.item.get").path("item"))
                .put("companyId", requisite.path("ENTITY_ID").asLong());
        ObjectNode results = JsonNodeFactory.instance.objectNode();
        results.putObject(DealBatch.COMPANY).set("item", result("crm.company.get"));
        results.putArray(DealBatch.REQUISITES).add(requisite);

        Deal deal = Bitrix24Mapping.deal(
                DemoTenant.of("bitrix24", Unknown.DESCRIBE),
                new DealParts(
                        new CrmRef(CrmKind.DEAL, "250"),
                        item,
                        ListRows.of(result("crm.item.productrow.list")).orElseThrow(),
                        new BatchAnswer(JsonNodeFactory.instance.objectNode().set("result", results))));

        assertThat(deal.stage().stage()).isEqualTo("IN_PROCESS");
        assertThat(deal.currency()).isEqualTo("RUB");
        assertThat(deal.buyer())
                .isInstanceOfSatisfying(
                        Buyer.CompanyWithRequisites.class,
                        buyer -> assertThat(buyer.fullName())
                                .isEqualTo("ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ \"1С-БИТРИКС\""));
        assertThat(deal.lines())
                .contains(new DealLine(
                        2,
                        new DealLine.Product.FromCatalogue("9621", DealLine.Sort.GOODS),
                        "iphone 14",
                        new BigDecimal("3"),
                        new DealLine.Price.Amount(new BigDecimal("90000")),
                        new DealLine.PriceBefore.Higher(new BigDecimal("100000.00"), new BigDecimal("10.00")),
                        new DealLine.TaxRate.Percent(new BigDecimal("10")),
                        "796"));
        assertThat(deal.head().createdAt()).isEqualTo(Instant.parse("2024-07-22T16:00:08Z"));
        assertThat(deal.head().phase()).isEqualTo(DealHead.Phase.OPEN);
        assertThat(deal.head().sum()).isEqualTo(new DealSum.Said(new BigDecimal("999.9")));
    }
}
