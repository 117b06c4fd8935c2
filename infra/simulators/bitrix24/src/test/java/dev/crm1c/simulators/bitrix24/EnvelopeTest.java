package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import dev.crm1c.simulators.bitrix24.wire.SystemErrors;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §4.1, §4.7: the envelope, and types by family, against the documented answers")
class EnvelopeTest extends WithPortal {

    @Test
    @DisplayName("§4.1 time has the keys of the documented answer, operating and its reset among them")
    void timeBlock() throws Exception {
        Probe.Seen seen = rest.get("crm.status.list");
        JsonNode sample = Probe.answerSample("crm.status.list");
        assertThat(Probe.keys(seen.body())).isEqualTo(Probe.keys(sample));
        assertThat(Probe.keys(seen.body().path("time"))).isEqualTo(Probe.keys(sample.path("time")));
        assertThat(seen.body().path("time").path("date_start").asText()).isEqualTo("2026-11-21T14:00:00+02:00");
        assertThat(seen.body().path("time").path("operating_reset_at").asLong()).isEqualTo(NOON.getEpochSecond() + 600);
    }

    @Test
    @DisplayName("§4.4 operating may be missing")
    void withoutOperating() throws Exception {
        portal.operating().show(false);
        assertThat(Probe.keys(rest.get("profile").body().path("time")))
                .doesNotContain("operating", "operating_reset_at");
    }

    @Test
    @DisplayName("§4.7 a deal of crm.item.add has the keys and types of the documented answer")
    void modernDeal() throws Exception {
        JsonNode sample = Probe.answerSample("crm.item.add").path("result").path("item");
        JsonNode item = rest.call(
                        "crm.item.add",
                        "{'entityTypeId':2,'fields':{'title':'Новая','opportunity':999.99,"
                                + "'isManualOpportunity':'Y','begindate':'2024-06-18','probability':50}}")
                .item();
        List<String> expected = new ArrayList<>(Probe.keys(sample));
        expected.removeIf(key -> key.startsWith("uf") || key.startsWith("parentId"));
        assertThat(Probe.keys(item)).containsAll(expected);
        for (String key : expected) {
            JsonNodeType type = item.path(key).getNodeType();
            if (type != JsonNodeType.NULL && sample.path(key).getNodeType() != JsonNodeType.NULL) {
                assertThat(type).as(key).isEqualTo(sample.path(key).getNodeType());
            }
        }
        assertThat(item.path("begindate").asText()).as("a date is 02:00").isEqualTo("2024-06-18T02:00:00+02:00");
        assertThat(item.path("companyId").toString()).as("unset reference").isEqualTo("0");
        assertThat(item.path("leadId").isNull()).isTrue();
        assertThat(item.path("hasProducts").isNull()).as("disabled field").isTrue();
        assertThat(item.path("opened").asText()).isEqualTo("Y");
        assertThat(item.path("observers").isArray()).isTrue();
    }

    @Test
    @DisplayName("§4.7 a double without a fraction is written without one: 90000, but 90000.5")
    void doubles() throws Exception {
        long deal = person.deal("Сделка", 0);
        for (String[] pair : new String[][] {{"90000", "90000"}, {"90000.50", "90000.5"}, {"0.10", "0.1"}}) {
            String text = rest.call(
                            "crm.item.update",
                            "{'entityTypeId':2,'id':" + deal + ",'fields':{'opportunity':'" + pair[0] + "'}}")
                    .text();
            assertThat(text).contains("\"opportunity\":" + pair[1] + ",");
        }
    }

    @Test
    @DisplayName("§4.7 the old family writes everything as strings, unset references too, an empty user field as \"\"")
    void oldDeal() throws Exception {
        long deal = person.deal("Сделка", 0);
        person.rows(deal, List.of(ProductRow.of("Стул", "1000000", "1")));
        JsonNode result = rest.get("crm.deal.get?id=" + deal).result();
        List<String> expected =
                new ArrayList<>(Probe.keys(Probe.answerSample("crm.deal.get").path("result")));
        expected.removeIf(key -> key.startsWith("UF_") || key.startsWith("PARENT_ID_"));
        assertThat(Probe.keys(result)).containsAll(expected);
        result.forEach(value -> assertThat(value.isTextual() || value.isNull()).isTrue());
        assertThat(result.path("OPPORTUNITY").asText()).isEqualTo("1000000.00");
        assertThat(result.path("TAX_VALUE").asText()).isEqualTo("0.00");
        assertThat(result.path("COMPANY_ID").asText()).isEqualTo("0");
        assertThat(result.path("LEAD_ID").isNull()).isTrue();
        assertThat(result.path("UF_CRM_C1_INVOICE_NUMBER").asText()).isEmpty();
    }

    @Test
    @DisplayName("§4.1 the error of an old method has an empty code, the rows' family answers with a bare 0")
    void codes() throws Exception {
        Probe.Seen old = rest.call("crm.deal.get", "{'id':404}");
        assertThat(old.status()).isEqualTo(400);
        assertThat(old.text()).isEqualTo("{\"error\":\"\",\"error_description\":\"Not found\"}");
        assertThat(rest.call("crm.item.productrow.list", "{}").text()).startsWith("{\"error\":0,");
        assertThat(rest.call("crm.requisite.link.get", "{'entityTypeId':2,'entityId':1}")
                        .text())
                .startsWith("{\"error\":0,");
    }

    @Test
    @DisplayName("§7.1 parameters may come as multipart")
    void multipart() throws Exception {
        String body = "--b\r\nContent-Disposition: form-data; name=\"entityTypeId\"\r\n\r\n4\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"fields[title]\"\r\n\r\nРомашка\r\n--b--\r\n";
        var request = HttpRequest.newBuilder(portal.webhookUrl().resolve("crm.item.add"))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        rest.client().send(request, HttpResponse.BodyHandlers.discarding());
        assertThat(portal.company(1).path("title").asText()).isEqualTo("Ромашка");
    }

    @Test
    @DisplayName("§4.2 system errors are those of the documentation, word for word")
    void systemErrors() {
        List<String> documented = new ArrayList<>();
        Probe.sample("system-errors")
                .forEach(error -> documented.add(error.path("body").toString()));
        assertThat(List.of(
                        SystemErrors.QUERY_LIMIT_EXCEEDED,
                        SystemErrors.OPERATION_TIME_LIMIT,
                        SystemErrors.OVERLOAD_LIMIT,
                        SystemErrors.NO_AUTH_FOUND,
                        SystemErrors.EXPIRED_TOKEN,
                        SystemErrors.USER_ACCESS_ERROR,
                        SystemErrors.CREDENTIALS_REVOKED,
                        SystemErrors.INSUFFICIENT_SCOPE,
                        SystemErrors.REST_NOT_IN_PLAN,
                        SystemErrors.BATCH_METHOD_NOT_ALLOWED,
                        SystemErrors.BATCH_LENGTH_EXCEEDED,
                        SystemErrors.INTERNAL_SERVER_ERROR,
                        SystemErrors.PORTAL_DELETED,
                        SystemErrors.METHOD_NOT_FOUND))
                .allSatisfy(
                        error -> assertThat(documented).contains(error.body().toString()));
    }

    @Test
    @DisplayName("§7 profile and user.current have the documented types: ID a string, ADMIN a boolean")
    void self() throws Exception {
        JsonNode profile = rest.get("profile").result();
        assertThat(Probe.keys(profile))
                .isEqualTo(Probe.keys(Probe.answerSample("profile").path("result")));
        assertThat(profile.path("ID").isTextual()).isTrue();
        assertThat(rest.get("user.current").result().path("ACTIVE").isBoolean()).isTrue();
        assertThat(rest.get("server.time").result().asText()).isEqualTo("2026-11-21T14:00:00+02:00");
    }
}
