package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("bitrix24.md §4.6: lists")
class ItemListTest extends WithPortal {

    @Test
    @DisplayName("§4.6 a page is 50 rows whatever is asked, next is there only when there is more")
    void pages() throws Exception {
        for (int i = 0; i < 120; i++) {
            person.company("Компания " + i);
        }
        JsonNode first = list("'select':['id'],'limit':500").body();
        assertThat(first.path("result").path("items")).hasSize(50);
        assertThat(first.path("total").asInt()).isEqualTo(120);
        assertThat(first.path("next").asInt()).isEqualTo(50);
        JsonNode last = list("'select':['id'],'start':100").body();
        assertThat(last.path("result").path("items")).hasSize(20);
        assertThat(last.has("next")).isFalse();
    }

    @Test
    @DisplayName("§4.6 start=-1 counts nothing: total 0 and no next, a cursor by >id walks on")
    void withoutCount() throws Exception {
        for (int i = 0; i < 60; i++) {
            person.company("Компания " + i);
        }
        JsonNode first = list("'select':['id'],'start':-1").body();
        assertThat(first.path("total").asInt()).isZero();
        assertThat(first.has("next")).isFalse();
        long last = first.path("result").path("items").path(49).path("id").asLong();
        assertThat(ids("'filter':{'>id':" + last + "},'start':-1")).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'=title':'альфа' | 1",
                "'title':'Альфа' | 1",
                "'!title':'Альфа' | 2,3",
                "'!=title':'Альфа' | 2,3",
                "'@id':[1,3] | 1,3",
                "'id':[1,3] | 1,3",
                "'!@id':[1,3] | 2",
                "'%title':'ет' | 2",
                "'!%title':'ет' | 1,3",
                "'=%title':'%а' | 1,2,3",
                "'%=title':'Бет%' | 2",
                "'>id':1,'<id':3 | 2",
                "'>=id':2 | 2,3",
                "'<=id':2 | 1,2",
                "'=originId':'' | 1,3",
                "'!=originId':'' | 2",
                "'%typeId':'CUST' | none",
                "'=typeId':'CUSTOMER' | 2",
                "'0':{'logic':'OR','0':{'=title':'Альфа'},'1':{'=title':'Гамма'}},'>id':1 | 3",
                "'>=updatedTime':'2026-11-21T12:02:00Z' | 3",
                "'>=updatedTime':'2026-11-21T14:01:00+02:00' | 2,3",
                "'>=updatedTime':'2026-11-21T14:01:00 02:00' | none"
            })
    @DisplayName("§4.6 prefixes; LIKE not on dictionaries; a moment whose plus became a space finds nothing")
    void filters(String filter, String expected) throws Exception {
        person.company("Альфа");
        clock.advance(Duration.ofMinutes(1));
        rest.call("crm.item.add", "{'entityTypeId':4,'fields':{'title':'Бета','originId':'1c-2','typeId':'CUSTOMER'}}");
        clock.advance(Duration.ofMinutes(1));
        person.company("Гамма");
        assertThat(ids("'filter':{" + filter + "}").toString())
                .isEqualTo("[" + expected.replace("none", "").replace(",", ", ") + "]");
    }

    @Test
    @DisplayName("§5.2 crm.item.list refuses a field that it does not know, an old list passes over it and returns all")
    void unknownFilter() throws Exception {
        person.deal("Сделка", 0);
        assertThat(list("'filter':{'=TITLE':'x'}").error()).isEqualTo("INVALID_ARG_VALUE");
        assertThat(rest.call("crm.deal.list", "{'filter':{'=title':'x'}}").result())
                .hasSize(1);
    }

    @Test
    @DisplayName("§4.6 order by several fields; a select limits the row to it, the id too")
    void orderAndSelect() throws Exception {
        for (String title : List.of("Б", "А", "Б")) {
            person.company(title);
        }
        assertThat(ids("'order':{'title':'DESC','id':'DESC'}")).containsExactly(3L, 1L, 2L);
        assertThat(list("'select':['title'],'filter':{'=id':1}").result().toString())
                .isEqualTo("{\"items\":[{\"title\":\"Б\"}]}");
    }

    @Test
    @DisplayName("§5.2 phones come in a list with an explicit \"*\" only")
    void multiFields() throws Exception {
        rest.call(
                "crm.item.add",
                "{'entityTypeId':4,'fields':{'title':'Ромашка','fm':[{'typeId':'PHONE','value':'1'}]}}");
        assertThat(list("'filter':{}").result().path("items").path(0).has("fm")).isFalse();
        assertThat(list("'select':['*']").result().path("items").path(0).path("fm"))
                .hasSize(1);
    }

    @Test
    @DisplayName("§4.6 a user field of yes and no is filtered by 1 and 0, and \"Y\" counts as 0")
    void userFlag() throws Exception {
        rest.call("crm.deal.userfield.add", "{'fields':{'FIELD_NAME':'URGENT','USER_TYPE_ID':'boolean'}}");
        long urgent = person.deal("Срочная", 0);
        person.fillDeal(urgent, "UF_CRM_URGENT", "Y");
        long other = person.deal("Обычная", 0);
        person.fillDeal(other, "UF_CRM_URGENT", "N");
        assertThat(rest.call("crm.item.list", "{'entityTypeId':2,'filter':{'=ufCrmUrgent':1},'select':['id']}")
                        .result()
                        .path("items"))
                .hasSize(1);
        assertThat(rest.call("crm.item.list", "{'entityTypeId':2,'filter':{'=ufCrmUrgent':'Y'},'select':['id']}")
                        .result()
                        .path("items")
                        .path(0)
                        .path("id")
                        .asLong())
                .isEqualTo(other);
    }

    private Probe.Seen list(String params) throws Exception {
        return rest.call("crm.item.list", "{'entityTypeId':4," + params + "}");
    }

    private List<Long> ids(String params) throws Exception {
        List<Long> ids = new ArrayList<>();
        list(params)
                .result()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asLong()));
        return ids;
    }
}
