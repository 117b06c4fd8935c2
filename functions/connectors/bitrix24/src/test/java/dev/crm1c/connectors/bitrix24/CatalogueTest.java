package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.model.catalogue.CrmProduct;
import dev.crm1c.model.catalogue.PortalStock;
import dev.crm1c.model.catalogue.ProductDraft;
import dev.crm1c.model.catalogue.ProductDraft.Sale;
import dev.crm1c.model.catalogue.ProductList;
import dev.crm1c.model.port.CrmCatalogue;
import dev.crm1c.model.port.CrmCatalogue.Price;
import dev.crm1c.model.port.CrmCatalogue.Put;
import dev.crm1c.model.portal.Written;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.simulators.bitrix24.Bitrix24Simulator;
import dev.crm1c.simulators.bitrix24.PortalSettings;
import dev.crm1c.simulators.bitrix24.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CatalogueTest extends AgainstTheSimulator {
    private static final String GOODS = "23";
    private static final CrmRef CHAIR = new CrmRef(CrmKind.PRODUCT, "1243");

    @Inject
    CrmCatalogue catalogue;

    @Inject
    Bitrix24Client client;

    @BeforeEach
    void openTheCatalogue() {
        portal.close();
        portal = Bitrix24Simulator.start(PortalSettings.defaults()
                .withWebhookSecret(Surroundings.WEBHOOK_SECRET)
                .withScopes("crm", "catalog"));
    }

    private static ProductDraft draft(String name) {
        return new ProductDraft(key(name), GOODS, name, "5", "7", Sale.OFFERED);
    }

    private static UUID key(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private Put put(ProductDraft draft) {
        return got(catalogue.put(tenant(), draft));
    }

    private ProductList products() {
        return got(catalogue.products(tenant(), GOODS, 10));
    }

    private List<JsonNode> prices(CrmRef product) {
        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        asked.putObject("filter").put("productId", product.id());
        return got(client.call(tenant(), "catalog.price.list", asked))
                .path("prices")
                .valueStream()
                .toList();
    }

    @Test
    @DisplayName("bitrix24.md §5.7: a product carries 1C's key and names its unit and VAT rate by the portal's numbers")
    void a_product_is_made_once_and_known_by_its_key() {
        Put first = put(draft("Стол"));

        assertThat(put(draft("Стол"))).isEqualTo(new Put(first.product(), Written.NOTHING));
        assertThat(products())
                .isEqualTo(new ProductList(
                        List.of(new CrmProduct(first.product(), key("Стол").toString(), "Стол")),
                        ProductList.Extent.WHOLE));
    }

    @Test
    void what_differs_is_changed_in_the_same_product() {
        Put first = put(draft("Стол"));
        var renamed = new ProductDraft(key("Стол"), GOODS, "Стол «Норд»", "5", "7", Sale.OFFERED);

        assertThat(put(renamed)).isEqualTo(new Put(first.product(), Written.SOMETHING));
        assertThat(products().products()).extracting(CrmProduct::name).containsExactly("Стол «Норд»");
    }

    @Test
    @DisplayName("bitrix24.md §0.8: after a lost answer a product is looked for by xmlId")
    void a_lost_answer_makes_no_second_product() {
        portal.faults().on("catalog.product.add").next(1, Fault.committedThenLost());
        stopped(catalogue.put(tenant(), draft("Стол")));

        put(draft("Стол"));

        assertThat(products().products()).hasSize(1);
    }

    @Test
    @DisplayName("bitrix24.md §4.6: pages are 50 products, and a list that was cut short says so")
    void a_long_list_is_read_to_its_end_or_says_that_it_was_not() {
        put(draft("Стол"));
        var fifty = new Batch(Batch.AfterError.GO_ON);
        for (int i = 0; i < 50; i++) {
            fifty.command("product" + i, "catalog.product.add")
                    .with("fields[iblockId]", GOODS)
                    .with("fields[name]", "Товар " + i);
        }
        got(client.call(tenant(), fifty));

        assertThat(products().products()).hasSize(51);
        ProductList cut = got(catalogue.products(tenant(), GOODS, 1));
        assertThat(cut.products()).hasSize(50);
        assertThat(cut.extent()).isEqualTo(ProductList.Extent.CUT_SHORT);
    }

    @Test
    @DisplayName("bitrix24.md §5.7: one price of each type; prices of other types are not deleted")
    void prices_of_other_types_stay() {
        CrmRef product = put(draft("Стол")).product();
        var retail = new Price("1", new BigDecimal("1000.50"), "RUB");
        got(catalogue.price(tenant(), product, retail));
        got(catalogue.price(tenant(), product, new Price("2", new BigDecimal("900"), "RUB")));

        assertThat(got(catalogue.price(tenant(), product, retail))).isEqualTo(Written.NOTHING);
        assertThat(got(catalogue.price(tenant(), product, new Price("1", new BigDecimal("1100"), "RUB"))))
                .isEqualTo(Written.SOMETHING);

        assertThat(prices(product))
                .extracting(row ->
                        row.path("price").decimalValue().stripTrailingZeros().toPlainString())
                .containsExactly("1100", "900");
    }

    @Test
    @DisplayName("bitrix24.md §5.7: a property has a value and a valueId; equal stock is not written")
    void stock_is_shown_in_a_property() {
        try (StubPortal stub = StubPortal.start()) {
            stub.on("catalog.product.get", """
                    {"product":{"id":1243,"property258":{"value":"5","valueId":"9735"}}}""");
            stub.on("catalog.product.update", """
                    {"element":{"id":1243}}""");

            assertThat(got(catalogue.showStock(stub.tenant(), CHAIR, "258", new BigDecimal("5.000"))))
                    .isEqualTo(Written.NOTHING);
            assertThat(got(catalogue.showStock(stub.tenant(), CHAIR, "258", new BigDecimal("7"))))
                    .isEqualTo(Written.SOMETHING);

            assertThat(stub.calls("catalog.product.update"))
                    .singleElement()
                    .satisfies(call -> assertThat(call.parameters().at("/fields/property258"))
                            .isEqualTo(StubPortal.json("""
                                    {"valueId":"9735","value":"7"}""")));
        }
    }

    @Test
    void the_portals_own_stock_is_read() {
        try (StubPortal stub = StubPortal.start()) {
            stub.on("catalog.storeproduct.list", """
                    {"storeProducts":[{"amount":54.5,"id":11,"productId":1243,"storeId":1}]}""");

            assertThat(got(catalogue.stock(stub.tenant(), CHAIR)))
                    .containsExactly(new PortalStock("1", new BigDecimal("54.5")));
        }
    }
}
