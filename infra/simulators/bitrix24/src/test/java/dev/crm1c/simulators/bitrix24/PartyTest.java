package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §5.5: companies and contacts in the old shape, their phones and links")
class PartyTest extends WithPortal {

    @Test
    @DisplayName("§5.5 in the old methods a row without an ID always adds: the phone of a repeated request is doubled")
    void a_repeated_request_doubles_a_phone() throws Exception {
        long company = rest.call(
                        "crm.company.add",
                        "{'fields':{'TITLE':'Ромашка','ORIGINATOR_ID':'1c','ORIGIN_ID':'guid',"
                                + "'PHONE':[{'VALUE':'+74950000001','VALUE_TYPE':'WORK'}]}}")
                .result()
                .asLong();
        String update = "{'id':" + company + ",'fields':{'PHONE':[{'VALUE':'+74950000001'}]}}";
        rest.call("crm.company.update", update);
        JsonNode phones = get("crm.company.get", company).path("PHONE");
        assertThat(phones).hasSize(2);
        assertThat(Probe.keys(phones.path(0))).containsExactly("ID", "VALUE_TYPE", "VALUE", "TYPE_ID");
        rest.call(
                "crm.company.update",
                "{'id':" + company + ",'fields':{'PHONE':[{'ID':"
                        + phones.path(0).path("ID").asText()
                        + ",'DELETE':'Y'},{'ID':" + phones.path(1).path("ID").asText()
                        + ",'VALUE':'+74950000002'}]}}");
        assertThat(get("crm.company.get", company).path("PHONE").findValuesAsText("VALUE"))
                .containsExactly("+74950000002");
        rest.call("crm.company.update", "{'id':" + company + ",'fields':{'TITLE':'Лютик'}}");
        assertThat(get("crm.company.get", company).path("PHONE")).hasSize(1);
        assertThat(rest.call("crm.item.list", "{'entityTypeId':4,'filter':{'originatorId':'1c','originId':'guid'}}")
                        .result()
                        .path("items"))
                .hasSize(1);
    }

    @Test
    @DisplayName("§4.7 old answers are strings, an unknown id is 400 with an empty code")
    void old_answers_are_strings() throws Exception {
        long contact = rest.call("crm.contact.add", "{'fields':{'NAME':'Иван'}}")
                .result()
                .asLong();
        assertThat(get("crm.contact.get", contact).path("ID").isTextual()).isTrue();
        assertThat(get("crm.contact.get", contact).has("PHONE")).isFalse();
        assertThat(rest.get("crm.contact.get?id=404").text()).startsWith("{\"error\":\"\",\"error_description\":\"Not");
        assertThat(rest.call("crm.contact.add", "{'fields':'x'}").text()).contains("Parameter 'fields' must be array.");
        rest.call("crm.contact.delete", "{'id':" + contact + "}");
        assertThat(rest.get("crm.contact.get?id=" + contact).status()).isEqualTo(400);
    }

    @Test
    @DisplayName("§5.5 contacts of a deal and of a company are set as a whole")
    void links_of_contacts_are_set_as_a_whole() throws Exception {
        long company = person.company("Ромашка");
        long one = person.contact("Иван", "Иванов", company);
        long other = person.contact("Пётр", "Петров", 0);
        long deal = person.deal("Сделка", company);
        rest.call(
                "crm.deal.contact.items.set",
                "{'id':" + deal + ",'items':[{'CONTACT_ID':" + other + "},{'CONTACT_ID':" + one + "}]}");
        assertThat(portal.deal(deal).path("contactId").asLong()).isEqualTo(other);
        assertThat(rest.call("crm.deal.contact.items.get", "{'id':" + deal + "}")
                        .result()
                        .findValuesAsText("CONTACT_ID"))
                .containsExactly("2", "1");
        rest.call("crm.company.contact.items.set", "{'id':" + company + ",'items':[{'CONTACT_ID':" + other + "}]}");
        assertThat(rest.call("crm.company.contact.items.get", "{'id':" + company + "}")
                        .result()
                        .findValuesAsText("CONTACT_ID"))
                .containsExactly("2");
        assertThat(rest.call("crm.contact.company.items.get", "{'id':" + one + "}")
                        .result())
                .isEmpty();
        rest.call("crm.contact.company.items.set", "{'id':" + one + ",'items':[{'COMPANY_ID':" + company + "}]}");
        assertThat(portal.contact(one).path("companyId").asLong()).isEqualTo(company);
        assertThat(rest.call("crm.deal.contact.items.set", "{'id':" + deal + ",'items':[{'CONTACT_ID':404}]}")
                        .status())
                .isEqualTo(400);
        rest.call("crm.item.delete", "{'entityTypeId':3,'id':" + other + "}");
        assertThat(portal.deal(deal).path("contactIds").toString()).isEqualTo("[" + one + "]");
    }

    @Test
    @DisplayName("§5.5 findbycomm: by kind, nobody is [], twenty of one kind leave no place for another")
    void whoever_has_a_phone_is_found_by_it() throws Exception {
        assertThat(find("'type':'PHONE','values':['+7 495 000-00-01']").text()).contains("\"result\":[]");
        rest.call("crm.company.add", "{'fields':{'TITLE':'Ромашка','PHONE':[{'VALUE':'8 (495) 000-00-01'}]}}");
        assertThat(find("'type':'PHONE','values':['+7 495 000-00-01']").result().toString())
                .isEqualTo("{\"COMPANY\":[1]}");
        assertThat(find("'type':'PHONE','values':['+74950000001'],'entity_type':'CONTACT'")
                        .result())
                .isEmpty();
        for (int i = 0; i < 20; i++) {
            rest.call("crm.contact.add", "{'fields':{'NAME':'Иван','PHONE':[{'VALUE':'+74950000001'}]}}");
        }
        assertThat(Probe.keys(find("'type':'PHONE','values':['+74950000001']").result()))
                .containsExactly("CONTACT");
        assertThat(find("'values':['x']").body().path("error_description").asText())
                .isEqualTo("Parameter 'type' is required.");
        assertThat(find("'type':'EMAIL','values':[" + "'a@b',".repeat(20) + "'a@b']")
                        .status())
                .isEqualTo(400);
    }

    private Probe.Seen find(String params) throws Exception {
        return rest.call("crm.duplicate.findbycomm", "{" + params + "}");
    }

    private JsonNode get(String method, long id) throws Exception {
        return rest.call(method, "{'id':" + id + "}").result();
    }
}
