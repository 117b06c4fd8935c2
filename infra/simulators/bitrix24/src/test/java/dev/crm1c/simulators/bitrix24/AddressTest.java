package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("bitrix24.md §1.1, §4.1, §7.1, §7.2: addresses, parameters and the right to call")
class AddressTest extends WithPortal {

    @ParameterizedTest
    @ValueSource(strings = {"crm.item.get", "crm.item.get.json", "crm.item.get/", "crm.item.get.json/", "CRM.Item.GET"})
    @DisplayName("§7.1 a method is found with and without .json and the last slash, in any case of letters")
    void spellings(String method) throws Exception {
        long company = person.company("ООО «Ромашка»");
        assertThat(rest.get(method + "?entityTypeId=4&id=" + company)
                        .item()
                        .path("title")
                        .asText())
                .isEqualTo("ООО «Ромашка»");
    }

    @Test
    @DisplayName("§7.1 parameters may be JSON, a form, or a query in PHP's brackets")
    void parameters() throws Exception {
        long deal = person.deal("Сделка", 0);
        person.rows(deal, List.of(crm("Стул", "10.50")));
        String query = "filter[%3DownerType]=D&filter%5B%3DownerId%5D=" + deal;
        assertThat(rest.get("crm.item.productrow.list?"
                                + query.replace("[", "%5B").replace("]", "%5D"))
                        .result()
                        .path("productRows"))
                .hasSize(1);
        assertThat(rest.form("crm.item.productrow.list", query).result().path("productRows"))
                .hasSize(1);
        assertThat(rest.call("crm.item.productrow.list", "{'filter':{'=ownerType':'D','=ownerId':" + deal + "}}")
                        .result()
                        .path("productRows"))
                .hasSize(1);
    }

    @Test
    @DisplayName("§7.1 the body wins over the query, a[] makes a list")
    void bodyAndQuery() throws Exception {
        long one = person.company("Один");
        long two = person.company("Два");
        assertThat(rest.form("crm.item.get?entityTypeId=4&id=" + one, "id=" + two)
                        .item()
                        .path("id")
                        .asLong())
                .isEqualTo(two);
        assertThat(rest.form("crm.item.list", "entityTypeId=4&filter[@id][]=" + one + "&select[]=title")
                        .result()
                        .toString())
                .isEqualTo("{\"items\":[{\"title\":\"Один\"}]}");
    }

    @Test
    @DisplayName("§7.1 old methods take id and ID, fields and FIELDS; new methods take their own spelling only")
    void caseOfParameters() throws Exception {
        long deal = person.deal("Сделка", 0);
        assertThat(rest.call("crm.deal.get", "{'ID':" + deal + "}")
                        .result()
                        .path("TITLE")
                        .asText())
                .isEqualTo("Сделка");
        assertThat(rest.call("crm.deal.update", "{'ID':" + deal + ",'FIELDS':{'TITLE':'Другая'}}")
                        .result()
                        .asBoolean())
                .isTrue();
        Probe.Seen refused = rest.call("crm.item.get", "{'entityTypeId':2,'ID':" + deal + "}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().path("error").isInt())
                .as("code 100 is a number")
                .isTrue();
    }

    @Test
    @DisplayName("§4.2 an unknown method is 404 ERROR_METHOD_NOT_FOUND")
    void unknownMethod() throws Exception {
        Probe.Seen seen = rest.call("crm.product.list", "{}");
        assertThat(seen.status()).isEqualTo(404);
        assertThat(seen.body())
                .isEqualTo(Probe.json(
                        "{\"error\":\"ERROR_METHOD_NOT_FOUND\",\"error_description\":\"Method not found!\"}"));
    }

    @Test
    @DisplayName("§1.1 methods of an application's context are 403 WRONG_AUTH_TYPE through a webhook")
    void applicationOnly() throws Exception {
        for (String method : List.of("placement.bind", "event.bind", "event.offline.get", "bizproc.robot.add")) {
            assertThat(rest.call(method, "{}").error()).isEqualTo("WRONG_AUTH_TYPE");
        }
        assertThat(rest.call("app.info", "{}").error()).isEqualTo("ACCESS_DENIED");
    }

    @Test
    @DisplayName("§4.2 a wrong secret is 401 NO_AUTH_FOUND, and so is a call without any credential")
    void wrongSecret() throws Exception {
        Probe.Seen wrong = rest.getAt(portal.address().resolve("rest/1/guess/crm.item.get?entityTypeId=2&id=1"));
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.error()).isEqualTo("NO_AUTH_FOUND");
        assertThat(rest.getAt(portal.address().resolve("rest/crm.item.get?auth=x"))
                        .error())
                .isEqualTo("NO_AUTH_FOUND");
    }

    @Test
    @DisplayName("§7.2 a switch turns the answer to a wrong secret into INVALID_CREDENTIALS")
    void invalidCredentials() throws Exception {
        try (Bitrix24Simulator other = Bitrix24Simulator.start(settings().withInvalidCredentialsForWrongSecret())) {
            Probe.Seen seen = rest.getAt(URI.create(other.address() + "rest/1/guess/profile"));
            assertThat(seen.status()).isEqualTo(401);
            assertThat(seen.error()).isEqualTo("INVALID_CREDENTIALS");
        }
    }

    @Test
    @DisplayName("§1.3 without the scope a method is 403 insufficient_scope")
    void scope() throws Exception {
        try (Bitrix24Simulator other = Bitrix24Simulator.start(settings().withScopes("user_brief"));
                Probe probe = Probe.of(other)) {
            Probe.Seen seen = probe.get("crm.item.get?entityTypeId=2&id=1");
            assertThat(seen.status()).isEqualTo(403);
            assertThat(seen.error()).isEqualTo("insufficient_scope");
            assertThat(probe.get("scope").result().toString()).isEqualTo("[\"user_brief\"]");
        }
    }

    @Test
    @DisplayName("§4.1 a GET of more than about 2048 characters does not pass, a body that is no JSON is no parameters")
    void broken() throws Exception {
        Probe.Seen tooLong = rest.get("crm.item.get?x=" + "0".repeat(3000));
        assertThat(tooLong.status()).isEqualTo(414);
        assertThat(tooLong.contentType()).startsWith("text/html");
        assertThat(rest.call("crm.item.get", "{'entityTypeId':")
                        .body()
                        .path("error")
                        .asInt())
                .isEqualTo(100);
    }

    private static ProductRow crm(String name, String price) {
        return ProductRow.of(name, price, "1");
    }
}
