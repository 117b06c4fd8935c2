package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.CrmEvent;
import dev.crm1c.simulators.bitrix24.crm.ItemType;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §5.2, §5.8: smart invoices, and crm.item.* for every kind")
class InvoiceTest extends WithPortal {

    @Test
    @DisplayName("§5.8 an invoice hangs on a deal and is sold by one of my companies; its stages are DT31_{cat}:…")
    void an_invoice_is_made_as_documented() throws Exception {
        long company = person.company("Ромашка");
        long mine = person.myCompany("Мы");
        long deal = person.deal("Сделка", company);
        JsonNode invoice = rest.call(
                        "crm.item.add",
                        "{'entityTypeId':31,'fields':{'title':'Счёт','parentId2':" + deal + ",'companyId':" + company
                                + ",'mycompanyId':" + mine + ",'xmlId':'guid','accountNumber':'БП-1'}}")
                .item();
        assertThat(invoice.path("entityTypeId").asInt()).isEqualTo(31);
        assertThat(invoice.path("parentId2").asLong()).isEqualTo(deal);
        assertThat(invoice.path("mycompanyId").asLong()).isEqualTo(mine);
        assertThat(invoice.path("xmlId").asText()).isEqualTo("guid");
        assertThat(invoice.path("stageId").asText()).isEqualTo("DT31_0:N");
        assertThat(rest.call("crm.status.list", "{'filter':{'ENTITY_ID':'SMART_INVOICE_STAGE_0'}}")
                        .result()
                        .findValuesAsText("STATUS_ID"))
                .containsExactly("DT31_0:N", "DT31_0:S", "DT31_0:P", "DT31_0:D");
        JsonNode paid = rest.call("crm.item.update", "{'entityTypeId':31,'id':1,'fields':{'stageId':'DT31_0:P'}}")
                .item();
        assertThat(paid.path("previousStageId").asText()).isEqualTo("DT31_0:N");
        assertThat(rest.call("crm.item.list", "{'entityTypeId':31,'filter':{'xmlId':'guid'}}")
                        .result()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    void an_invoice_of_nobodys_deal_a_foreign_seller_or_an_unknown_stage_is_refused() throws Exception {
        long client = person.company("Клиент");
        for (String field : List.of("'parentId2':404", "'mycompanyId':" + client, "'stageId':'NEW'", "'companyId':9")) {
            assertThat(rest.call("crm.item.add", "{'entityTypeId':31,'fields':{" + field + "}}")
                            .error())
                    .as(field)
                    .isEqualTo("CRM_FIELD_ERROR_VALUE_NOT_VALID");
        }
        assertThat(rest.call("crm.item.list", "{'entityTypeId':5}").error()).isEqualTo("ENTITY_TYPE_NOT_SUPPORTED");
    }

    @Test
    @DisplayName(
            "§5.3 rows of ownerType SI belong to the invoice and make its sum, not that of the deal with its number")
    void rows_of_an_invoice_are_its_own() throws Exception {
        long deal = person.deal("Сделка", 0);
        long invoice = person.invoice("Счёт", deal);
        assertThat(deal).isEqualTo(invoice);
        rest.call(
                "crm.item.productrow.set",
                "{'ownerType':'SI','ownerId':" + invoice + ",'productRows':[{'productName':'Стол','price':100,"
                        + "'quantity':2}]}");
        JsonNode row = rest.call(
                        "crm.item.productrow.list", "{'filter':{'=ownerType':'SI','=ownerId':" + invoice + "}}")
                .result()
                .path("productRows")
                .path(0);
        assertThat(row.path("ownerType").asText()).isEqualTo("SI");
        assertThat(portal.rows(deal)).isEmpty();
        assertThat(rest.call("crm.item.get", "{'entityTypeId':31,'id':" + invoice + "}")
                        .item()
                        .path("opportunity")
                        .asInt())
                .isEqualTo(200);
        assertThat(portal.deal(deal).path("opportunity").asInt()).isZero();
        assertThat(rest.call("crm.item.productrow.set", "{'ownerType':'CO','ownerId':1,'productRows':[]}")
                        .error())
                .isEqualTo("ENTITY_TYPE_NOT_SUPPORTED");
    }

    @Test
    @DisplayName("§5.6 an invoice is linked to requisites of its own client and of its own seller")
    void requisites_of_an_invoice_are_those_of_its_client_and_seller() throws Exception {
        long client = person.company("Клиент");
        long mine = person.myCompany("Мы");
        long alsoMine = person.myCompany("Тоже мы");
        long theirs = person.requisite(client, Map.of());
        long ours = person.requisite(mine, Map.of());
        long others = person.requisite(alsoMine, Map.of());
        rest.call(
                "crm.item.add", "{'entityTypeId':31,'fields':{'companyId':" + client + ",'mycompanyId':" + mine + "}}");
        assertThat(link(theirs, others).body().path("error_description").asText())
                .isEqualTo("The Requisite with ID '" + others + "' is not assigned to Company with ID '" + mine + "'");
        assertThat(link(theirs, ours).result().asBoolean()).isTrue();
        assertThat(rest.call("crm.requisite.link.list", "{'filter':{'ENTITY_TYPE_ID':31,'ENTITY_ID':1}}")
                        .result()
                        .path(0)
                        .path("MC_REQUISITE_ID")
                        .asLong())
                .isEqualTo(ours);
    }

    @Test
    @DisplayName(
            "§2.3 changes of invoices are those of a smart process with ENTITY_TYPE_ID 31; equal values are silent")
    void changes_of_invoices_come_as_those_of_a_smart_process() throws Exception {
        try (Handler handler = new Handler(200)) {
            portal.events().parallel(1);
            portal.subscribe(
                    handler.address(), EnumSet.range(CrmEvent.ONCRMDYNAMICITEMADD, CrmEvent.ONCRMDYNAMICITEMDELETE));
            long invoice = person.invoice("Счёт", person.deal("Сделка", 0));
            String update = "{'entityTypeId':31,'id':" + invoice + ",'fields':{'title':'Другой'}}";
            rest.call("crm.item.update", update);
            rest.call("crm.item.update", update);
            rest.call("crm.item.delete", "{'entityTypeId':31,'id':" + invoice + "}");
            assertThat(portal.events().awaitQuiet(Duration.ofSeconds(10))).isTrue();
            assertThat(handler.calls())
                    .extracting(Handler.Call::body)
                    .satisfiesExactly(
                            one -> assertThat(one)
                                    .startsWith("event=ONCRMDYNAMICITEMADD&")
                                    .contains("%5BID%5D=1&data%5BFIELDS%5D%5BENTITY_TYPE_ID%5D=31&ts="),
                            two -> assertThat(two).startsWith("event=ONCRMDYNAMICITEMUPDATE&"),
                            three -> assertThat(three).startsWith("event=ONCRMDYNAMICITEMDELETE&"));
        }
    }

    @Test
    @DisplayName("§5.2 delete answers an empty list; who referred to the deleted one does so no more")
    void what_is_deleted_is_referred_to_no_more() throws Exception {
        long company = person.company("Ромашка");
        long requisite = person.requisite(company, Map.of());
        long deal = person.deal("Сделка", company);
        Probe.Seen deleted = rest.call("crm.item.delete", "{'entityTypeId':4,'id':" + company + "}");
        assertThat(deleted.result())
                .isEqualTo(Probe.answerSample("crm.item.delete").path("result"));
        assertThat(portal.deal(deal).path("companyId").asLong()).isZero();
        assertThat(rest.get("crm.requisite.get?id=" + requisite).status()).isEqualTo(400);
        assertThat(rest.call("crm.item.delete", "{'entityTypeId':4,'id':" + company + "}")
                        .error())
                .isEqualTo("NOT_FOUND");
    }

    @Test
    @DisplayName("§5.2 import sets the stamps that add does not; batchImport takes twenty and not one more")
    void imported_items_have_the_stamps_of_another_system() throws Exception {
        String stamped = "{'title':'Старая','createdTime':'2020-01-02T03:04:05+02:00','createdBy':8}";
        long added = rest.call("crm.item.add", "{'entityTypeId':2,'fields':" + stamped + "}")
                .item()
                .path("id")
                .asLong();
        assertThat(portal.deal(added).path("createdTime").asText()).startsWith("2026-");
        long imported = rest.call("crm.item.import", "{'entityTypeId':2,'fields':" + stamped + "}")
                .item()
                .path("id")
                .asLong();
        assertThat(portal.deal(imported).path("createdTime").asText()).isEqualTo("2020-01-02T03:04:05+02:00");
        assertThat(portal.deal(imported).path("createdBy").asInt()).isEqualTo(8);
        String many = "{'entityTypeId':2,'data':[" + (stamped + ",").repeat(19) + stamped;
        assertThat(rest.call("crm.item.batchImport", many + "]}").result().path("items"))
                .hasSize(20);
        assertThat(rest.call("crm.item.batchImport", many + "," + stamped + "]}")
                        .error())
                .isEqualTo("INVALID_ARG_VALUE");
    }

    @Test
    @DisplayName("§5.2 a field that is mandatory at a stage: without it crm.item.update does not come there")
    void a_mandatory_field_keeps_a_deal_from_its_stage() throws Exception {
        portal.mandatory().require(ItemType.DEAL, "sourceId", "EXECUTING");
        long deal = person.deal("Сделка", 0);
        String move = "{'entityTypeId':2,'id':" + deal + ",'fields':{'stageId':'EXECUTING'%s}}";
        assertThat(rest.call("crm.item.update", move.formatted("")).error())
                .isEqualTo("CRM_FIELD_ERROR_VALUE_NOT_VALID");
        assertThat(portal.deal(deal).path("stageId").asText()).isEqualTo("NEW");
        assertThat(rest.call("crm.item.update", move.formatted(",'sourceId':'WEB'"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("§5.4 the trail of stages: 1 created, 2 moved, 3 finished, 5 another pipeline")
    void the_trail_of_stages_tells_every_move() throws Exception {
        long deal = person.deal("Сделка", 0);
        person.moveDeal(deal, "EXECUTING");
        person.moveDeal(deal, "WON");
        person.moveDealToPipeline(deal, 9);
        JsonNode items = rest.call("crm.stagehistory.list", "{'entityTypeId':2,'filter':{'OWNER_ID':" + deal + "}}")
                .result()
                .path("items");
        assertThat(items.findValuesAsText("TYPE_ID")).containsExactly("1", "2", "3", "5");
        assertThat(items.findValuesAsText("STAGE_ID")).containsExactly("NEW", "EXECUTING", "WON", "C9:NEW");
    }

    @Test
    @DisplayName("§5.8 payments are of deals and invoices only, and are paid and not paid again")
    void payments_are_paid_and_taken_back() throws Exception {
        person.deal("Сделка", 0);
        long payment = rest.call("crm.item.payment.add", "{'entityTypeId':2,'entityId':1}")
                .result()
                .asLong();
        rest.call("crm.item.payment.pay", "{'id':" + payment + "}");
        assertThat(rest.call("crm.item.payment.get", "{'id':" + payment + "}")
                        .result()
                        .path("paid")
                        .asText())
                .isEqualTo("Y");
        rest.call("crm.item.payment.unpay", "{'id':" + payment + "}");
        JsonNode row = rest.call("crm.item.payment.list", "{'entityTypeId':2,'entityId':1}")
                .result()
                .path(0);
        assertThat(row.path("paid").asText()).isEqualTo("N");
        assertThat(row.path("datePaid").isNull()).isTrue();
        assertThat(rest.call("crm.item.payment.get", "{'id':404}").text())
                .startsWith("{\"error\":0,\"error_description\":\"Недостаточно прав\"");
        assertThat(rest.call("crm.item.payment.add", "{'entityTypeId':4,'entityId':1}")
                        .error())
                .isEqualTo("ENTITY_TYPE_NOT_SUPPORTED");
    }

    private Probe.Seen link(long requisite, long myRequisite) throws Exception {
        return rest.call(
                "crm.requisite.link.register",
                "{'fields':{'ENTITY_TYPE_ID':31,'ENTITY_ID':1,'REQUISITE_ID':" + requisite + ",'MC_REQUISITE_ID':"
                        + myRequisite + "}}");
    }
}
