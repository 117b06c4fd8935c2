package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.deal.RowDraft;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.invoice.CrmInvoice;
import dev.crm1c.model.invoice.CrmInvoice.Parent;
import dev.crm1c.model.invoice.CrmInvoice.Party;
import dev.crm1c.model.invoice.CrmInvoice.Place;
import dev.crm1c.model.port.CrmInvoices;
import dev.crm1c.model.port.CrmInvoices.Put;
import dev.crm1c.model.portal.Written;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.simulators.bitrix24.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InvoiceDeskTest extends AgainstTheSimulator {
    private static final UUID KEY = UUID.fromString("5e4641fd-1dd9-11e6-b2f2-005056c00008");

    @Inject
    CrmInvoices invoices;

    @Inject
    Bitrix24Client client;

    private long deal;
    private long buyer;
    private long seller;
    private long requisite;

    @BeforeEach
    void fillPortal() {
        buyer = salesperson.company("Покупатель");
        requisite = salesperson.requisite(buyer, "5001000027", "502401001", "Покупатель", "", "");
        seller = salesperson.myCompany("Мы");
        deal = salesperson.deal("Сделка", buyer);
        portal.resetCounters();
    }

    private CrmInvoice invoice(String title, String price, Place place) {
        return new CrmInvoice(
                KEY,
                title,
                "00БП-000001",
                LocalDate.of(2026, 11, 21),
                LocalDate.of(2026, 11, 28),
                company(buyer),
                company(seller),
                new Parent.OfDeal(ref(deal)),
                place,
                "RUB",
                List.of(new RowDraft(
                        "1c-1",
                        new DealLine.Product.TypedByHand(),
                        "Стол",
                        new BigDecimal("2"),
                        new BigDecimal(price),
                        new DealLine.TaxRate.Percent(new BigDecimal("22")),
                        "796")),
                Map.of(Party.BUYER, new CrmRef(CrmKind.REQUISITE, Long.toString(requisite))));
    }

    private static CrmRef company(long id) {
        return new CrmRef(CrmKind.COMPANY, Long.toString(id));
    }

    private Put put(CrmInvoice invoice) {
        return got(invoices.put(tenant(), invoice));
    }

    private List<JsonNode> stored() {
        ObjectNode parameters = JsonNodeFactory.instance.objectNode().put("entityTypeId", 31);
        return got(client.call(tenant(), "crm.item.list", parameters))
                .path("items")
                .valueStream()
                .toList();
    }

    @Test
    @DisplayName("bitrix24.md §5.8: an invoice of 1C hangs on its deal, names its parties and carries 1C's key")
    void an_invoice_is_made_with_its_rows_and_parties() {
        Put put = put(invoice("Счёт № 1", "1000.50", new Place.WhereItIs()));

        assertThat(put.written()).isEqualTo(Written.SOMETHING);
        assertThat(stored()).singleElement().satisfies(item -> {
            assertThat(item.path("id").asText()).isEqualTo(put.invoice().id());
            assertThat(item.path("xmlId").asText()).isEqualTo(KEY.toString());
            assertThat(item.path("parentId2").asLong()).isEqualTo(deal);
            assertThat(item.path("companyId").asLong()).isEqualTo(buyer);
            assertThat(item.path("mycompanyId").asLong()).isEqualTo(seller);
            assertThat(item.path("opportunity").decimalValue()).isEqualByComparingTo("2001");
            assertThat(item.path("begindate").asText()).startsWith("2026-11-21");
        });
    }

    @Test
    void an_equal_invoice_is_read_and_not_written() {
        Put first = put(invoice("Счёт № 1", "1000.50", new Place.WhereItIs()));
        String updated = stored().getFirst().path("updatedTime").asText();
        portal.resetCounters();

        assertThat(put(invoice("Счёт № 1", "1000.50", new Place.WhereItIs())))
                .isEqualTo(new Put(first.invoice(), Written.NOTHING));

        assertThat(portal.requestCount()).isEqualTo(3);
        assertThat(stored().getFirst().path("updatedTime").asText()).isEqualTo(updated);
    }

    @Test
    void what_differs_is_changed_in_the_same_invoice() {
        Put first = put(invoice("Счёт № 1", "1000", new Place.WhereItIs()));

        Put second = put(invoice("Счёт № 1 (изменён)", "1100", new Place.At(new StageRef("0", "DT31_0:P"))));

        assertThat(second).isEqualTo(new Put(first.invoice(), Written.SOMETHING));
        assertThat(stored()).singleElement().satisfies(item -> {
            assertThat(item.path("title").asText()).isEqualTo("Счёт № 1 (изменён)");
            assertThat(item.path("stageId").asText()).isEqualTo("DT31_0:P");
            assertThat(item.path("opportunity").decimalValue()).isEqualByComparingTo("2200");
        });
    }

    @Test
    @DisplayName("bitrix24.md §0.8: a create whose answer was lost is looked for by xmlId")
    void a_lost_answer_makes_no_second_invoice() {
        portal.faults().on("crm.item.add").next(1, Fault.committedThenLost());
        CrmInvoice invoice = invoice("Счёт № 1", "1000", new Place.WhereItIs());

        stopped(invoices.put(tenant(), invoice));
        put(invoice);

        assertThat(stored())
                .singleElement()
                .satisfies(item ->
                        assertThat(item.path("opportunity").decimalValue()).isEqualByComparingTo("2000"));
    }

    @Test
    @DisplayName("bitrix24.md §5.6: registering a link replaces it whole, so what people chose is sent along")
    void what_people_chose_stays_chosen() {
        Put put = put(invoice("Счёт № 1", "1000", new Place.WhereItIs()));
        long sellers = salesperson.requisite(seller, "7802000030", "780201001", "Мы", "", "");
        ObjectNode link = JsonNodeFactory.instance.objectNode();
        link.putObject("fields")
                .put("ENTITY_TYPE_ID", 31)
                .put("ENTITY_ID", put.invoice().id())
                .put("MC_REQUISITE_ID", sellers);
        got(client.call(tenant(), "crm.requisite.link.register", link));

        put(invoice("Счёт № 1", "1000", new Place.WhereItIs()));

        ObjectNode asked = JsonNodeFactory.instance.objectNode();
        asked.putObject("filter").put("ENTITY_TYPE_ID", 31);
        JsonNode stored =
                got(client.call(tenant(), "crm.requisite.link.list", asked)).get(0);
        assertThat(stored.path("REQUISITE_ID").asLong()).isEqualTo(requisite);
        assertThat(stored.path("MC_REQUISITE_ID").asLong()).isEqualTo(sellers);
    }
}
