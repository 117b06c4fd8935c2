package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("§1.6 PATCH and DELETE")
class ChangeTest extends BaseTest {
    @Test
    @DisplayName("§1.6 200 with the full object; only what is sent changes; Ref_Key is ignored")
    void patch() {
        UUID key = accountant.counterparty("ООО «Вектор»", "5001000027", "500101001");
        Reply changed = caller.patch(
                one(COUNTERPARTIES, key),
                "{\"Ref_Key\":\"" + UUID.randomUUID() + "\",\"Description\":\"АО «Вектор»\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("Description").asText()).isEqualTo("АО «Вектор»");
        assertThat(changed.json().path("ИНН").asText()).isEqualTo("5001000027");
        assertThat(changed.json().path("Ref_Key").asText()).isEqualTo(key.toString());
    }

    @Test
    @DisplayName("§1.6 DataVersion grows on every write, also on one that changes nothing")
    void dataVersion() {
        UUID key = invoice();
        String first = caller.patch(one(INVOICES, key), "{}")
                .json()
                .path("DataVersion")
                .asText();
        String second = caller.patch(one(INVOICES, key), "{}")
                .json()
                .path("DataVersion")
                .asText();
        assertThat(first).isEqualTo("AAAAAAAAAAE=");
        assertThat(second).isEqualTo("AAAAAAAAAAI=");
        assertThat(Base64.getDecoder().decode(second)).hasSize(8);
    }

    @ParameterizedTest
    @DisplayName("§1.6 ⚠ If-Match with another version is ignored, however it is written")
    @ValueSource(strings = {"AAAAAAAAAP8=", "\"AAAAAAAAAP8=\"", "W/\"AAAAAAAAAP8=\""})
    void ifMatch(String version) {
        UUID key = invoice();
        Reply reply = caller.send("PATCH", one(INVOICES, key), "$format=json", "{}", Map.of("If-Match", version));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().firstValue("ETag")).isEmpty();
    }

    @Test
    @DisplayName("§1.6 If-Match checked, as documented, when the switch is on: 412")
    void ifMatchChecked() {
        restart(settings().withIfMatchChecked(true));
        UUID key = invoice();
        assertThat(caller.send("PATCH", one(INVOICES, key), "$format=json", "{}", Map.of("If-Match", "AAAAAAAAAP8="))
                        .status())
                .isEqualTo(412);
        assertThat(caller.send("PATCH", one(INVOICES, key), "$format=json", "{}", Map.of("If-Match", "AAAAAAAAAAA="))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("§1.6 a tabular part is replaced whole, one not sent stays")
    void parts() {
        UUID key = invoice("\"Товары\":[{\"LineNumber\":1,\"Цена\":1},{\"LineNumber\":2,\"Цена\":2}],"
                + "\"ВозвратнаяТара\":[{\"LineNumber\":1,\"Цена\":9}]");
        JsonNode changed = caller.patch(one(INVOICES, key), "{\"Товары\":[{\"LineNumber\":1,\"Количество\":3}]}")
                .json();
        assertThat(changed.path("Товары")).hasSize(1);
        assertThat(changed.path("Товары").path(0).path("Цена").asInt()).isZero();
        assertThat(changed.path("Товары").path(0).path("Ref_Key").asText()).isEqualTo(key.toString());
        assertThat(changed.path("ВозвратнаяТара")).hasSize(1);
    }

    @Test
    @DisplayName("§1.6 DELETE is physical, 204, and looks for no references")
    void delete() {
        UUID counterparty = accountant.counterparty("ООО «Вектор»", "5001000027", "500101001");
        UUID invoice = invoice("\"Контрагент_Key\":\"" + counterparty + "\"");
        Reply gone = caller.delete(one(COUNTERPARTIES, counterparty));
        assertThat(gone.status()).isEqualTo(204);
        assertThat(gone.bytes()).isEmpty();
        assertThat(caller.get(one(COUNTERPARTIES, counterparty)).refusal()).isEqualTo("404/9");
        assertThat(caller.get(one(INVOICES, invoice))
                        .json()
                        .path("Контрагент_Key")
                        .asText())
                .isEqualTo(counterparty.toString());
    }

    @Test
    @DisplayName("§1.2 a register record is changed and deleted by all of its key, in part of it is code 7")
    void register() {
        UUID invoice = invoice();
        accountant.pay(invoice, new BigDecimal("1000"));
        String key = "(Организация_Key=guid'" + demo.organization() + "',Документ='" + invoice
                + "',Документ_Type='StandardODATA." + INVOICES + "')";
        Reply changed = caller.patch(STATUSES + key, "{\"НомерСчетаФактуры\":\"7\"}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().path("Статус").asText()).isEqualTo("Оплачен");
        assertThat(caller.get(STATUSES + "(Организация_Key=guid'" + demo.organization() + "')")
                        .refusal())
                .isEqualTo("400/7");
        assertThat(caller.delete(STATUSES + key).status()).isEqualTo(204);
        assertThat(simulator.all(STATUSES)).isEmpty();
    }
}
