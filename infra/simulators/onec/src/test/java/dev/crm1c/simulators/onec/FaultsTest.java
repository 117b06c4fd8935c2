package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crm1c.simulators.onec.faults.Fault;
import dev.crm1c.simulators.onec.faults.FaultRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FaultsTest {

    @Nested
    @DisplayName("§1.7 answers instead of an effect")
    class Answered extends BaseTest {
        @Test
        @DisplayName("§1.7 401, 401 code 20, 406, HTML 500, 502, 404 page, login page with 200")
        void pages() {
            assertThat(struck(Fault.unauthorized()).status()).isEqualTo(401);
            assertThat(struck(Fault.accessDenied()).refusal()).isEqualTo("401/20");
            assertThat(struck(Fault.noSession()).status()).isEqualTo(406);
            assertThat(struck(Fault.applicationError()).text()).contains("1C:Enterprise 8 application error");
            assertThat(struck(Fault.badGateway()).status()).isEqualTo(502);
            assertThat(struck(Fault.notFoundPage()).text()).contains("<html>").doesNotContain("odata.error");
            Reply login = struck(Fault.loginPage());
            assertThat(login.status()).isEqualTo(200);
            assertThat(login.text()).contains("<form");
            assertThat(simulator.all(INVOICES)).isEmpty();
        }

        @Test
        @DisplayName("§1.7 maintenance: 403 and the platform's JSON, not OData's, behind a BOM")
        void maintenance() {
            Reply reply = struck(Fault.maintenance("Ведутся технические работы"));
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.bom()).isTrue();
            assertThat(reply.json()
                            .path("exception")
                            .path("inner")
                            .path("descr")
                            .asText())
                    .isEqualTo("Начало сеанса с информационной базой запрещено.\nВедутся технические работы");
            assertThat(reply.text()).doesNotContain("odata.error");
        }

        @Test
        @DisplayName("§1.7 409 of a platform being updated is plain text")
        void versionsDiffer() {
            Reply reply = struck(Fault.versionsDiffer());
            assertThat(reply.status()).isEqualTo(409);
            assertThat(reply.text()).contains("Различаются версии клиента и сервера");
        }

        @Test
        @DisplayName("§1.7 lock, licence, handler: told apart by text only, and not all of them OData errors")
        void fiveHundreds() {
            assertThat(struck(Fault.lockTimeout()).refusal()).isEqualTo("500/-1");
            assertThat(struck(Fault.lockTimeout()).errorText()).contains("Конфликт блокировок");
            assertThat(struck(Fault.noLicence()).status()).isEqualTo(500);
            assertThat(struck(Fault.noLicence()).text())
                    .contains("Не найдена лицензия")
                    .doesNotContain("odata.error");
            Reply handler = struck(Fault.handlerException("Не заполнен договор"));
            assertThat(handler.refusal()).isEqualTo("500/-1");
            assertThat(handler.errorText())
                    .startsWith("Ошибка при выполнении обработчика - 'ПриЗаписи'\n")
                    .endsWith("Не заполнен договор");
            assertThat(simulator.all(INVOICES)).isEmpty();
        }

        private Reply struck(Fault fault) {
            simulator.faults().clear();
            simulator.faults().on("POST", INVOICES).next(1, fault);
            return caller.post(INVOICES, "{}");
        }
    }

    @Nested
    @DisplayName("§6.7 faults of the wire")
    class Wire extends BaseTest {
        @Test
        @DisplayName("§6.7 a reset before the effect changes nothing, a silence after the commit hides a success")
        void silence() {
            simulator.faults().on("POST", INVOICES).next(1, Fault.resetBeforeEffect());
            assertThatThrownBy(() -> caller.post(INVOICES, "{}")).isInstanceOf(Caller.NoReply.class);
            assertThat(simulator.all(INVOICES)).isEmpty();
            simulator.faults().clear();
            simulator.faults().on("POST", INVOICES).next(1, Fault.commitThenClose());
            assertThatThrownBy(() -> caller.post(INVOICES, "{}")).isInstanceOf(Caller.NoReply.class);
            assertThat(simulator.all(INVOICES)).hasSize(1);
            assertThat(simulator.requests().getLast().status()).isZero();
        }

        @Test
        @DisplayName("§6.7 a timeout after the commit: the connection is held until the client gives up")
        void hold() {
            simulator.faults().on("POST", INVOICES).next(1, Fault.commitThenHold(Duration.ofMinutes(10)));
            HttpRequest request = HttpRequest.newBuilder(uri(INVOICES))
                    .header("Authorization", "Basic 0J7QsdC80LXQvTrRgdC10LrRgNC10YI=")
                    .timeout(Duration.ofMillis(400))
                    .POST(HttpRequest.BodyPublishers.ofString("{}"))
                    .build();
            try (HttpClient http = HttpClient.newHttpClient()) {
                assertThatThrownBy(() -> http.send(request, HttpResponse.BodyHandlers.discarding()))
                        .isInstanceOf(HttpTimeoutException.class);
                http.shutdownNow();
            }
            assertThat(simulator.all(INVOICES)).hasSize(1);
        }

        @Test
        @DisplayName("§1.8 a slow first call is slow, and then answered as ever")
        void delay() {
            simulator.faults().onEveryCall().next(1, Fault.delay(Duration.ofMillis(300)));
            long before = System.nanoTime();
            assertThat(caller.get(ITEMS).status()).isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(290));
        }

        @Test
        @DisplayName("§6.7 half a JSON in a whole answer, and a connection torn in the middle; the effect is there")
        void halves() {
            simulator.faults().on("POST", INVOICES).next(1, Fault.truncatedBody());
            Reply half = caller.post(INVOICES, "{}");
            assertThat(half.status()).isEqualTo(201);
            assertThatThrownBy(half::json).isInstanceOf(UncheckedIOException.class);
            simulator.faults().clear();
            simulator.faults().on("POST", INVOICES).next(1, Fault.tornConnection());
            assertThatThrownBy(() -> caller.post(INVOICES, "{}")).isInstanceOf(Caller.NoReply.class);
            assertThat(simulator.all(INVOICES)).hasSize(2);
        }

        @Test
        @DisplayName("§6.7 a body without end goes on past any buffer until the reader gives up")
        void endless() throws IOException, InterruptedException {
            simulator.faults().onEveryCall().next(1, Fault.endlessBody());
            try (HttpClient http = HttpClient.newHttpClient()) {
                HttpResponse<InputStream> response = http.send(
                        HttpRequest.newBuilder(uri(ITEMS)).build(), HttpResponse.BodyHandlers.ofInputStream());
                try (InputStream body = response.body()) {
                    assertThat(body.readNBytes(20_000_000)).hasSize(20_000_000);
                }
                http.shutdownNow();
            }
        }

        @Test
        @DisplayName("F6 a timeout before the effect looks like one after it, and nothing is there")
        void holdBeforeEffect() {
            simulator.faults().on("POST", INVOICES).next(1, Fault.holdBeforeEffect(Duration.ofMillis(100)));
            assertThatThrownBy(() -> caller.post(INVOICES, "{}")).isInstanceOf(Caller.NoReply.class);
            assertThat(simulator.all(INVOICES)).isEmpty();
            assertThat(simulator.requests().getLast().status()).isZero();
        }

        @Test
        @DisplayName("F6 §1.7 a 502 after the commit looks like one before it, and the invoice is there")
        void commitThenBadGateway() {
            simulator.faults().on("POST", INVOICES).next(1, Fault.commitThenBadGateway());
            Reply reply = caller.post(INVOICES, "{}");
            assertThat(reply.status()).isEqualTo(502);
            assertThat(simulator.all(INVOICES)).hasSize(1);
            assertThat(simulator.requests().getLast().status()).isEqualTo(502);
        }

        @Test
        @DisplayName("F23 a whole answer that calls itself a page")
        void mislabelled() {
            simulator.faults().on("POST", INVOICES).next(1, Fault.mislabelled("text/html; charset=utf-8"));
            Reply reply = caller.post(INVOICES, "{}");
            assertThat(reply.status()).isEqualTo(201);
            assertThat(reply.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
            assertThat(reply.json().has("Ref_Key")).isTrue();
            assertThat(simulator.all(INVOICES)).hasSize(1);
        }

        @Test
        @DisplayName("§1.8 a body that stutters: every piece is late, all of it comes")
        void stuttering() {
            simulator.faults().on("GET", ITEMS).next(1, Fault.stuttering(5, Duration.ofMillis(40)));
            long before = System.nanoTime();
            assertThat(caller.get(ITEMS).column("Артикул")).hasSize(6);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(190));
        }

        private URI uri(String set) {
            return URI.create(simulator.address() + "/odata/standard.odata/" + Caller.encoded(set));
        }
    }

    @Nested
    @DisplayName("§6.7 when a fault strikes")
    class Rules extends BaseTest {
        @Test
        @DisplayName("the next N, every Nth, always; by method and by a part of path or query")
        void occasions() {
            FaultRule next = simulator.faults().on("GET", ITEMS).next(2, Fault.badGateway());
            assertThat(caller.get(COUNTERPARTIES).status()).isEqualTo(200);
            assertThat(caller.post(ITEMS, "{}").status()).isEqualTo(201);
            assertThat(statuses(3)).isEqualTo("502 502 200");
            assertThat(next.struck()).isEqualTo(2);
            simulator.faults().clear();
            simulator.faults().on("*", ITEMS).every(3, Fault.badGateway());
            assertThat(statuses(6)).isEqualTo("200 200 502 200 200 502");
            simulator.faults().clear();
            simulator.faults().on("GET", "Артикул eq").always(Fault.badGateway());
            assertThat(caller.get(ITEMS, Map.of("$filter", "Артикул eq 'KR-001'"))
                            .status())
                    .isEqualTo(502);
            assertThat(caller.get(ITEMS).status()).isEqualTo(200);
        }

        private String statuses(int calls) {
            StringBuilder statuses = new StringBuilder();
            for (int i = 0; i < calls; i++) {
                statuses.append(caller.get(ITEMS).status()).append(' ');
            }
            return statuses.toString().strip();
        }
    }
}
