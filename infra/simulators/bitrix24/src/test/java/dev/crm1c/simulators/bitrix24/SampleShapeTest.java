package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import dev.crm1c.simulators.bitrix24.goods.Goods;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("what the vendor's samples have, field by field and type by type, the simulator's answers have too")
class SampleShapeTest extends WithPortal {

    /** Fields of the sample's own portal: its user fields, its smart processes, properties of its catalogue. */
    private static final List<String> OF_THEIR_OWN =
            List.of("UF_CRM_", "PARENT_ID_", "parentId1", "property", "recurScheme", "trialPrice", "withoutOrder");

    private static final Set<String> OFTEN_EMPTY = Set.of("barcodeMulti", "enum");

    @Override
    PortalSettings settings() {
        return super.settings().withScopes("crm", "catalog", "im", "user_brief", "userfieldconfig");
    }

    @BeforeEach
    void something_of_everything() throws Exception {
        long company = person.company("Ромашка");
        rest.call(
                "crm.company.update",
                "{'id':1,'fields':{'PHONE':[{'VALUE':'+79998887766','VALUE_TYPE':'WORK'}],'INDUSTRY':'IT'}}");
        person.contact("Иван", "Иванов", company);
        rest.call(
                "crm.contact.update",
                "{'id':1,'fields':{'PHONE':[{'VALUE':'+7333333555'}],'EMAIL':[{'VALUE':'ivanov@example.work'}]}}");
        long requisite = person.requisite(company, Map.of());
        rest.call(
                "crm.address.add",
                "{'fields':{'TYPE_ID':1,'ENTITY_TYPE_ID':8,'ENTITY_ID':" + requisite + ",'CITY':'Тюмень'}}");
        long deal = person.deal("Сделка", company);
        person.rows(deal, List.of(ProductRow.of("Кресло", "1", "1")));
        rest.call("crm.item.payment.add", "{'entityId':1,'entityTypeId':2}");
        rest.call("crm.item.payment.pay", "{'id':1}");
        rest.call(
                "catalog.product.add",
                "{'fields':{'iblockId':23,'name':'Кресло','code':'kreslo','measure':5,'vatId':3,'quantity':10}}");
        rest.call("catalog.price.add", "{'fields':{'productId':1,'catalogGroupId':1,'price':100.5,'currency':'RUB'}}");
        portal.goods().stock().put(1, 1, "54");
        rest.call(
                "userfieldconfig.add",
                "{'moduleId':'crm','field':{'entityId':'CRM_SMART_INVOICE','fieldName':'UF_CRM_SMART_INVOICE_A',"
                        + "'userTypeId':'string'}}");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "crm.company.get | {'id':1}",
                "crm.company.list | {'select':['ID','TITLE','ASSIGNED_BY_ID','PHONE']}",
                "crm.contact.get | {'id':1}",
                "crm.contact.list | {'select':['ID','NAME','LAST_NAME','EXPORT','ASSIGNED_BY_ID','DATE_CREATE','EMAIL']}",
                "crm.address.list | {}",
                "crm.duplicate.findbycomm | {'type':'PHONE','values':['+7 333 333-555']}",
                "crm.item.payment.get | {'id':1}",
                "crm.item.payment.list | {'entityId':1,'entityTypeId':2}",
                "crm.stagehistory.list | {'entityTypeId':2}",
                "crm.currency.list | {}",
                "crm.vat.list | {}",
                "catalog.catalog.list | {}",
                "catalog.price.list | {'select':['id','productId','catalogGroupId','price','currency']}",
                "catalog.product.get | {'id':1}",
                "catalog.product.list | {'select':['*'],'filter':{'iblockId':23}}",
                "catalog.store.list | {}",
                "catalog.storeproduct.list | {}",
                "catalog.measure.get | {'id':6}",
                "user.current | {}",
                "userfieldconfig.list | {'moduleId':'crm'}",
                "im.notify.system.add | {'USER_ID':7,'MESSAGE':'x'}"
            })
    void an_answer_has_the_shape_of_its_sample(String method, String params) throws Exception {
        JsonNode answer = rest.call(method, params).result();
        JsonNode sample = Probe.answerSample(method).path("result");
        List<String> differences = new ArrayList<>();
        compare("result", sample, answer, differences);
        assertThat(differences).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"catalog.vat.list | vats", "catalog.priceType.list | priceTypes"})
    void a_dictionary_comes_in_its_result_or_bare_as_the_documentation_prints_it(String method, String name)
            throws Exception {
        JsonNode sample = Probe.answerSample(method).path(name);
        List<String> differences = new ArrayList<>();
        compare(name, sample, rest.call(method, "{}").result().path(name), differences);
        assertThat(differences).isEmpty();
        portal.goods().turn(Goods.Oddity.BARE_DICTIONARIES);
        compare(name, sample, rest.call(method, "{}").result(), differences);
        assertThat(differences).isEmpty();
    }

    @Test
    void a_written_price_and_a_written_product_have_the_shape_of_their_samples() throws Exception {
        List<String> differences = new ArrayList<>();
        compare(
                "price",
                Probe.answerSample("catalog.price.add").path("result").path("price"),
                rest.call("catalog.price.add", "{'fields':{'productId':1,'catalogGroupId':2,'price':1.5}}")
                        .result()
                        .path("price"),
                differences);
        compare(
                "element",
                Probe.answerSample("catalog.product.add").path("result").path("element"),
                rest.call("catalog.product.add", "{'fields':{'iblockId':23,'name':'Стол'}}")
                        .result()
                        .path("element"),
                differences);
        compare(
                "field",
                Probe.answerSample("userfieldconfig.add").path("result").path("field"),
                rest.call("userfieldconfig.get", "{'moduleId':'crm','id':5}")
                        .result()
                        .path("field"),
                differences);
        assertThat(differences).isEmpty();
    }

    @Test
    void fields_are_described_with_the_keys_of_the_sample() throws Exception {
        JsonNode sample = Probe.answerSample("crm.item.fields").path("result").path("fields");
        JsonNode fields =
                rest.call("crm.item.fields", "{'entityTypeId':31}").result().path("fields");
        for (String name : List.of("id", "title", "xmlId", "createdTime", "assignedById", "opened", "begindate")) {
            assertThat(Probe.keys(fields.path(name))).as(name).isEqualTo(Probe.keys(sample.path(name)));
            assertThat(fields.path(name).path("type"))
                    .as(name)
                    .isEqualTo(sample.path(name).path("type"));
            assertThat(fields.path(name).path("upperName"))
                    .as(name)
                    .isEqualTo(sample.path(name).path("upperName"));
        }
        JsonNode bank = Probe.answerSample("crm.requisite.bankdetail.fields").path("result");
        JsonNode ours = rest.call("crm.requisite.bankdetail.fields", "{}").result();
        assertThat(Probe.keys(ours)).containsAll(Probe.keys(bank));
        assertThat(Probe.keys(ours.path("ENTITY_ID"))).isEqualTo(Probe.keys(bank.path("ENTITY_ID")));
        assertThat(ours.path("ENTITY_ID").path("isImmutable").asBoolean()).isTrue();
    }

    /** An empty value of either side says nothing of the type. */
    private static void compare(String path, JsonNode sample, JsonNode answer, List<String> differences) {
        if (sample.isNull() || answer.isNull()) {
            return;
        }
        if (sample.isArray() && answer.isArray()) {
            if (!sample.isEmpty()) {
                if (answer.isEmpty()) {
                    differences.add(path + " is empty");
                } else {
                    compare(path + "[]", sample.get(0), answer.get(0), differences);
                }
            }
            return;
        }
        // PHP writes a map with nothing in it as a list (§4.5).
        if (sample.isObject() && answer.isArray() && answer.isEmpty()) {
            return;
        }
        if (sample.getNodeType() != answer.getNodeType()) {
            differences.add(path + ": " + sample.getNodeType() + " but " + answer.getNodeType() + " " + answer);
            return;
        }
        for (Map.Entry<String, JsonNode> field : sample.properties()) {
            String name = field.getKey();
            if (OF_THEIR_OWN.stream().anyMatch(name::startsWith) || OFTEN_EMPTY.contains(name)) {
                continue;
            }
            if (answer.has(name)) {
                compare(path + "." + name, field.getValue(), answer.get(name), differences);
            } else {
                differences.add(path + "." + name + " is missing");
            }
        }
    }
}
