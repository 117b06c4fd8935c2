package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("the page for people")
class BoardTest extends WithPortal {

    private static final String HOSTILE = "<script>document.title = 'hacked'</script>";

    @Override
    PortalSettings settings() {
        return super.settings().withBucket(2, 0.001);
    }

    @Test
    void whoever_opens_the_bare_address_is_led_to_the_page() throws Exception {
        HttpResponse<String> bare = get("");
        assertThat(bare.statusCode()).isEqualTo(302);
        HttpResponse<String> page =
                get(bare.headers().firstValue("Location").orElseThrow().substring(1));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Сделки");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'");
    }

    @Test
    void the_page_costs_nothing_of_the_limits_of_the_api() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(get("board/data").statusCode()).isEqualTo(200);
        }
        assertThat(rest.get("profile").status()).isEqualTo(200);
        assertThat(portal.requestCount()).isEqualTo(1);
    }

    @Test
    void a_deal_is_shown_with_all_that_hangs_on_it() throws Exception {
        long deal = scene("Оснащение переговорной");
        JsonNode card = Probe.json(get("board/data").body()).path("deals").path(0);
        assertThat(card.path("id").asLong()).isEqualTo(deal);
        assertThat(card.path("sum").asText()).isEqualTo("51962.00");
        assertThat(card.path("fields").toString()).contains("Счёт 1С: номер", "БП-000042", "21.11.2026");
        assertThat(card.path("files").path(0).path("name").asText()).isEqualTo("Счёт.pdf");
        assertThat(card.path("rows").path(0).path("price").asText()).isEqualTo("12990.50");
        assertThat(card.path("comments")).hasSize(2);
        assertThat(card.path("invoices").path(0).path("stage").asText()).isEqualTo("Новый");
        assertThat(card.path("todos").path(0).path("title").asText()).isEqualTo("Уточнить ИНН");
        HttpResponse<String> file =
                get(card.path("files").path(0).path("href").asText().substring(1));
        assertThat(file.body()).isEqualTo("PDF");
        assertThat(file.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
    }

    @Test
    void what_is_done_on_the_page_is_done_by_the_salesperson_and_fires_events() throws Exception {
        try (Handler handler = new Handler(200)) {
            long deal = scene("Сделка");
            long row = portal.rows(deal).getFirst().path("id").asLong();
            portal.events().parallel(1);
            portal.subscribe(handler.address());
            assertThat(post("move", "{\"deal\":" + deal + ",\"stage\":\"EXECUTING\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(post("row", "{\"row\":" + row + ",\"price\":\"100,50\",\"quantity\":\"2\"}")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(portal.deal(deal).path("stageId").asText()).isEqualTo("EXECUTING");
            assertThat(portal.deal(deal).path("updatedBy").asLong()).isEqualTo(person.userId());
            assertThat(portal.deal(deal).path("opportunity").decimalValue()).isEqualByComparingTo("201");
            assertThat(portal.events().awaitQuiet(Duration.ofSeconds(10))).isTrue();
            assertThat(handler.events()).containsExactly("ONCRMDEALUPDATE " + deal, "ONCRMDEALUPDATE " + deal);
        }
    }

    @Test
    void what_cannot_be_done_is_told_and_a_form_of_another_site_is_refused() throws Exception {
        long deal = person.deal("Сделка", 0);
        HttpResponse<String> unknown = post("move", "{\"deal\":" + deal + ",\"stage\":\"NOWHERE\"}");
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("Стадия");
        assertThat(post("row", "{\"row\":1,\"price\":\"дорого\",\"quantity\":\"1\"}")
                        .statusCode())
                .isEqualTo(400);
        HttpResponse<String> form = rest.client()
                .send(
                        HttpRequest.newBuilder(portal.address().resolve("board/move"))
                                .header("Content-Type", "text/plain")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "{\"deal\":" + deal + ",\"stage\":\"EXECUTING\"}"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(form.statusCode()).isEqualTo(400);
        assertThat(portal.deal(deal).path("stageId").asText()).isEqualTo("NEW");
    }

    @Test
    void a_browser_shows_the_board_and_takes_no_text_for_markup(@TempDir Path folder) throws Exception {
        Optional<Browser> browser = Browser.find();
        assumeTrue(browser.isPresent(), Browser.MISSING);
        long deal = scene(HOSTILE);
        person.comment(deal, "[URL=javascript:alert(1)]Нажми[/URL] <img src=x onerror=\"document.title='hacked'\">");
        String dom = browser.get().dom(portal.address().resolve("board/#deal=" + deal), folder);
        assertThat(dom)
                .contains("<title>Сделки")
                .contains("&lt;script&gt;document.title")
                .doesNotContain("<script>document.title")
                .doesNotContain("href=\"javascript:")
                .doesNotContain("<img")
                .contains("<a href=\"https://1c.example/buh/inv-42\" target=\"_blank\" rel=\"noopener noreferrer\">")
                .contains("Новая", "БП-000042", "Уточнить ИНН", "Счёт.pdf", "51&nbsp;962,00&nbsp;₽");
    }

    /** A deal with a field, a file, rows, an invoice, a thing to do and two comments. */
    private long scene(String title) throws Exception {
        long deal = person.deal(title, person.company("ООО «Северный ветер»"));
        person.rows(
                deal,
                List.of(ProductRow.of("Кресло офисное «Норд»", "12990.50", "4").withVat(22)));
        person.fillDeal(deal, "UF_CRM_C1_INVOICE_NUMBER", "БП-000042");
        person.fillDeal(deal, "UF_CRM_C1_INVOICE_DATE", "2026-11-21");
        person.comment(deal, "Счёт [B]БП-000042[/B] выставлен. [URL=https://1c.example/buh/inv-42]Открыть в 1С[/URL]");
        person.comment(deal, "Клиент просит скидку");
        person.attachToDeal(deal, "C1_INVOICE_PDF", "Счёт.pdf", "PDF".getBytes(StandardCharsets.UTF_8));
        person.invoice("Счёт № БП-000042", deal);
        person.todo(deal, "Уточнить ИНН", "В карточке клиента нет ИНН");
        return deal;
    }

    private HttpResponse<String> get(String path) throws Exception {
        URI address = portal.address().resolve(path);
        return rest.client().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String action, String json) throws Exception {
        return rest.client()
                .send(
                        HttpRequest.newBuilder(portal.address().resolve("board/" + action))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        BodyHandlers.ofString());
    }
}
