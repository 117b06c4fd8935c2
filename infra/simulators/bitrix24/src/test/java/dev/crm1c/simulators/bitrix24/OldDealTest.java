package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §5.3, §5.9: the frozen crm.deal.* and its user fields")
class OldDealTest extends WithPortal {

    @Test
    @DisplayName("§5.3 update answers true, ignores what is unknown and cannot change the pipeline")
    void update() throws Exception {
        long deal = person.deal("Сделка", 0);
        Probe.Seen seen = rest.form(
                "crm.deal.update",
                "id=" + deal + "&fields[CATEGORY_ID]=9&fields[NO_SUCH]=1&fields[UF_CRM_C1_INVOICE_NUMBER]=BP-7"
                        + "&fields[UF_CRM_NO_SUCH]=1");
        assertThat(seen.text()).startsWith("{\"result\":true,");
        assertThat(portal.deal(deal).path("categoryId").asInt()).isZero();
        assertThat(portal.deal(deal).path("UF_CRM_C1_INVOICE_NUMBER").asText()).isEqualTo("BP-7");
    }

    @Test
    @DisplayName("§5.2 saves and stamps also when nothing differs (undocumented: the hostile reading)")
    void alwaysSaves() throws Exception {
        long deal = person.deal("Сделка", 0);
        clock.advance(Duration.ofMinutes(1));
        rest.call("crm.deal.update", "{'id':" + deal + ",'fields':{'TITLE':'Сделка'}}");
        assertThat(portal.deal(deal).path("updatedTime").asText()).isEqualTo("2026-11-21T14:01:00+02:00");
    }

    @Test
    @DisplayName("§4.1 errors have no code and may hold HTML")
    void errors() throws Exception {
        long deal = person.deal("Сделка", 0);
        Probe.Seen stage = rest.call("crm.deal.update", "{'id':" + deal + ",'fields':{'STAGE_ID':'NOPE'}}");
        assertThat(stage.body().path("error").asText("x")).isEmpty();
        assertThat(stage.body().path("error_description").asText()).contains("<br>");
        assertThat(rest.call("crm.deal.update", "{'id':" + deal + "}").text())
                .isEqualTo("{\"error\":\"\",\"error_description\":\"Parameter 'fields' must be array.\"}");
        assertThat(rest.call("crm.deal.list", "{'filter':'x'}").text()).contains("Parameter 'filter' must be array.");
        assertThat(rest.call("crm.deal.get", "{}").text()).contains("ID is not defined or invalid.");
    }

    @Test
    @DisplayName("§4.6 list is a bare result; user fields come with UF_* or by name only")
    void list() throws Exception {
        person.deal("Сделка", 0);
        JsonNode byDefault = rest.call("crm.deal.list", "{}").result().path(0);
        assertThat(byDefault.path("ID").asText()).isEqualTo("1");
        assertThat(byDefault.has("UF_CRM_C1_INVOICE_NUMBER")).isFalse();
        assertThat(rest.call("crm.deal.list", "{'select':['ID','UF_*']}")
                        .result()
                        .path(0))
                .hasSize(5);
        assertThat(rest.call("crm.deal.list", "{'FILTER':{'>=DATE_MODIFY':'2026-11-21T14:00:01+02:00'}}")
                        .result())
                .isEmpty();
    }

    @Test
    @DisplayName("§5.9 userfield.add puts UF_CRM_ before the name; a double and a bad name are ERROR_CORE")
    void userFields() throws Exception {
        assertThat(rest.call("crm.deal.userfield.add", "{'fields':{'FIELD_NAME':'HELLO'}}")
                        .text())
                .contains("\"error\":\"\"", "The 'USER_TYPE_ID' field is not found.");
        String hello =
                "{'fields':{'FIELD_NAME':'HELLO_WORLD','USER_TYPE_ID':'string','MULTIPLE':'Y','LABEL':'Привет'}}";
        assertThat(rest.call("crm.deal.userfield.add", hello).result().isNumber())
                .isTrue();
        assertThat(rest.call("crm.deal.userfield.add", hello).error()).isEqualTo("ERROR_CORE");
        assertThat(rest.call("crm.deal.userfield.add", "{'fields':{'FIELD_NAME':'bad','USER_TYPE_ID':'string'}}")
                        .error())
                .isEqualTo("ERROR_CORE");
        JsonNode listed = rest.call("crm.deal.userfield.list", "{'filter':{'FIELD_NAME':'UF_CRM_HELLO_WORLD'}}")
                .result()
                .path(0);
        assertThat(listed.path("MULTIPLE").asText()).isEqualTo("Y");
        assertThat(Probe.keys(listed))
                .isEqualTo(Probe.keys(Probe.answerSample("crm.deal.userfield.list")
                        .path("result")
                        .path(0)));
        long deal = person.deal("Сделка", 0);
        rest.call("crm.item.update", "{'entityTypeId':2,'id':" + deal + ",'fields':{'ufCrmHelloWorld':['а','б']}}");
        assertThat(portal.deal(deal).path("UF_CRM_HELLO_WORLD")).hasSize(2);
    }

    @Test
    @DisplayName("§8 of the brief: the portal is born with the fields for an invoice of 1C")
    void bornWith() throws Exception {
        assertThat(rest.get("crm.deal.userfield.list").result().findValuesAsText("FIELD_NAME"))
                .containsExactly(
                        "UF_CRM_C1_INVOICE_NUMBER",
                        "UF_CRM_C1_INVOICE_DATE",
                        "UF_CRM_C1_INVOICE_SUM",
                        "UF_CRM_C1_INVOICE_LINK");
        assertThat(rest.get("crm.deal.userfield.list").result().findValuesAsText("USER_TYPE_ID"))
                .containsExactly("string", "date", "double", "url");
    }
}
