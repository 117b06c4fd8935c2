package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("§2.2 items of УТ [live P8]")
class TradeItemsTest extends TradeTest {
    private static final String ITEMS = "Catalog_Номенклатура";

    @Test
    @DisplayName("§2.2 a name is enough: 1C fills in type and way of sale, and answers with them")
    void filledIn() {
        Reply made = caller.post(ITEMS, "{\"Description\":\"Полка\"}");
        assertThat(made.status()).isEqualTo(201);
        JsonNode item = made.json();
        assertThat(item.path("ТипНоменклатуры").asText()).isEqualTo("Товар");
        assertThat(item.path("ВариантОформленияПродажи").asText()).isEqualTo("РеализацияТоваровУслуг");
        assertThat(item.path("ЕдиницаИзмерения_Key").asText()).isEqualTo(BaseTest.EMPTY);
    }

    @Test
    @DisplayName("§2.2 a name that is taken is refused by 500 -1, also when the other item is marked; nothing is left")
    void unique() {
        accountant.markForDeletion(ITEMS, demo.items().get("KR-001"));
        int before = simulator.all(ITEMS).size();
        assertThat(caller.post(ITEMS, "{\"Description\":\"Кресло офисное\"}").refusal())
                .isEqualTo("500/-1");
        assertThat(simulator.all(ITEMS)).hasSize(before);
        String shelf = caller.post(ITEMS, "{\"Description\":\"Полка\"}")
                .json()
                .path("Ref_Key")
                .asText();
        assertThat(caller.patch(one(ITEMS, shelf), "{\"Description\":\"Стол письменный\"}")
                        .refusal())
                .isEqualTo("500/-1");
        assertThat(caller.get(one(ITEMS, shelf)).json().path("Description").asText())
                .isEqualTo("Полка");
        assertThat(caller.patch(one(ITEMS, shelf), "{\"Артикул\":\"PL-1\"}").status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("§2.2 a bare group fails")
    void group() {
        assertThat(caller.post(ITEMS, "{\"Description\":\"Мебель\",\"IsFolder\":true}")
                        .refusal())
                .isEqualTo("500/-1");
        assertThat(caller.filter(ITEMS, "Description eq 'Мебель'").column("Ref_Key"))
                .isEmpty();
    }
}
