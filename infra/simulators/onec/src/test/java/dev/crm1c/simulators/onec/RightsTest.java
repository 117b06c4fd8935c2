package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.simulators.onec.access.User;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RightsTest extends BaseTest {
    private static final Map<String, String> ALLOWED_ONLY = Map.of("allowedOnly", "true");
    private User user;
    private UUID hidden;

    @BeforeEach
    void begin() {
        user = simulator.users().user("Обмен");
        hidden = demo.items().get("KF-004");
    }

    @Test
    @DisplayName("§1.1 without the role УдаленныйДоступOData nothing is served, and it is 401 code 20, not a page")
    void role() {
        user.withoutODataRole();
        for (String path : new String[] {"", "$metadata", ITEMS, one(ITEMS, hidden)}) {
            assertThat(caller.get(path).refusal()).isEqualTo("401/20");
        }
        assertThat(caller.get(ITEMS).errorText()).isEqualTo("Нарушение прав доступа!");
        assertThat(caller.post(ITEMS, "{}").refusal()).isEqualTo("401/20");
        user.withAllRights();
        assertThat(caller.get(ITEMS).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("§1.7 without right to a set: 401 code 20 for it, its rows, and what navigates into it")
    void set() {
        user.withoutRightTo("Catalog_КлассификаторЕдиницИзмерения").withoutRightTo(INVOICES);
        UUID unit = demo.units().get("796");
        assertThat(caller.get("Catalog_КлассификаторЕдиницИзмерения").refusal()).isEqualTo("401/20");
        assertThat(caller.get(one("Catalog_КлассификаторЕдиницИзмерения", unit)).refusal())
                .isEqualTo("401/20");
        assertThat(caller.get(one(ITEMS, demo.items().get("KR-001")) + "/ЕдиницаИзмерения")
                        .refusal())
                .isEqualTo("401/20");
        assertThat(caller.get(INVOICES + "_Товары").refusal()).isEqualTo("401/20");
        assertThat(caller.post(INVOICES, "{}").refusal()).isEqualTo("401/20");
        assertThat(caller.get(ITEMS).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("§1.7 a right to read is none to write: POST, PATCH, DELETE and Post are 401 code 20, without effect")
    void readOnly() {
        UUID invoice = invoice();
        user.withoutRightToChange(INVOICES);
        assertThat(caller.get(one(INVOICES, invoice)).status()).isEqualTo(200);
        assertThat(caller.post(INVOICES, "{}").refusal()).isEqualTo("401/20");
        assertThat(caller.patch(one(INVOICES, invoice), "{\"Комментарий\":\"нет\"}")
                        .refusal())
                .isEqualTo("401/20");
        assertThat(caller.post(one(INVOICES, invoice) + "/Post", "").refusal()).isEqualTo("401/20");
        assertThat(caller.delete(one(INVOICES, invoice)).refusal()).isEqualTo("401/20");
        assertThat(simulator.one(INVOICES, invoice).path("Posted").asBoolean()).isFalse();
        assertThat(simulator.all(INVOICES)).hasSize(1);
    }

    @Test
    @DisplayName("§1.4 a set with a forbidden row is 401 code 20, on any page of it; with allowedOnly it is left out")
    void rows() {
        user.withoutRow(ITEMS, hidden);
        assertThat(caller.get(ITEMS).refusal()).isEqualTo("401/20");
        assertThat(caller.get(ITEMS, Map.of("$top", "1", "$orderby", "Артикул desc"))
                        .refusal())
                .isEqualTo("401/20");
        assertThat(caller.filter(ITEMS, "Артикул eq 'KR-001'").status()).isEqualTo(200);
        assertThat(caller.get(ITEMS, ALLOWED_ONLY).column("Артикул")).hasSize(5).doesNotContain("KF-004");
        Reply page = caller.get(
                ITEMS,
                Map.of(
                        "$allowedOnly", "true",
                        "$orderby", "Артикул",
                        "$skip", "1",
                        "$top", "2",
                        "$inlinecount", "allpages"));
        assertThat(page.column("Артикул")).containsExactly("LM-003", "ST-002");
        assertThat(page.json().path("odata.count").asText()).isEqualTo("5");
    }

    @Test
    @DisplayName("§1.4 one forbidden object is 401 code 20, allowedOnly or not, and so are its rows and its changes")
    void oneRow() {
        UUID invoice = invoice("\"Товары\":[{\"LineNumber\":1,\"Цена\":10}]");
        user.withoutRows(INVOICES, document -> document.reference().equals(invoice));
        assertThat(caller.get(one(INVOICES, invoice)).refusal()).isEqualTo("401/20");
        assertThat(caller.get(one(INVOICES, invoice), ALLOWED_ONLY).refusal()).isEqualTo("401/20");
        assertThat(caller.patch(one(INVOICES, invoice), "{}").refusal()).isEqualTo("401/20");
        assertThat(caller.get(one(INVOICES, invoice) + "/Post").refusal()).isEqualTo("401/20");
        assertThat(caller.delete(one(INVOICES, invoice)).refusal()).isEqualTo("401/20");
        String rows = INVOICES + "_Товары";
        assertThat(caller.get(rows).refusal()).isEqualTo("401/20");
        assertThat(caller.get(rows + "(Ref_Key=guid'" + invoice + "',LineNumber=1)")
                        .refusal())
                .isEqualTo("401/20");
        assertThat(caller.get(rows, ALLOWED_ONLY).column("Цена")).isEmpty();
    }

    @Test
    @DisplayName("§1.8 a second user has rights and a password of his own; one that is gone is 401 with the realm")
    void secondUser() {
        simulator.users().add("Второй", "пароль");
        user.withoutRow(ITEMS, hidden);
        try (Caller second = new Caller(simulator, "Второй", "пароль");
                Caller mistaken = new Caller(simulator, "Второй", "секрет")) {
            assertThat(second.get(one(ITEMS, hidden)).status()).isEqualTo(200);
            assertThat(mistaken.get(ITEMS).status()).isEqualTo(401);
            simulator.users().remove("Второй");
            Reply stranger = second.get(ITEMS);
            assertThat(stranger.status()).isEqualTo(401);
            assertThat(stranger.header("WWW-Authenticate")).isEqualTo("Basic realm=\"1C:Enterprise 8.3\"");
        }
    }

    @Test
    @DisplayName("F30 a changed password: the old one is 401 at once")
    void rotated() {
        simulator.users().add("Обмен", "новый");
        assertThat(caller.get(ITEMS).status()).isEqualTo(401);
        try (Caller renewed = new Caller(simulator, "Обмен", "новый")) {
            assertThat(renewed.get(ITEMS).status()).isEqualTo(200);
        }
    }
}
