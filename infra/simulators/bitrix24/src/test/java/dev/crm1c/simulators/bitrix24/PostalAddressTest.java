package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.CrmEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §5.6: addresses, and what requisites and bank details can do besides")
class PostalAddressTest extends WithPortal {

    private static final String KEY = "'TYPE_ID':6,'ENTITY_TYPE_ID':8,'ENTITY_ID':1";
    private long company;
    private long requisite;

    @BeforeEach
    void client() {
        company = person.company("Ромашка");
        requisite = person.requisite(company, Map.of());
    }

    @Test
    @DisplayName("§5.6 the key is the type and the requisite; a second one is refused with TypeAddress exists")
    void an_address_is_known_by_its_type_and_requisite() throws Exception {
        assertThat(address("add", ",'CITY':'Тюмень'").result().asBoolean()).isTrue();
        assertThat(address("add", "").text())
                .startsWith("{\"error\":\"\",\"error_description\":\"TypeAddress exists\"");
        address("update", ",'CITY':'Омск','ANCHOR_ID':5");
        JsonNode row = rest.call("crm.address.list", "{'filter':{'ENTITY_TYPE_ID':8,'ENTITY_ID':" + requisite + "}}")
                .result()
                .path(0);
        assertThat(row.path("CITY").asText()).isEqualTo("Омск");
        assertThat(row.path("ANCHOR_TYPE_ID").asText()).isEqualTo("4");
        assertThat(row.path("ANCHOR_ID").asLong()).isEqualTo(company);
        assertThat(rest.call("crm.address.list", "{'filter':{'TYPE_ID':1}}").result())
                .isEmpty();
        address("delete", "");
        assertThat(rest.call("crm.address.list", "{}").result()).isEmpty();
        assertThat(address("delete", "").status()).isEqualTo(400);
        assertThat(rest.call("crm.address.add", "{'fields':{'TYPE_ID':6,'ENTITY_TYPE_ID':8,'ENTITY_ID':404}}")
                        .body()
                        .path("error_description")
                        .asText())
                .isEqualTo("ENTITY_ID is not defined or invalid.");
    }

    @Test
    @DisplayName("§2.3 ONCRMADDRESSREGISTER and UNREGISTER tell the whole key and its anchor")
    void addresses_are_announced_with_their_whole_key() throws Exception {
        try (Handler handler = new Handler(200)) {
            portal.events().parallel(1);
            portal.subscribe(handler.address(), Set.of(CrmEvent.ONCRMADDRESSREGISTER, CrmEvent.ONCRMADDRESSUNREGISTER));
            address("add", "");
            person.deleteRequisite(requisite);
            assertThat(portal.events().awaitQuiet(Duration.ofSeconds(10))).isTrue();
            assertThat(handler.calls()).hasSize(2);
            assertThat(handler.calls().getFirst().body())
                    .contains("%5BTYPE_ID%5D=6&", "%5BENTITY_TYPE_ID%5D=8&", "%5BENTITY_ID%5D=" + requisite + "&")
                    .contains("%5BANCHOR_ID%5D=" + company + "&", "%5BANCHOR_TYPE_ID%5D=4&");
            assertThat(handler.calls().getLast().body()).startsWith("event=ONCRMADDRESSUNREGISTER&");
        }
    }

    @Test
    @DisplayName("§5.6 the owner of a requisite does not change; deleted, it is not found by its documented text")
    void a_requisite_keeps_its_owner_until_it_is_deleted() throws Exception {
        long other = person.company("Лютик");
        rest.call(
                "crm.requisite.update",
                "{'id':" + requisite + ",'fields':{'ENTITY_ID':" + other + ",'RQ_INN':'7700000016'}}");
        JsonNode row = rest.get("crm.requisite.get?id=" + requisite).result();
        assertThat(row.path("ENTITY_ID").asLong()).isEqualTo(company);
        assertThat(row.path("RQ_INN").asText()).isEqualTo("7700000016");
        rest.call("crm.requisite.delete", "{'id':" + requisite + "}");
        assertThat(rest.get("crm.requisite.get?id=" + requisite)
                        .body()
                        .path("error_description")
                        .asText())
                .isEqualTo("The Requisite with ID '" + requisite + "' is not found");
    }

    @Test
    void a_bank_detail_is_changed_and_deleted() throws Exception {
        long bank = person.bankDetail(requisite, "044525225", "40702810200000000001", "Банк", null);
        rest.call(
                "crm.requisite.bankdetail.update", "{'id':" + bank + ",'fields':{'RQ_BIK':'044525999','ENTITY_ID':9}}");
        JsonNode row = rest.get("crm.requisite.bankdetail.get?id=" + bank).result();
        assertThat(row.path("RQ_BIK").asText()).isEqualTo("044525999");
        assertThat(row.path("ENTITY_ID").asLong()).isEqualTo(requisite);
        rest.call("crm.requisite.bankdetail.delete", "{'id':" + bank + "}");
        assertThat(rest.get("crm.requisite.bankdetail.get?id=" + bank)
                        .body()
                        .path("error_description")
                        .asText())
                .isEqualTo("The RequisiteBankDetail with ID '" + bank + "' is not found");
    }

    @Test
    @DisplayName("§5.6 a field that a preset does not show is stored all the same; user fields of requisites are too")
    void hidden_and_own_fields_are_stored() throws Exception {
        assertThat(rest.call("crm.requisite.preset.field.list", "{'preset':{'ID':2}}")
                        .result()
                        .findValuesAsText("FIELD_NAME"))
                .contains("RQ_OGRNIP")
                .doesNotContain("RQ_KPP");
        rest.call("crm.requisite.userfield.add", "{'fields':{'FIELD_NAME':'C1_REF','USER_TYPE_ID':'string'}}");
        rest.call(
                "crm.requisite.update",
                "{'id':" + requisite + ",'fields':{'RQ_OGRNIP':'304500116000157','UF_CRM_C1_REF':'guid'}}");
        JsonNode row = rest.get("crm.requisite.get?id=" + requisite).result();
        assertThat(row.path("RQ_OGRNIP").asText()).isEqualTo("304500116000157");
        assertThat(row.path("UF_CRM_C1_REF").asText()).isEqualTo("guid");
        assertThat(rest.call("crm.requisite.preset.field.list", "{'preset':{'ID':404}}")
                        .status())
                .isEqualTo(400);
    }

    private Probe.Seen address(String action, String more) throws Exception {
        return rest.call("crm.address." + action, "{'fields':{" + KEY + more + "}}");
    }
}
