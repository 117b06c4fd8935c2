package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("bitrix24.md §5.2: crm.item.get, add and update")
class ItemTest extends WithPortal {

    @ParameterizedTest
    @CsvSource({"1, ENTITY_TYPE_NOT_SUPPORTED", "5, ENTITY_TYPE_NOT_SUPPORTED", "1032, NOT_FOUND", "2, NOT_FOUND"})
    @DisplayName("§5.1, §5.2 a kind that is not kept is ENTITY_TYPE_NOT_SUPPORTED, an absent item NOT_FOUND")
    void unknown(int entityTypeId, String code) throws Exception {
        Probe.Seen seen = rest.get("crm.item.get?id=404&entityTypeId=" + entityTypeId);
        assertThat(seen.status()).isEqualTo(400);
        assertThat(seen.error()).isEqualTo(code);
        if (entityTypeId == 2) {
            assertThat(seen.body().path("error_description").asText()).isEqualTo("Элемент не найден");
        }
    }

    @Test
    @DisplayName("§5.2 update answers with the whole item and stamps who and when, to the second")
    void stamps() throws Exception {
        long deal = person.deal("Сделка", 0);
        clock.advance(Duration.ofMillis(61_700));
        JsonNode item = update(deal, "'title':'Другая'").item();
        assertThat(item.path("title").asText()).isEqualTo("Другая");
        assertThat(item.path("createdBy").asLong()).isEqualTo(7);
        assertThat(item.path("updatedBy").asLong()).isEqualTo(1);
        assertThat(item.path("updatedTime").asText()).isEqualTo("2026-11-21T14:01:01+02:00");
        assertThat(item.path("createdTime").asText()).isEqualTo("2026-11-21T14:00:00+02:00");
        assertThat(item.has("opportunity")).isTrue();
    }

    @Test
    @DisplayName("§5.2 update saves nothing when no value differs, however it is written")
    void unchanged() throws Exception {
        long company = person.company("Ромашка");
        long deal = person.deal("Сделка", company);
        update(deal, "'opportunity':100.5,'begindate':'2026-01-02'");
        clock.advance(Duration.ofMinutes(5));
        JsonNode item = update(
                        deal,
                        "'title':'Сделка','companyId':'" + company
                                + "','opportunity':'100.50','begindate':'2026-01-02T02:00:00+02:00','stageId':'NEW'")
                .item();
        assertThat(item.path("updatedTime").asText()).isEqualTo("2026-11-21T14:00:00+02:00");
        assertThat(portal.deal(deal).path("updatedBy").asLong()).isEqualTo(1);
    }

    @Test
    @DisplayName("§5.2 user fields are ufCrm… by default and as they are with useOriginalUfNames")
    void userFieldNames() throws Exception {
        long deal = person.deal("Сделка", 0);
        String spelled = "ufCrm_C1_INVOICE_NUMBER";
        assertThat(update(deal, "'" + spelled + "':'БП-1'").item().path(spelled).asText())
                .isEqualTo("БП-1");
        JsonNode original = rest.call(
                        "crm.item.update",
                        "{'entityTypeId':2,'id':" + deal + ",'useOriginalUfNames':'Y',"
                                + "'fields':{'UF_CRM_C1_INVOICE_SUM':'100.10','UF_CRM_C1_INVOICE_DATE':'2026-11-21',"
                                + "'" + spelled + "':'не то имя'}}")
                .item();
        assertThat(original.path("UF_CRM_C1_INVOICE_NUMBER").asText()).isEqualTo("БП-1");
        assertThat(original.path("UF_CRM_C1_INVOICE_SUM").decimalValue()).isEqualByComparingTo("100.1");
        assertThat(original.path("UF_CRM_C1_INVOICE_DATE").asText()).isEqualTo("2026-11-21T02:00:00+02:00");
        assertThat(original.has(spelled)).isFalse();
    }

    @Test
    @DisplayName("§5.3 what is unknown or read-only is passed over in silence, and is no change")
    void unknownFields() throws Exception {
        long deal = person.deal("Сделка", 0);
        clock.advance(Duration.ofMinutes(1));
        Probe.Seen seen = update(
                deal, "'UF_CRM_NO_SUCH':'x','ufCrmNoSuch':'x','nosuch':1,'updatedBy':99,'createdTime':'2001-01-01'");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.item().path("updatedBy").asLong()).isEqualTo(7);
        assertThat(seen.item().has("nosuch")).isFalse();
    }

    @Test
    @DisplayName("§5.4 a stage must be one of the pipeline; a final stage closes the deal")
    void stages() throws Exception {
        long deal = person.deal("Сделка", 0);
        assertThat(update(deal, "'stageId':'C9:NEW'").error()).isEqualTo("CRM_FIELD_ERROR_VALUE_NOT_VALID");
        clock.advance(Duration.ofMinutes(1));
        JsonNode won = update(deal, "'stageId':'WON'").item();
        assertThat(won.path("stageSemanticId").asText()).isEqualTo("S");
        assertThat(won.path("closed").asText()).isEqualTo("Y");
        assertThat(won.path("movedBy").asLong()).isEqualTo(1);
        assertThat(won.path("movedTime").asText()).isEqualTo("2026-11-21T14:01:00+02:00");
        JsonNode moved = update(deal, "'categoryId':9").item();
        assertThat(moved.path("stageId").asText()).isEqualTo("C9:NEW");
        assertThat(moved.path("closed").asText()).isEqualTo("N");
    }

    @Test
    @DisplayName("§4.7 numbers are read as PHP reads them: a comma ends a number")
    void phpNumbers() throws Exception {
        long deal = person.deal("Сделка", 0);
        assertThat(update(deal, "'opportunity':'1234,56'")
                        .item()
                        .path("opportunity")
                        .intValue())
                .isEqualTo(1234);
        assertThat(update(deal, "'opportunity':'abc'")
                        .item()
                        .path("opportunity")
                        .intValue())
                .isZero();
        assertThat(update(deal, "'companyId':999").error()).isEqualTo("CRM_FIELD_ERROR_VALUE_NOT_VALID");
    }

    @Test
    @DisplayName(
            "§5.5 fm of an update is keyed by operation: n… adds each time, a number edits, an empty value deletes")
    void multiFields() throws Exception {
        String phone = "'fm':{'n0':{'typeId':'PHONE','valueType':'WORK','value':'+74950000000'}}";
        long company = rest.call(
                        "crm.item.add",
                        "{'entityTypeId':4,'fields':{'title':'Ромашка',"
                                + "'fm':[{'typeId':'EMAIL','valueType':'WORK','value':'a@example.com'}]}}")
                .item()
                .path("id")
                .asLong();
        updateCompany(company, phone);
        JsonNode twice = updateCompany(company, phone);
        assertThat(twice.path("fm")).hasSize(3);
        assertThat(twice.path("hasPhone").asText()).isEqualTo("Y");
        long mail = twice.path("fm").path(0).path("id").asLong();
        long first = twice.path("fm").path(1).path("id").asLong();
        JsonNode edited = updateCompany(
                company,
                "'fm':{'" + mail + "':{'typeId':'EMAIL','value':''},'" + first + "':{'value':'+74951111111'}}");
        assertThat(edited.path("fm")).hasSize(2);
        assertThat(edited.path("fm").path(0).path("value").asText()).isEqualTo("+74951111111");
        assertThat(edited.path("hasEmail").asText()).isEqualTo("N");
        JsonNode listed = updateCompany(company, "'fm':[{'typeId':'PHONE','value':'+7'}]");
        assertThat(listed.path("fm")).as("a plain list is no operation").hasSize(2);
    }

    private Probe.Seen update(long deal, String fields) throws Exception {
        return rest.call("crm.item.update", "{'entityTypeId':2,'id':" + deal + ",'fields':{" + fields + "}}");
    }

    private JsonNode updateCompany(long company, String fields) throws Exception {
        return rest.call("crm.item.update", "{'entityTypeId':4,'id':" + company + ",'fields':{" + fields + "}}")
                .item();
    }
}
