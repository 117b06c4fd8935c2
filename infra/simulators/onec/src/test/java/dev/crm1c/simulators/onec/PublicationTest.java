package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PublicationTest extends BaseTest {

    @Test
    @DisplayName("§1.7 an unknown set is 404 code 8 with the recorded text")
    void unknownSet() {
        Reply reply = caller.get("CatalogПоставщики");
        assertThat(reply.refusal()).isEqualTo("404/8");
        assertThat(reply.errorText()).isEqualTo("\"CatalogПоставщики\" entity is not found");
    }

    @Test
    @DisplayName("§1.7 an absent key is 404 code 9, whatever the method")
    void absentKey() {
        String nobody = one(ITEMS, UUID.randomUUID());
        assertThat(caller.get(nobody).refusal()).isEqualTo("404/9");
        assertThat(caller.get(nobody).errorText()).isEqualTo("Экземпляр сущности не найден");
        assertThat(caller.patch(nobody, "{}").refusal()).isEqualTo("404/9");
        assertThat(caller.delete(nobody).refusal()).isEqualTo("404/9");
        assertThat(caller.post(one(INVOICES, UUID.randomUUID()) + "/Post", "").refusal())
                .isEqualTo("404/9");
    }

    @Test
    @DisplayName("§1.4 an unknown $option is 400 code 0; one without a dollar is nobody's business")
    void unknownOption() {
        Reply reply = caller.get(ITEMS, Map.of("$expan", "Контрагент"));
        assertThat(reply.refusal()).isEqualTo("400/0");
        assertThat(reply.errorText()).isEqualTo("The $expan parameter is not supported");
        assertThat(caller.get(ITEMS, Map.of("allowedOnly", "true", "whatever", "1"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("§1.2 rows of a part are a set of their own, with a key of two fields, and only read")
    void rows() {
        UUID invoice = invoice("\"Товары\":[{\"LineNumber\":1,\"Цена\":10},{\"LineNumber\":\"2\",\"Цена\":20}]");
        String rows = INVOICES + "_Товары";
        assertThat(caller.filter(rows, "Цена gt 15").column("LineNumber")).containsExactly("2");
        assertThat(caller.get(rows + "(Ref_Key=guid'" + invoice + "',LineNumber=2)")
                        .json()
                        .path("Цена")
                        .asInt())
                .isEqualTo(20);
        assertThat(caller.get(rows + "(Ref_Key=guid'" + invoice + "')").refusal())
                .isEqualTo("400/7");
        assertThat(caller.post(rows, "{}").refusal()).isEqualTo("400/13");
        assertThat(caller.patch(rows + "(Ref_Key=guid'" + invoice + "',LineNumber=2)", "{}")
                        .refusal())
                .isEqualTo("405/19");
    }

    @Test
    @DisplayName("§1.4 /$count is not known, unless the base is one of those that know it: a number behind a BOM")
    void count() {
        assertThat(caller.get(ITEMS + "/$count").refusal()).isEqualTo("400/6");
        assertThat(caller.get(INVOICES + "_Товары/$count").refusal()).isEqualTo("400/6");
        restart(settings().withCountServed(true));
        assertThat(caller.get(INVOICES + "_Товары/$count").text()).isEqualTo("\uFEFF0");
        Reply count = caller.filter(ITEMS + "/$count", "Услуга eq true");
        assertThat(count.text()).isEqualTo("\uFEFF2");
        assertThat(count.header("Content-Type")).startsWith("text/plain");
    }

    @Test
    @DisplayName("§1.1 IIS refuses a path segment over 260 characters with a page of its own")
    void longSegment() {
        Reply fits = caller.get(ITEMS + "(" + "x".repeat(238) + ")");
        assertThat(fits.status()).isEqualTo(400);
        assertThat(fits.text()).contains("odata.error");
        Reply tooLong = caller.get(ITEMS + "(" + "x".repeat(240) + ")");
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.text()).contains("Invalid URL").doesNotContain("odata.error");
    }

    @Test
    @DisplayName("§1.1 IIS refuses a query string over 2048 raw characters [guess]: chunk lists of keys")
    void longQuery() {
        String key = "Ref_Key eq guid'" + UUID.randomUUID() + "' or ";
        String tail = "Ref_Key eq guid'" + UUID.randomUUID() + "'";
        assertThat(caller.filter(ITEMS, key.repeat(20) + tail).status()).isEqualTo(200);
        Reply refused = caller.filter(ITEMS, key.repeat(40) + tail);
        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.text()).doesNotContain("odata.error");
    }

    @Test
    @DisplayName("§1.6 $batch is answered by 500 -1")
    void batch() {
        assertThat(caller.post("$batch", "--batch").refusal()).isEqualTo("500/-1");
    }

    @Test
    @DisplayName("§1.5 a virtual table the base does not have is 400 code 6")
    void virtualTable() {
        Reply reply = caller.get("InformationRegister_КурсыВалют/Balance()");
        assertThat(reply.refusal()).isEqualTo("400/6");
        assertThat(reply.errorText()).isEqualTo("Метод не найден");
    }

    @Test
    @DisplayName("§1.2 a bad guid in a key is 400 code 1")
    void badKey() {
        assertThat(caller.get(ITEMS + "(guid'abc')").refusal()).isEqualTo("400/1");
    }
}
