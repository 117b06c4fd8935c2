package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The brief, 8 and 9: the demo's portal and its people")
class DemoPortalTest extends WithPortal {

    @Test
    @DisplayName(
            "the demo has a client with legal data and a deal with three rows, a discount and a service among them")
    void demo() throws Exception {
        DemoPortal demo = DemoPortal.fill(person);
        assertThat(portal.company(demo.company()).path("title").asText()).isEqualTo("ООО «Северный ветер»");
        assertThat(portal.requisite(demo.requisite()).path("RQ_INN").asText()).isEqualTo("5001000027");
        List<JsonNode> rows = portal.rows(demo.deal());
        assertThat(rows).extracting(row -> row.path("taxRate").asText("none")).containsExactly("22", "22", "none");
        assertThat(rows).extracting(row -> row.path("type").asInt()).containsExactly(1, 1, 7);
        assertThat(rows.get(1).path("discountSum").asText()).isEqualTo("4179.45");
        assertThat(portal.deal(demo.deal()).path("opportunity").decimalValue()).isEqualByComparingTo("101352.32");
        assertThat(rest.call(
                                "crm.item.update",
                                "{'entityTypeId':2,'id':" + demo.deal() + ",'fields':{'stageId':'PREPAYMENT_INVOICE'}}")
                        .item()
                        .path("stageId")
                        .asText())
                .isEqualTo("PREPAYMENT_INVOICE");
    }

    @Test
    @DisplayName(
            "§1.1 a webhook acts as the employee whose it is: the salesperson's curl is no echo of the integration")
    void employees() throws Exception {
        long deal = person.deal("Сделка", 0);
        rest.getAt(portal.salespersonWebhookUrl()
                .resolve("crm.item.update?entityTypeId=2&fields%5Btitle%5D=Other&id=" + deal));
        assertThat(portal.deal(deal).path("updatedBy").asLong()).isEqualTo(person.userId());
        rest.call("crm.item.update", "{'entityTypeId':2,'id':" + deal + ",'fields':{'title':'Third'}}");
        assertThat(portal.deal(deal).path("updatedBy").asLong()).isEqualTo(1);
    }

    @Test
    @DisplayName("the environment sets the port, the secret and the token")
    void environment() {
        PortalSettings settings = Bitrix24SimulatorMain.settings(
                Map.of("PORT", "9999", "WEBHOOK_SECRET", "s3", "APPLICATION_TOKEN", "t"));
        assertThat(settings.listening().port()).isEqualTo(9999);
        assertThat(settings.access().secret()).isEqualTo("s3");
        assertThat(settings.outgoing().applicationToken()).isEqualTo("t");
        assertThat(portal.webhookCredential()).isEqualTo("1/simulatedsecret0");
        assertThat(portal.address().toString()).matches("http://127\\.0\\.0\\.1:\\d+/");
    }

    @Test
    @DisplayName("§5.3 a service that is written anew through REST stays a service")
    void serviceStays() throws Exception {
        DemoPortal demo = DemoPortal.fill(person);
        JsonNode rows = rest.call(
                        "crm.item.productrow.set",
                        "{'ownerType':'D','ownerId':" + demo.deal()
                                + ",'productRows':[{'productId':103,'price':1},{'productId':101,'price':1}]}")
                .result()
                .path("productRows");
        assertThat(rows.path(0).path("type").asInt()).isEqualTo(7);
        assertThat(rows.path(1).path("type").asInt()).isEqualTo(1);
    }

    @Test
    @DisplayName("a person edits rows one by one")
    void rows() {
        long deal = person.deal("Сделка", 0);
        long row = person.addRow(deal, ProductRow.of("Стул", "10.10", "1"));
        person.editRowQuantity(row, "3");
        person.editRowPrice(row, "10.20");
        person.editRow(row, old -> old.withVat(10));
        assertThat(portal.deal(deal).path("opportunity").asText()).isEqualTo("30.6");
        assertThat(portal.rows(deal).getFirst().path("taxRate").asInt()).isEqualTo(10);
        person.removeRow(row);
        assertThat(portal.deal(deal).path("opportunity").asInt()).isZero();
        person.fillDeal(deal, "UF_CRM_C1_INVOICE_NUMBER", "БП-1");
        assertThat(portal.deal(deal).path("UF_CRM_C1_INVOICE_NUMBER").asText()).isEqualTo("БП-1");
    }

    @Test
    @DisplayName("people and callers may work at the same time: no id is given twice, no change is lost")
    void together() throws Exception {
        ConcurrentLinkedQueue<Long> ids = new ConcurrentLinkedQueue<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> work = IntStream.range(0, 200)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> ids.add(
                            i % 2 == 0
                                    ? person.company("Компания " + i)
                                    : rest.call("crm.item.add", "{'entityTypeId':4,'fields':{'title':'" + i + "'}}")
                                            .item()
                                            .path("id")
                                            .asLong())))
                    .toList();
            for (Future<?> one : work) {
                one.get();
            }
        }
        assertThat(ids).hasSize(200).doesNotHaveDuplicates();
        assertThat(rest.call("crm.item.list", "{'entityTypeId':4}")
                        .body()
                        .path("total")
                        .asInt())
                .isEqualTo(200);
    }
}
