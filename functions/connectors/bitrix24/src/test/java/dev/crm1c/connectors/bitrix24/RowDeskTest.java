package dev.crm1c.connectors.bitrix24;

import static dev.crm1c.connectors.bitrix24.Replies.delay;
import static dev.crm1c.connectors.bitrix24.Replies.got;
import static dev.crm1c.connectors.bitrix24.Replies.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.bitrix24.Surroundings.SwitchedBudget;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.deal.RowDraft;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.port.CrmRows;
import dev.crm1c.model.port.RequestBudget.Grant;
import dev.crm1c.model.portal.Written;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.CrmConnection;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.SecretName;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.bitrix24.Bitrix24Simulator;
import dev.crm1c.simulators.bitrix24.PortalSettings;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import dev.crm1c.simulators.bitrix24.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RowDeskTest {
    @Inject
    CrmRows rows;

    @Inject
    SwitchedBudget budget;

    private Bitrix24Simulator portal;
    private long deal;

    @BeforeEach
    void startPortal() {
        portal = Bitrix24Simulator.start(PortalSettings.defaults().withWebhookSecret(Surroundings.WEBHOOK_SECRET));
        deal = portal.salesperson().deal("Сделка", 0);
        budget.next = new Grant.Granted();
        portal.resetCounters();
    }

    @AfterEach
    void stopPortal() {
        portal.close();
    }

    private Written bring(RowDraft... drafts) {
        return got(rows.bring(tenant(), owner(), List.of(drafts)));
    }

    private CrmRef owner() {
        return new CrmRef(CrmKind.DEAL, Long.toString(deal));
    }

    private Tenant tenant() {
        Tenant demo = DemoTenant.of("bitrix24", Unknown.DESCRIBE);
        var connection = new CrmConnection(
                demo.crm().system(), portal.address(), new SecretName("demo/crm"), Set.of(), Map.of(), Map.of());
        return new Tenant(demo.id(), connection, demo.onec(), demo.scenarios(), demo.terms(), demo.lanes());
    }

    private static RowDraft draft(String key, String name, String price, String quantity) {
        return new RowDraft(
                key,
                new DealLine.Product.TypedByHand(),
                name,
                new BigDecimal(quantity),
                new BigDecimal(price),
                new DealLine.TaxRate.Percent(new BigDecimal("22")),
                "796");
    }

    private static RowDraft withoutVat(String key, String name) {
        return new RowDraft(
                key,
                new DealLine.Product.TypedByHand(),
                name,
                BigDecimal.ONE,
                BigDecimal.TEN,
                new DealLine.TaxRate.None(),
                "796");
    }

    private List<String> texts(String field) {
        return stored().stream().map(row -> row.path(field).asText()).toList();
    }

    private List<JsonNode> stored() {
        return new ArrayList<>(portal.rows(deal));
    }

    @Test
    @DisplayName("bitrix24.md §5.3: rows are set only where there are none, and null is the rate of \"without VAT\"")
    void the_first_rows_are_set_at_once() {
        assertThat(bring(draft("1c-1", "Стол", "1000.50", "2"), withoutVat("1c-2", "Доставка")))
                .isEqualTo(Written.SOMETHING);

        assertThat(texts("productName")).containsExactly("Стол", "Доставка");
        assertThat(texts("xmlId")).containsExactly("1c-1", "1c-2");
        assertThat(stored().get(1).path("taxRate").isNull()).isTrue();
        assertThat(portal.requestCount()).isEqualTo(2);
    }

    @Test
    void equal_rows_are_read_and_not_written() {
        bring(draft("1c-1", "Стол", "1000.50", "2"), withoutVat("1c-2", "Доставка"));
        portal.resetCounters();

        assertThat(bring(draft("1c-1", "Стол", "1000.5", "2.000"), withoutVat("1c-2", "Доставка")))
                .isEqualTo(Written.NOTHING);
        assertThat(portal.requestCount()).isEqualTo(1);
    }

    @Test
    @DisplayName("bitrix24.md §5.3: a set would change the rows' ids and lose their reserves")
    void a_row_that_stays_keeps_its_id() {
        bring(draft("1c-1", "Стол", "1000", "2"), draft("1c-2", "Стул", "500", "4"), withoutVat("1c-3", "Доставка"));
        List<String> before = texts("id");

        bring(draft("1c-1", "Стол", "1100", "2"), withoutVat("1c-3", "Доставка"), withoutVat("1c-4", "Сборка"));

        assertThat(texts("productName")).containsExactly("Стол", "Доставка", "Сборка");
        assertThat(texts("price")).containsExactly("1100", "10", "10");
        assertThat(texts("id")).startsWith(before.get(0), before.get(2));
        assertThat(stored().get(2).path("taxRate").isNull()).isTrue();
    }

    @Test
    void zero_percent_and_without_vat_are_told_apart() {
        var zero = new RowDraft(
                "1c-1",
                new DealLine.Product.TypedByHand(),
                "Доставка",
                BigDecimal.ONE,
                BigDecimal.TEN,
                new DealLine.TaxRate.Percent(BigDecimal.ZERO),
                "796");
        bring(zero);

        assertThat(bring(withoutVat("1c-1", "Доставка"))).isEqualTo(Written.SOMETHING);
        assertThat(stored().getFirst().path("taxRate").isNull()).isTrue();
        assertThat(bring(zero)).isEqualTo(Written.SOMETHING);
        assertThat(stored().getFirst().path("taxRate").isNull()).isFalse();
    }

    @Test
    void a_row_that_people_typed_becomes_ours_and_keeps_its_discount() {
        portal.salesperson()
                .rows(
                        deal,
                        List.of(ProductRow.of("Стол", "900", "2").withVat(22).withDiscountPercent("10")));
        String id = texts("id").getFirst();

        bring(draft("1c-1", "Стол", "900", "3"));

        assertThat(texts("id")).containsExactly(id);
        assertThat(texts("xmlId")).containsExactly("1c-1");
        assertThat(texts("quantity")).containsExactly("3");
        assertThat(texts("discountRate")).containsExactly("10");
    }

    @Test
    @DisplayName("bitrix24.md §5.3: rows of an order (sale_basket_N) are left alone")
    void rows_of_an_order_are_left_alone() {
        ProductRow plain = ProductRow.of("Из магазина", "10", "1");
        portal.salesperson()
                .rows(
                        deal,
                        List.of(new ProductRow(
                                0,
                                plain.productName(),
                                plain.price(),
                                plain.quantity(),
                                2,
                                BigDecimal.ZERO,
                                BigDecimal.ZERO,
                                null,
                                true,
                                796,
                                "шт",
                                0,
                                "sale_basket_5",
                                1)));

        bring(draft("1c-1", "Из магазина", "20", "2"));
        bring();

        assertThat(texts("xmlId")).containsExactly("sale_basket_5");
        assertThat(texts("price")).containsExactly("10");
    }

    @Test
    @DisplayName("bitrix24.md §0.8: after a lost answer the rows are read before anything is written")
    void a_lost_answer_doubles_no_row() {
        bring(draft("1c-1", "Стол", "1000", "2"));
        portal.faults().on("crm.item.productrow.add").next(1, Fault.committedThenLost());
        var both = List.of(draft("1c-1", "Стол", "1000", "2"), draft("1c-2", "Стул", "500", "4"));

        assertThat(delay(rows.bring(tenant(), owner(), both))).isEqualTo(Delay.CRM_UNREACHABLE);
        got(rows.bring(tenant(), owner(), both));

        assertThat(texts("productName")).containsExactly("Стол", "Стул");
    }

    @Test
    @DisplayName("bitrix24.md §4.5: at most twenty heavy writes in one request")
    void many_rows_are_written_in_portions() {
        bring(draft("1c-0", "Строка 0", "10", "1"));
        var many = new ArrayList<RowDraft>();
        for (int i = 0; i < 45; i++) {
            many.add(draft("1c-" + i, "Строка " + i, "10", "1"));
        }
        portal.resetCounters();

        got(rows.bring(tenant(), owner(), many));

        assertThat(texts("productName")).hasSize(45);
        assertThat(portal.requestCount()).isEqualTo(4);
    }

    @Test
    void what_the_portal_refuses_is_told_to_people_in_its_words() {
        bring(draft("1c-1", "Стол", "1000", "2"));
        portal.faults()
                .on("crm.item.productrow.update")
                .next(1, Fault.methodFails(400, "ERROR_CORE", "Количество<br>не задано"));

        assertThat(stopped(rows.bring(tenant(), owner(), List.of(draft("1c-1", "Стол", "1000", "3")))))
                .isEqualTo(new Outcome.NeedsPeople(new Problem.CrmSaysNo("Количество не задано")));
    }

    @Test
    void only_deals_and_invoices_have_rows() {
        assertThat(stopped(rows.bring(tenant(), new CrmRef(CrmKind.COMPANY, "1"), List.of())))
                .isInstanceOf(Outcome.Refused.class);
    }
}
