package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §5.6: requisites, bank details and their links to deals")
class LegalDataTest extends WithPortal {

    @Test
    @DisplayName(
            "§5.6 a requisite has the documented keys, strings and nulls; DATE_MODIFY is \"\" until the first edit")
    void requisite() throws Exception {
        long company = person.company("Ромашка");
        long id = rest.call(
                        "crm.requisite.add",
                        "{'fields':{'ENTITY_TYPE_ID':4,'ENTITY_ID':" + company
                                + ",'PRESET_ID':1,'NAME':'Организация','RQ_INN':7700000016,'XML_ID':'x'}}")
                .result()
                .asLong();
        JsonNode row = rest.call("crm.requisite.get", "{'id':" + id + "}").result();
        assertThat(Probe.keys(row))
                .isEqualTo(Probe.keys(Probe.answerSample("crm.requisite.get").path("result")));
        assertThat(row.path("RQ_INN").isTextual()).isTrue();
        assertThat(row.path("RQ_KPP").isNull()).isTrue();
        assertThat(row.path("DATE_MODIFY").asText("x")).isEmpty();
        assertThat(row.path("MODIFY_BY_ID").isNull()).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(rest.call("crm.requisite.update", "{'id':" + id + ",'fields':{'RQ_KPP':'773601001','ENTITY_ID':9}}")
                        .result()
                        .asBoolean())
                .isTrue();
        JsonNode edited = portal.requisite(id);
        assertThat(edited.path("DATE_MODIFY").asText()).isEqualTo("2026-11-21T14:01:00+02:00");
        assertThat(edited.path("ENTITY_ID").asText()).as("immutable").isEqualTo(Long.toString(company));
    }

    @Test
    @DisplayName("§5.6 owner, preset and name are mandatory; nobody checks the digits of an INN")
    void mandatory() throws Exception {
        long company = person.company("Ромашка");
        String owner = "'ENTITY_TYPE_ID':4,'ENTITY_ID':" + company;
        for (String fields : new String[] {
            "'ENTITY_TYPE_ID':2,'ENTITY_ID':1,'PRESET_ID':1,'NAME':'x'",
            "'ENTITY_TYPE_ID':4,'ENTITY_ID':404,'PRESET_ID':1,'NAME':'x'",
            owner + ",'PRESET_ID':77,'NAME':'x'",
            owner + ",'PRESET_ID':1"
        }) {
            Probe.Seen seen = rest.call("crm.requisite.add", "{'fields':{" + fields + "}}");
            assertThat(seen.status()).isEqualTo(400);
            assertThat(seen.text()).startsWith("{\"error\":\"\",").contains("is not defined or invalid.");
        }
        assertThat(rest.call("crm.requisite.add", "{'fields':{" + owner + ",'PRESET_ID':1,'NAME':'x','RQ_INN':'1'}}")
                        .status())
                .isEqualTo(200);
        assertThat(rest.call("crm.requisite.get", "{'id':57}").text())
                .isEqualTo("{\"error\":\"\",\"error_description\":\"The Requisite with ID '57' is not found\"}");
    }

    @Test
    @DisplayName(
            "§5.6, §6.3 list shows all fields unless selected, finds by INN, and a never-edited one by DATE_CREATE only")
    void list() throws Exception {
        long company = person.company("Ромашка");
        person.requisite(company, "7700000016", "773601001", "ООО", null, null);
        clock.advance(Duration.ofHours(1));
        long edited = person.requisite(company, Map.of("RQ_INN", "5001000027"));
        person.fillRequisite(edited, "RQ_KPP", "502401001");
        JsonNode all = rest.call("crm.requisite.list", "{'filter':{'ENTITY_TYPE_ID':4,'ENTITY_ID':" + company + "}}")
                .body();
        assertThat(all.path("total").asInt()).isEqualTo(2);
        assertThat(all.path("result").path(0).size())
                .isEqualTo(
                        Probe.answerSample("crm.requisite.get").path("result").size());
        assertThat(rest.call("crm.requisite.list", "{'filter':{'RQ_INN':'7700000016'},'select':['ID','RQ_INN']}")
                        .result()
                        .toString())
                .isEqualTo("[{\"ID\":\"1\",\"RQ_INN\":\"7700000016\"}]");
        assertThat(rest.call("crm.requisite.list", "{'filter':{'>=DATE_MODIFY':'2000-01-01'},'select':['ID']}")
                        .result()
                        .toString())
                .isEqualTo("[{\"ID\":\"" + edited + "\"}]");
        assertThat(rest.call("crm.requisite.list", "{'filter':{'>=DATE_CREATE':'2026-11-21T14:00:00+02:00'}}")
                        .result())
                .hasSize(2);
    }

    @Test
    @DisplayName("§5.6 bank details hang on a requisite and have the documented keys")
    void bankDetails() throws Exception {
        long requisite = person.requisite(person.company("Ромашка"), Map.of());
        assertThat(rest.call("crm.requisite.bankdetail.add", "{'fields':{'NAME':'Банк'}}")
                        .text())
                .contains("ENTITY_ID is not defined or invalid.");
        long id = rest.call(
                        "crm.requisite.bankdetail.add",
                        "{'fields':{'ENTITY_ID':" + requisite + ",'NAME':'Банк','RQ_BIK':'044525225'}}")
                .result()
                .asLong();
        JsonNode row = rest.get("crm.requisite.bankdetail.get?id=" + id).result();
        assertThat(Probe.keys(row))
                .isEqualTo(Probe.keys(
                        Probe.answerSample("crm.requisite.bankdetail.get").path("result")));
        assertThat(row.path("RQ_BIK").asText()).isEqualTo("044525225");
        assertThat(rest.call(
                                "crm.requisite.bankdetail.list",
                                "{'filter':{'@ENTITY_ID':[" + requisite + "]},'select':['RQ_BIK']}")
                        .result()
                        .toString())
                .isEqualTo("[{\"RQ_BIK\":\"044525225\"}]");
        assertThat(rest.get("crm.requisite.bankdetail.get?id=99").text())
                .contains("The RequisiteBankDetail with ID '99' is not found");
    }

    @Test
    @DisplayName("§5.6 a link holds only what belongs to the client of the deal and to a company of our own")
    void links() throws Exception {
        long client = person.company("Клиент");
        long requisite = person.requisite(client, Map.of());
        long bank = person.bankDetail(requisite, "044525225", "40702810200000000001", "Банк", null);
        long stranger = person.requisite(person.company("Чужой"), Map.of());
        long mine = person.requisite(person.myCompany("Мы"), Map.of());
        long deal = person.deal("Сделка", client);
        assertThat(rest.call("crm.requisite.link.list", "{'filter':{'ENTITY_TYPE_ID':2,'ENTITY_ID':" + deal + "}}")
                        .result())
                .isEmpty();
        assertThat(register(deal, stranger, 0, 0).text())
                .contains(
                        "The Requisite with ID '" + stranger + "' is not assigned to Company with ID '" + client + "'");
        assertThat(register(deal, requisite, 0, stranger).status()).isEqualTo(400);
        assertThat(register(404, requisite, 0, 0).text()).contains("Entity is not found");
        assertThat(register(deal, requisite, bank, mine).result().asBoolean()).isTrue();
        JsonNode link = rest.call("crm.requisite.link.get", "{'entityTypeId':2,'entityId':" + deal + "}")
                .result();
        assertThat(Probe.keys(link))
                .isEqualTo(Probe.keys(Probe.answerSample("crm.requisite.link.list")
                        .path("result")
                        .path(0)));
        assertThat(link.path("MC_REQUISITE_ID").asText()).isEqualTo(Long.toString(mine));
        assertThat(link.path("MC_BANK_DETAIL_ID").asText()).isEqualTo("0");
    }

    @Test
    @DisplayName("§5.6 presets are told apart by XML_ID; those of the portal itself have none")
    void presets() throws Exception {
        assertThat(rest.call("crm.requisite.preset.list", "{'select':['ID','NAME']}")
                        .result())
                .isEqualTo(Probe.answerSample("crm.requisite.preset.list").path("result"));
        JsonNode all = rest.call("crm.requisite.preset.list", "{'filter':{'%XML_ID':'CRM_REQUISITE_PRESET_DEF_'}}")
                .result();
        assertThat(all).hasSize(3);
    }

    private Probe.Seen register(long deal, long requisite, long bank, long mine) throws Exception {
        return rest.call(
                "crm.requisite.link.register",
                "{'fields':{'ENTITY_TYPE_ID':2,'ENTITY_ID':" + deal + ",'REQUISITE_ID':" + requisite
                        + ",'BANK_DETAIL_ID':" + bank + ",'MC_REQUISITE_ID':" + mine + ",'MC_BANK_DETAIL_ID':0}}");
    }
}
