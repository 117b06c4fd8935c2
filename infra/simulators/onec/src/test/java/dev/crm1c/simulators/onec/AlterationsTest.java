package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.onec.faults.Fault;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("F25 a structure that is not the one of the file")
class AlterationsTest extends BaseTest {
    private static final String ROWS = INVOICES + "_Товары";

    @Test
    @DisplayName("F25 a property of an older release is neither in $metadata nor in the data, and ignored on write")
    void withoutProperty() {
        restart(settings().withoutProperty(ITEMS, "Артикул").withoutProperty(ROWS, "СтавкаНДС"));
        assertThat(type(ITEMS)).doesNotContain("\"Артикул\"").contains("\"НаименованиеПолное\"");
        assertThat(type(ROWS)).doesNotContain("\"СтавкаНДС\"").contains("\"Цена\"");
        Reply made = caller.post(ITEMS, "{\"Артикул\":\"KR-009\",\"Description\":\"Табурет\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().has("Артикул")).isFalse();
        assertThat(caller.filter(ITEMS, "Артикул eq 'KR-009'").refusal()).isEqualTo("400/14");
        JsonNode row = caller.post(INVOICES, "{\"Товары\":[{\"LineNumber\":1,\"СтавкаНДС\":\"НДС20\",\"Цена\":5}]}")
                .json()
                .path("Товары")
                .path(0);
        assertThat(row.has("СтавкаНДС")).isFalse();
        assertThat(row.path("Цена").asInt()).isEqualTo(5);
    }

    @Test
    @DisplayName("F25 a reference of one type where newer releases have a composite one")
    void singleReference() {
        restart(settings().withSingleReference(ROWS, "Номенклатура", ITEMS));
        assertThat(type(ROWS))
                .contains("NavigationProperty Name=\"Номенклатура\"", "\"Номенклатура_Key\"")
                .doesNotContain("\"Номенклатура_Type\"");
        String item = demo.items().get("KR-001").toString();
        String rows = "{\"Товары\":[{\"LineNumber\":1,\"Номенклатура_Key\":\"" + item + "\",\"Номенклатура\":\"" + item
                + "\",\"Номенклатура_Type\":\"StandardODATA.Catalog_Номенклатура\"}]}";
        JsonNode row = caller.post(INVOICES, rows).json().path("Товары").path(0);
        assertThat(row.path("Номенклатура_Key").asText()).isEqualTo(item);
        assertThat(row.has("Номенклатура")).isFalse();
        assertThat(row.has("Номенклатура_Type")).isFalse();
    }

    @Test
    @DisplayName("F25 a value that the enumeration does not have yet")
    void enumValue() {
        String body = "{\"Товары\":[{\"LineNumber\":1,\"СтавкаНДС\":\"НДС22\"}]}";
        restart(settings().withoutEnumValue("СтавкиНДС", "НДС22"));
        assertThat(caller.get("$metadata").text())
                .doesNotContain("<Member Name=\"НДС22\"/>")
                .contains("<Member Name=\"НДС20\"/>");
        assertThat(caller.post(INVOICES, body)
                        .json()
                        .path("Товары")
                        .path(0)
                        .path("СтавкаНДС")
                        .asText())
                .isEmpty();
    }

    @Test
    @DisplayName("F25 a set and a part that are not there at all")
    void withoutSet() {
        restart(settings().withoutSet("Catalog_ВидыКонтактнойИнформации").withoutProperty(INVOICES, "ВозвратнаяТара"));
        assertThat(caller.get("Catalog_ВидыКонтактнойИнформации").refusal()).isEqualTo("404/8");
        assertThat(caller.get(INVOICES + "_ВозвратнаяТара").refusal()).isEqualTo("404/8");
        assertThat(caller.get("$metadata").text())
                .doesNotContain("\"Catalog_ВидыКонтактнойИнформации\"", INVOICES + "_ВозвратнаяТара");
    }

    @Test
    @DisplayName("what is altered must exist: a slip of the pen does not make a test that proves nothing")
    void slips() {
        for (OneCSettings slip : new OneCSettings[] {
            settings().withoutProperty(ITEMS, "Артикль"),
            settings().withoutProperty("Catalog_Нет", "Code"),
            settings().withoutEnumValue("СтавкиНДС", "НДС99"),
            settings().withSingleReference(ITEMS, "Артикул", ITEMS),
            settings().withoutSet("Catalog_Нет")
        }) {
            assertThatThrownBy(() -> OneCSimulator.start(slip)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    @DisplayName("§1.8 $metadata may fail with 500 while the data are served; whatever is asked for, it is XML")
    void metadataFails() {
        Reply edmx = caller.get("$metadata");
        assertThat(edmx.header("Content-Type")).startsWith("application/xml");
        assertThat(edmx.text()).startsWith("<?xml");
        simulator.faults().on("GET", "$metadata").always(Fault.internalError());
        assertThat(caller.get("$metadata").refusal()).isEqualTo("500/-1");
        assertThat(caller.get(ITEMS).status()).isEqualTo(200);
        assertThat(caller.get("").status()).isEqualTo(200);
    }

    /** What {@code $metadata} says of one set. */
    private String type(String set) {
        String edmx = caller.get("$metadata").text();
        int start = edmx.indexOf("<EntityType Name=\"" + set + "\"");
        assertThat(start).isNotNegative();
        return edmx.substring(start, edmx.indexOf("</EntityType>", start));
    }
}
