package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crm1c.simulators.onec.failure.Language;
import dev.crm1c.simulators.onec.faults.Fault;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("§1.7 what 1C and the web server in front of it say when things go wrong")
class FaultAnswersTest extends BaseTest {

    @Test
    @DisplayName("§1.7 no licence: two texts as the platform's exception, and as a page; never odata.error")
    void licences() {
        Reply none = struck(Fault.noLicence());
        assertThat(cause(none)).contains("Не найдена лицензия").contains("Не обнаружено свободной лицензии!");
        Reply busy = struck(Fault.noFreeLicence());
        assertThat(cause(busy)).isEqualTo("Не обнаружено свободной лицензии!");
        Reply page = struck(Fault.noLicencePage());
        assertThat(page.text()).contains("application error", "Не найдена лицензия");
        assertThat(page.header("Content-Type")).startsWith("text/html");
        for (Reply reply : List.of(none, busy, page)) {
            assertThat(reply.status()).isEqualTo(500);
            assertThat(reply.text()).doesNotContain("odata.error");
        }
    }

    private static String cause(Reply reply) {
        assertThat(reply.json().path("#exception").asText()).endsWith("virtual-resource-system}Exception");
        assertThat(reply.json().path("exception").path("reason").asInt()).isEqualTo(500);
        return reply.json().path("exception").path("inner").path("descr").asText();
    }

    @Test
    @DisplayName("§1.7 500 -1: a lock inside a handler, a closed period, a handler with its place in the code")
    void handlers() {
        Reply lock = struck(Fault.lockTimeoutInHandler());
        assertThat(lock.refusal()).isEqualTo("500/-1");
        assertThat(lock.errorText())
                .startsWith("Ошибка при выполнении обработчика")
                .contains("Конфликт блокировок");
        Reply closed = struck(Fault.closedPeriod(LocalDate.of(2025, 12, 31)));
        assertThat(closed.refusal()).isEqualTo("500/-1");
        assertThat(closed.errorText()).contains("запрещено изменять", "до 31.12.2025");
        Reply handler = struck(Fault.handlerException("ПередЗаписью", "{Документ.X.МодульОбъекта(7)}", "Нет"));
        assertThat(handler.refusal()).isEqualTo("500/-1");
        assertThat(handler.errorText())
                .isEqualTo("Ошибка при выполнении обработчика - 'ПередЗаписью'\n{Документ.X.МодульОбъекта(7)}: Нет");
        assertThat(struck(Fault.internalError()).errorText()).startsWith("Произошла внутренняя ошибка OData сервиса");
    }

    @Test
    @DisplayName(
            "§1.7 pages of the web server: 400, 502, 503, 504, an application error with its reason, a dead session")
    void pages() {
        assertThat(struck(Fault.invalidUrl()).text()).contains("Invalid URL");
        assertThat(struck(Fault.applicationError("Нет места на диске")).text())
                .contains("1C:Enterprise 8 application error", "Нет места на диске");
        Map<Integer, Fault> pages = Map.of(
                400, Fault.deadSession(),
                502, Fault.badGateway(),
                503, Fault.serviceUnavailable(),
                504, Fault.gatewayTimeout());
        pages.forEach((status, fault) -> {
            Reply reply = struck(fault);
            assertThat(reply.status()).isEqualTo(status);
            assertThat(reply.text()).contains("<html>").doesNotContain("odata.error");
        });
    }

    @Test
    @DisplayName("F23 a redirect to a login page: 302 with a Location")
    void redirect() {
        Reply reply = struck(Fault.redirectTo("https://login.example/?back=1"));
        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).isEqualTo("https://login.example/?back=1");
    }

    @Test
    @DisplayName("§1.7 a text may come in base64; its status and its code do not")
    void base64() {
        Reply reply = struck(Fault.inBase64(Fault.lockTimeout()));
        assertThat(reply.refusal()).isEqualTo("500/-1");
        byte[] text = Base64.getDecoder().decode(reply.errorText());
        assertThat(new String(text, StandardCharsets.UTF_8)).startsWith("Конфликт блокировок");
        assertThatThrownBy(() -> Fault.inBase64(Fault.badGateway())).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @DisplayName("§1.7 an English user: the same statuses and codes, other texts")
    @CsvSource({
        "Catalog_Номенклатура(guid'00000000-0000-0000-0000-000000000009'),404/9,Entity instance is not found",
        "Catalog_Номенклатура/НетТакого,400/6,Method is not found",
        "Catalog_Номенклатура(guid'abc'),400/1,Cannot parse string 'abc' as a value of type Edm.Guid!"
    })
    void english(String path, String refusal, String text) {
        Reply russian = caller.get(path);
        assertThat(russian.json()
                        .path("odata.error")
                        .path("message")
                        .path("lang")
                        .asText())
                .isEqualTo("ru");
        restart(settings().withLanguage(Language.ENGLISH));
        Reply english = caller.get(path);
        assertThat(english.refusal()).isEqualTo(russian.refusal()).isEqualTo(refusal);
        assertThat(english.errorText()).isEqualTo(text).isNotEqualTo(russian.errorText());
        assertThat(english.json()
                        .path("odata.error")
                        .path("message")
                        .path("lang")
                        .asText())
                .isEqualTo("en");
    }

    @Test
    @DisplayName("§1.7 the recorded English text of a bad $filter, and a lock that says so in English only")
    void recordedEnglish() {
        restart(settings().withLanguage(Language.ENGLISH));
        assertThat(caller.filter(ITEMS, "нет такого").errorText()).isEqualTo("Error parsing $filter query option");
        assertThat(struck(Fault.lockTimeout()).errorText())
                .containsIgnoringCase("lock")
                .doesNotContain("блокиров");
    }

    private Reply struck(Fault fault) {
        simulator.faults().clear();
        simulator.faults().on("POST", INVOICES).next(1, fault);
        Reply reply = caller.post(INVOICES, "{}");
        assertThat(simulator.all(INVOICES)).isEmpty();
        return reply;
    }
}
