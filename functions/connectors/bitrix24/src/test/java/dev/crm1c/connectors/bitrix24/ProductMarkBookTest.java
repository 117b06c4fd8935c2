package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.catalogue.ProductMarks;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.tenant.CrmConnection;
import dev.crm1c.model.tenant.CrmConnection.ProductField;
import dev.crm1c.model.tenant.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ProductMarkBookTest {
    private static final String GUID = "5e4641fd-1dd9-11e6-b2f2-005056c00008";
    private static final ProductMarks NOTHING_SAID = new ProductMarks("", "", "");

    @Inject
    Crm crm;

    private StubPortal portal;

    @BeforeEach
    void start() {
        portal = StubPortal.start();
    }

    @AfterEach
    void stop() {
        portal.close();
    }

    private Tenant tenant() {
        Tenant stub = portal.tenant();
        var withProperties = new CrmConnection(
                stub.crm().system(),
                stub.crm().address(),
                stub.crm().secret(),
                Set.of(),
                Map.of(),
                Map.of(ProductField.ARTICLE, "property98", ProductField.BARCODE, "property99"));
        return new Tenant(stub.id(), withProperties, stub.onec(), stub.scenarios(), stub.terms(), stub.lanes());
    }

    private Map<String, ProductMarks> marks(String... ids) {
        return AgainstTheSimulator.got(crm.productMarks(tenant(), Set.of(ids)));
    }

    private void product(String fields) {
        portal.on(
                "catalog.product.get",
                parameters -> StubPortal.json("{\"product\": {\"id\": %s, %s}}"
                        .formatted(parameters.path("id").asText(), fields)));
    }

    @Test
    @DisplayName("bitrix24.md §5.7: the outer key, and properties with one value and with many")
    void a_product_is_told_apart_by_its_key_its_article_and_its_barcode() {
        product("""
                "xmlId": "%s", "property98": {"value": " НОРД-1 ", "valueId": "1"},
                "property99": [{"value": null}, {"value": "4600000000017", "valueId": "2"}, {"value": "4600000000024"}]""".formatted(GUID));

        assertThat(marks("7")).isEqualTo(Map.of("7", new ProductMarks(GUID, "НОРД-1", "4600000000017")));
    }

    @Test
    void a_product_that_nobody_brought_has_no_key_but_its_own() {
        product("\"xmlId\": \"7\", \"property98\": null, \"property99\": []");

        assertThat(marks("7")).isEqualTo(Map.of("7", NOTHING_SAID));
    }

    @Test
    void fifty_products_are_one_request() {
        product("\"xmlId\": \"x\"");

        assertThat(marks(ids(50))).hasSize(50);
        assertThat(portal.requests()).isEqualTo(1);
        assertThat(marks(ids(51))).hasSize(51);
        assertThat(portal.requests()).isEqualTo(3);
        assertThat(marks()).isEmpty();
        assertThat(portal.requests()).isEqualTo(3);
    }

    private static String[] ids(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toArray(String[]::new);
    }

    @Test
    void a_product_that_is_gone_is_missing_and_the_others_are_not() {
        portal.on("catalog.product.get", parameters -> {
            if (parameters.path("id").asText().equals("404")) {
                throw new StubPortal.Refusal("", "product does not exist.");
            }
            return StubPortal.json("{\"product\": {\"id\": 7, \"xmlId\": \"" + GUID + "\"}}");
        });

        assertThat(marks("404", "7")).containsOnlyKeys("7");
    }

    @Test
    void an_answer_about_another_product_is_none() {
        portal.on("catalog.product.get", "{\"product\": {\"id\": 1, \"xmlId\": \"" + GUID + "\"}}");

        assertThat(marks("7")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"insufficient_scope", "200040300010", "200040300040", "ERROR_METHOD_NOT_FOUND"})
    void a_catalogue_that_is_kept_from_us_holds_up_no_deal(String code) {
        portal.refuses("catalog.product.get", code, "Access Denied");

        assertThat(marks("7", "8")).isEqualTo(Map.of("7", NOTHING_SAID, "8", NOTHING_SAID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPERATION_TIME_LIMIT", "INTERNAL_SERVER_ERROR", "QUERY_LIMIT_EXCEEDED"})
    void a_catalogue_that_cannot_answer_now_is_asked_again(String code) {
        portal.refuses("catalog.product.get", code, "");

        assertThat(AgainstTheSimulator.stopped(crm.productMarks(tenant(), Set.of("7"))))
                .isInstanceOf(Outcome.Later.class);
    }
}
