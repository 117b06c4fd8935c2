package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a person does in the portal's pages, as REST shows it")
class SalespersonTest extends WithPortal {

    @Override
    PortalSettings settings() {
        return super.settings().withScopes("crm", "catalog");
    }

    @Test
    @DisplayName("§5.5 a person who buys: a deal of a contact and no company; phones come by get and by an explicit *")
    void a_person_buys() throws Exception {
        long contact = person.person("Иванова", "Анна", "Петровна", "+7 921 000-00-01", "");
        long deal = person.dealOfPerson("Диван", contact);

        JsonNode read = rest.call("crm.item.get", "{'entityTypeId':2,'id':" + deal + "}")
                .item();
        assertThat(read.path("contactId").asLong()).isEqualTo(contact);
        assertThat(read.path("companyId").asLong()).isZero();
        String ofContact = "'entityTypeId':3,'filter':{'id':" + contact + "}";
        JsonNode whole = rest.call("crm.item.list", "{" + ofContact + ",'select':['*']}")
                .result()
                .path("items")
                .path(0);
        assertThat(whole.path("lastName").asText()).isEqualTo("Иванова");
        assertThat(whole.path("secondName").asText()).isEqualTo("Петровна");
        assertThat(whole.path("fm")).singleElement().satisfies(phone -> {
            assertThat(phone.path("typeId").asText()).isEqualTo("PHONE");
            assertThat(phone.path("value").asText()).isEqualTo("+7 921 000-00-01");
        });
        assertThat(rest.call("crm.item.list", "{" + ofContact + "}")
                        .result()
                        .path("items")
                        .path(0)
                        .has("fm"))
                .isFalse();
    }

    @Test
    @DisplayName(
            "§5.6 one of our own companies sells: MC_REQUISITE_ID of the deal's link, and the client's choice stays")
    void our_company_sells() throws Exception {
        long company = person.company("ООО «Покупатель»");
        long requisite = person.requisite(company, Map.of());
        long bank = person.bankDetail(requisite, "044525225", "40702810900000000001", "Банк", "30101810400000000225");
        long seller = person.requisite(person.myCompany("ООО «Продавец»"), Map.of());
        long deal = person.deal("Сделка", company);
        person.chooseRequisites(deal, requisite, bank, 0, 0);

        person.sellAs(deal, seller);

        JsonNode link = rest.call("crm.requisite.link.list", "{'filter':{'ENTITY_TYPE_ID':2,'ENTITY_ID':" + deal + "}}")
                .result()
                .path(0);
        assertThat(link.path("MC_REQUISITE_ID").asLong()).isEqualTo(seller);
        assertThat(link.path("REQUISITE_ID").asLong()).isEqualTo(requisite);
        assertThat(link.path("BANK_DETAIL_ID").asLong()).isEqualTo(bank);
    }

    @Test
    @DisplayName("§5.2 won, lost and taken up again: stageSemanticId and closed follow the stage; createdTime does not")
    void won_and_lost() throws Exception {
        Instant then = Instant.parse("2025-03-01T08:00:00Z");
        long deal = person.dealSince(then, "Старая", person.company("ООО «Покупатель»"));
        for (String[] stage : new String[][] {{"WON", "S", "Y"}, {"LOSE", "F", "Y"}, {"EXECUTING", "P", "N"}}) {
            person.moveDeal(deal, stage[0]);
            JsonNode read = rest.call("crm.item.get", "{'entityTypeId':2,'id':" + deal + "}")
                    .item();
            assertThat(read.path("stageSemanticId").asText()).isEqualTo(stage[1]);
            assertThat(read.path("closed").asText()).isEqualTo(stage[2]);
            assertThat(read.path("createdTime").asText()).isEqualTo("2025-03-01T10:00:00+02:00");
        }
        person.fillDeal(deal, "assignedById", "8");
        assertThat(portal.deal(deal).path("assignedById").asLong()).isEqualTo(8);
    }

    @Test
    @DisplayName("§5.7 a product with its article and barcode in properties of its own: {value, valueId}")
    void a_product_with_marks() throws Exception {
        long product = portal.administrator().product("Насос", Map.of(98, "N-1", 99, "4600000000015"));

        JsonNode read = rest.call("catalog.product.get", "{'id':" + product + "}")
                .result()
                .path("product");
        assertThat(read.path("property98").path("value").asText()).isEqualTo("N-1");
        assertThat(read.path("property99").path("value").asText()).isEqualTo("4600000000015");
        assertThat(read.path("xmlId").asText()).isEqualTo(Long.toString(product));
        assertThat(rest.call(
                                "catalog.product.list",
                                "{'select':['id','iblockId','xmlId','property98'],'filter':{'iblockId':23,'id':["
                                        + product + "]}}")
                        .result()
                        .path("products")
                        .path(0)
                        .path("property98")
                        .path("value")
                        .asText())
                .isEqualTo("N-1");
    }

    @Test
    @DisplayName("§5.9 a field that somebody added to the deals by hand, once")
    void a_field_by_hand() throws Exception {
        portal.administrator().dealField("C1_HANDED_OVER", "string", "Отгружено");
        portal.administrator().dealField("C1_HANDED_OVER", "string", "Отгружено");
        long deal = person.deal("Сделка", 0);
        person.fillDeal(deal, "UF_CRM_C1_HANDED_OVER", "1=2");
        assertThat(portal.deal(deal).path("UF_CRM_C1_HANDED_OVER").asText()).isEqualTo("1=2");
        person.fillDeal(deal, "UF_CRM_C1_HANDED_OVER", "");
        assertThat(portal.deal(deal).path("UF_CRM_C1_HANDED_OVER").asText("")).isEmpty();
    }
}
