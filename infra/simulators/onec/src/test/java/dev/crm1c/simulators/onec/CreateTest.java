package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("§1.6 POST")
class CreateTest extends BaseTest {
    @Test
    @DisplayName("§1.6 201 with the whole object: Number, Date, DataVersion and Ref_Key are 1C's")
    void whole() {
        Reply made = caller.post(INVOICES, "{}");
        assertThat(made.status()).isEqualTo(201);
        JsonNode invoice = made.json();
        assertThat(invoice.path("Number").asText()).isEqualTo("00БП-000001");
        assertThat(invoice.path("Date").asText()).isEqualTo("2026-02-01T12:00:00");
        assertThat(invoice.path("DataVersion").asText()).isEqualTo("AAAAAAAAAAA=");
        assertThat(invoice.path("Posted").asBoolean()).isFalse();
        assertThat(invoice.path("Товары").isArray()).isTrue();
    }

    @Test
    @DisplayName("§1.1 Location carries the letters of the set as raw UTF-8")
    void location() {
        Reply made = caller.post(INVOICES, "{}");
        // The JDK client reads header bytes as Latin-1.
        String location =
                new String(made.header("Location").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        assertThat(location)
                .isEqualTo(simulator.address() + "/odata/standard.odata/"
                        + one(INVOICES, made.json().path("Ref_Key").asText()));
    }

    @Test
    @DisplayName("§1.6 numbers are of fixed width and begin anew each year; codes have their own prefix")
    void numbering() {
        assertThat(caller.post(INVOICES, "{}").json().path("Number").asText()).isEqualTo("00БП-000001");
        assertThat(caller.post(INVOICES, "{}").json().path("Number").asText()).isEqualTo("00БП-000002");
        assertThat(caller.post(INVOICES, "{\"Date\":\"2027-01-01T00:00:00\"}")
                        .json()
                        .path("Number")
                        .asText())
                .isEqualTo("00БП-000001");
        assertThat(caller.post(COUNTERPARTIES, "{\"Description\":\"ООО «Вектор»\"}")
                        .json()
                        .path("Code")
                        .asText())
                .isEqualTo("00-000001");
        restart(settings().withPrefixes("РТ00-", "РТ-"));
        assertThat(caller.post(INVOICES, "{}").json().path("Number").asText()).isEqualTo("РТ00-000001");
    }

    @Test
    @DisplayName("§1.6 a number given by hand is kept; the same once more is the handler's refusal")
    void ownNumber() {
        assertThat(caller.post(INVOICES, "{\"Number\":\"00БП-000001\"}").status())
                .isEqualTo(201);
        assertThat(caller.post(INVOICES, "{\"Number\":\"00БП-000001\"}").refusal())
                .isEqualTo("500/-1");
        assertThat(caller.post(INVOICES, "{}").json().path("Number").asText()).isEqualTo("00БП-000002");
    }

    @Test
    @DisplayName("§1.6 Ref_Key given on create: honoured, and 400 code 15 where it is taken")
    void honoured() {
        UUID own = UUID.randomUUID();
        String body = "{\"Ref_Key\":\"" + own + "\"}";
        assertThat(caller.post(INVOICES, body).json().path("Ref_Key").asText()).isEqualTo(own.toString());
        assertThat(caller.post(INVOICES, body).refusal()).isEqualTo("400/15");
        assertThat(simulator.all(INVOICES)).hasSize(1);
        assertThat(caller.post(INVOICES, "{\"Ref_Key\":\"" + EMPTY + "\"}")
                        .json()
                        .path("Ref_Key")
                        .asText())
                .isNotEqualTo(EMPTY);
    }

    @Test
    @DisplayName("§1.6 Ref_Key given on create: ignored, so the same body makes two")
    void ignored() {
        restart(settings().withRefKeyPolicy(RefKeyPolicy.IGNORED));
        UUID own = UUID.randomUUID();
        String body = "{\"Ref_Key\":\"" + own + "\"}";
        assertThat(caller.post(INVOICES, body).json().path("Ref_Key").asText()).isNotEqualTo(own.toString());
        assertThat(caller.post(INVOICES, body).status()).isEqualTo(201);
        assertThat(simulator.all(INVOICES)).hasSize(2);
    }

    @Test
    @DisplayName("§1.6 an independent register: 201, and the same key once more is 400 with the old record untouched")
    void register() {
        String key = "\"Организация_Key\":\"" + demo.organization() + "\",\"Документ\":\"" + invoice()
                + "\",\"Документ_Type\":\"StandardODATA." + INVOICES + "\"";
        String status = ",\"Статус\":\"%s\",\"Статус_Type\":\"StandardODATA.СтатусОплатыСчета\"";
        Reply made = caller.post(STATUSES, "{" + key + status.formatted("Оплачен") + "}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().has("DataVersion")).isFalse();
        assertThat(caller.post(STATUSES, "{" + key + status.formatted("Отменен") + "}")
                        .status())
                .isEqualTo(400);
        assertThat(simulator.all(STATUSES)).hasSize(1);
        assertThat(simulator.all(STATUSES).getFirst().path("Статус").asText()).isEqualTo("Оплачен");
    }
}
