package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AccountantTest extends BaseTest {

    @Test
    @DisplayName("§2.1 a payment is a posted receipt with a row that names the invoice; the status follows it")
    void payment() {
        UUID invoice = invoice();
        assertThat(simulator.all(STATUSES)).isEmpty();
        UUID first = accountant.pay(invoice, new BigDecimal("400"));
        assertThat(status(invoice)).containsExactly("ОплаченЧастично");
        accountant.pay(invoice, new BigDecimal("600"));
        assertThat(status(invoice)).containsExactly("Оплачен");
        assertThat(caller.filter(PAYMENTS + "_РасшифровкаПлатежа", "СчетНаОплату_Key eq guid'" + invoice + "'")
                        .column("СуммаПлатежа"))
                .containsExactlyInAnyOrder("400", "600");
        JsonNode receipt = caller.get(one(PAYMENTS, first)).json();
        assertThat(receipt.path("Posted").asBoolean()).isTrue();
        assertThat(receipt.path("ВидОперации").asText()).isEqualTo("ОплатаПокупателя");
    }

    @Test
    @DisplayName("§2.1 an unposted receipt pays nothing, nor does one marked for deletion or deleted")
    void paymentTakenBack() {
        UUID invoice = invoice();
        UUID receipt = accountant.pay(invoice, new BigDecimal("1000"));
        caller.post(one(PAYMENTS, receipt) + "/Unpost", "");
        assertThat(status(invoice)).containsExactly("НеОплачен");
        accountant.post(PAYMENTS, receipt);
        assertThat(status(invoice)).containsExactly("Оплачен");
        accountant.markForDeletion(PAYMENTS, receipt);
        assertThat(status(invoice)).containsExactly("НеОплачен");
        accountant.deletePhysically(PAYMENTS, receipt);
        assertThat(status(invoice)).containsExactly("НеОплачен");
    }

    @Test
    @DisplayName("§2.1 the status of a record is typed: Статус_Type names the enumeration")
    void statusType() {
        UUID invoice = invoice();
        accountant.pay(invoice, new BigDecimal("1000"));
        JsonNode record = simulator.all(STATUSES).getFirst();
        assertThat(record.path("Статус_Type").asText()).isEqualTo("StandardODATA.СтатусОплатыСчета");
        assertThat(record.path("Организация_Key").asText())
                .isEqualTo(demo.organization().toString());
        assertThat(record.path("ДополнительныйСтатус_Type").asText()).isEqualTo("StandardODATA.Undefined");
    }

    private List<String> status(UUID invoice) {
        return caller.filter(STATUSES, "Документ eq cast(guid'" + invoice + "','" + INVOICES + "')")
                .column("Статус");
    }

    @Test
    @DisplayName("§1.7 a closed period: no write of a document dated up to it, and none into it; 500 -1 in Russian")
    void closedPeriod() {
        UUID old = invoice("\"Date\":\"2026-01-31T23:59:59\"");
        UUID later = invoice("\"Date\":\"2026-02-01T00:00:00\"");
        accountant.closePeriod(LocalDate.of(2026, 1, 31));
        Reply refused = caller.patch(one(INVOICES, old), "{\"Комментарий\":\"поздно\"}");
        assertThat(refused.refusal()).isEqualTo("500/-1");
        assertThat(refused.errorText()).contains("запрещено изменять").contains("до 31.01.2026");
        assertThat(caller.post(one(INVOICES, old) + "/Post", "").refusal()).isEqualTo("500/-1");
        assertThat(caller.delete(one(INVOICES, old)).refusal()).isEqualTo("500/-1");
        assertThat(caller.post(INVOICES, "{\"Date\":\"2026-01-15T00:00:00\"}").refusal())
                .isEqualTo("500/-1");
        assertThat(caller.patch(one(INVOICES, later), "{\"Date\":\"2026-01-15T00:00:00\"}")
                        .refusal())
                .isEqualTo("500/-1");
        assertThat(caller.patch(one(INVOICES, later), "{\"Комментарий\":\"можно\"}")
                        .status())
                .isEqualTo(200);
        assertThat(caller.patch(one(ITEMS, demo.items().get("KR-001")), "{}").status())
                .isEqualTo(200);
        accountant.openPeriod();
        assertThat(caller.patch(one(INVOICES, old), "{}").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("§1.7 a locked base answers every call by 403 until it is unlocked")
    void lock() {
        accountant.lockBase("Обновление до 3.0.180");
        Reply reply = caller.get(ITEMS);
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.text()).contains("Начало сеанса").contains("Обновление до 3.0.180");
        assertThat(caller.post(INVOICES, "{}").status()).isEqualTo(403);
        accountant.unlockBase();
        assertThat(caller.get(ITEMS).status()).isEqualTo(200);
        assertThat(simulator.all(INVOICES)).isEmpty();
    }

    @Test
    @DisplayName("what the accountant enters is seen through OData, and a person's edit moves DataVersion")
    void entered() {
        UUID counterparty = accountant.counterparty("ООО «Вектор»", "5001000027", "500101001");
        UUID contract = accountant.contract(counterparty, demo.organization(), "№ 1", demo.currency());
        JsonNode seen =
                caller.get(one("Catalog_ДоговорыКонтрагентов", contract)).json();
        assertThat(seen.path("Owner_Key").asText()).isEqualTo(counterparty.toString());
        assertThat(seen.path("ВидДоговора").asText()).isEqualTo("СПокупателем");
        String before =
                simulator.one(COUNTERPARTIES, counterparty).path("DataVersion").asText();
        accountant.edit(COUNTERPARTIES, counterparty, "Description", "АО «Вектор»");
        assertThat(simulator
                        .one(COUNTERPARTIES, counterparty)
                        .path("DataVersion")
                        .asText())
                .isNotEqualTo(before);
    }

    @Test
    @DisplayName("§2.1 the demo base: an organization with its account in a bank, currency, country, units, items")
    void demoBase() {
        JsonNode organization = caller.filter("Catalog_Организации", "ИНН eq '7700000016'")
                .json()
                .path("value")
                .path(0);
        assertThat(organization.path("Description").asText()).isEqualTo("ООО «Ромашка Трейд»");
        JsonNode account = caller.get(one(
                        "Catalog_БанковскиеСчета",
                        organization.path("ОсновнойБанковскийСчет_Key").asText()))
                .json();
        assertThat(account.path("НомерСчета").asText()).isEqualTo("40702810200000000001");
        assertThat(caller.get(one("Catalog_Банки", account.path("Банк_Key").asText()))
                        .json()
                        .path("Code")
                        .asText())
                .isEqualTo("044525225");
        assertThat(caller.get("Catalog_КлассификаторЕдиницИзмерения", Map.of("$orderby", "Code"))
                        .column("Code"))
                .containsExactly("166", "356", "796", "876");
        assertThat(caller.filter("Catalog_Валюты", "Code eq '643'").column("Code"))
                .hasSize(1);
        assertThat(demo.items()).hasSize(6);
    }

    @Test
    @DisplayName("what is read for assertions are copies")
    void copies() {
        UUID invoice = invoice();
        ((ObjectNode) simulator.one(INVOICES, invoice)).put("Number", "другой");
        assertThat(simulator.one(INVOICES, invoice).path("Number").asText()).isEqualTo("00БП-000001");
    }

    @Test
    @DisplayName("the program takes its settings from the environment")
    void environment() {
        OneCSettings settings = OneCSimulatorMain.settings(
                Map.of("PORT", "9000", "ONEC_USER", "Иван", "ONEC_PASSWORD", "тайна", "REF_KEY_POLICY", "IGNORED"));
        assertThat(settings.place().port()).isEqualTo(9000);
        assertThat(settings.login()).isEqualTo(new OneCSettings.Login("Иван", "тайна"));
        assertThat(settings.keys().policy()).isEqualTo(RefKeyPolicy.IGNORED);
        assertThat(settings.toString()).doesNotContain("тайна");
    }
}
