package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QueryOptionsTest extends BaseTest {

    @Test
    @DisplayName("§1.4 $select shows what it names; ** is all but parts; an unknown field is 400 code 6")
    void select() {
        UUID key = demo.items().get("KR-001");
        JsonNode item = caller.get(one(ITEMS, key), Map.of("$select", "Ref_Key,Артикул,ЕдиницаИзмерения_Key"))
                .json();
        assertThat(item.properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder(
                        "odata.metadata",
                        "Ref_Key",
                        "Артикул",
                        "ЕдиницаИзмерения_Key",
                        "ЕдиницаИзмерения@navigationLinkUrl");
        assertThat(caller.get(one(ITEMS, key), Map.of("$select", "**")).json().has("ДополнительныеРеквизиты"))
                .isFalse();
        assertThat(caller.get(one(ITEMS, key), Map.of("$select", "*")).json().has("ДополнительныеРеквизиты"))
                .isTrue();
        Reply unknown = caller.get(ITEMS, Map.of("$select", "НетТакогоПоля"));
        assertThat(unknown.refusal()).isEqualTo("400/6");
        assertThat(unknown.errorText()).isEqualTo("Сегмент пути НетТакогоПоля не найден!");
    }

    @Test
    @DisplayName("§1.4 $select of one field of a part")
    void selectPart() {
        UUID key = invoice("\"Товары\":[{\"LineNumber\":1,\"Цена\":5}]");
        JsonNode row = caller.get(one(INVOICES, key), Map.of("$select", "Товары/Цена"))
                .json()
                .path("Товары")
                .path(0);
        assertThat(row.properties().stream().map(Map.Entry::getKey)).containsExactly("Цена");
    }

    @Test
    @DisplayName("§1.2 X____Presentation comes only when it is named in $select")
    void presentation() {
        UUID key = demo.items().get("KR-001");
        assertThat(caller.get(one(ITEMS, key)).text()).doesNotContain("____Presentation");
        JsonNode item = caller.get(one(ITEMS, key), Map.of("$select", "Code,ЕдиницаИзмерения____Presentation"))
                .json();
        assertThat(item.path("ЕдиницаИзмерения____Presentation").asText()).isEqualTo("шт");
    }

    @Test
    @DisplayName("§1.4 $orderby a reference sorts by presentation, not by guid")
    void orderByReference() {
        List<String> names = caller.get(ITEMS, Map.of("$orderby", "Ref_Key")).column("Description");
        assertThat(names)
                .containsExactly(
                        "Доставка",
                        "Консультация специалиста",
                        "Кофе в зёрнах",
                        "Кресло офисное",
                        "Лампа настольная",
                        "Стол письменный");
        List<String> articles = caller.get(ITEMS, Map.of("$orderby", "ЕдиницаИзмерения_Key desc,Артикул asc"))
                .column("Артикул");
        assertThat(articles).startsWith("KR-001", "LM-003", "ST-002", "US-102").endsWith("KF-004");
        assertThat(caller.get(ITEMS, Map.of("$orderby", "НетТакого")).refusal()).isEqualTo("400/6");
    }

    @Test
    @DisplayName("§1.4 $top and $skip page; without $top all comes at once; odata.count is a string of the whole")
    void paging() {
        Map<String, String> options =
                Map.of("$orderby", "Артикул", "$top", "2", "$skip", "3", "$inlinecount", "allpages");
        Reply page = caller.get(ITEMS, options);
        assertThat(page.column("Артикул")).containsExactly("ST-002", "US-101");
        assertThat(page.json().path("odata.count").isTextual()).isTrue();
        assertThat(page.json().path("odata.count").asText()).isEqualTo("6");
        assertThat(caller.get(ITEMS).json().has("odata.nextLink")).isFalse();
        assertThat(caller.get(ITEMS, Map.of("$top", "много")).refusal()).isEqualTo("400/14");
    }

    @Test
    @DisplayName("§1.4 pages of rows without $orderby lose rows, with Ref_Key,LineNumber they do not")
    void pagesOfRows() {
        for (int i = 1; i <= 9; i++) {
            invoice("\"Товары\":[{\"LineNumber\":1,\"Цена\":" + i + "}]");
        }
        assertThat(pages(Map.of())).hasSizeLessThan(9);
        assertThat(pages(Map.of("$orderby", "Ref_Key,LineNumber"))).hasSize(9);
    }

    private List<String> pages(Map<String, String> order) {
        List<String> prices = new ArrayList<>();
        for (int skip = 0; skip < 9; skip += 3) {
            Map<String, String> options = new HashMap<>(order);
            options.put("$top", "3");
            options.put("$skip", String.valueOf(skip));
            prices.addAll(caller.get(INVOICES + "_Товары", options).column("Цена"));
        }
        return prices.stream().distinct().toList();
    }

    @Test
    @DisplayName("§1.4 $expand shows the object, if the navigation is selected, and not on a single entity")
    void expand() {
        JsonNode item = caller.get(ITEMS, Map.of("$filter", "Артикул eq 'KR-001'", "$expand", "ЕдиницаИзмерения"))
                .json()
                .path("value")
                .path(0);
        assertThat(item.path("ЕдиницаИзмерения").path("Code").asText()).isEqualTo("796");
        JsonNode hidden = caller.get(ITEMS, Map.of("$expand", "ЕдиницаИзмерения", "$select", "Code"))
                .json()
                .path("value")
                .path(0);
        assertThat(hidden.has("ЕдиницаИзмерения")).isFalse();
        UUID key = demo.items().get("KR-001");
        assertThat(caller.get(one(ITEMS, key), Map.of("$expand", "ЕдиницаИзмерения"))
                        .json()
                        .has("ЕдиницаИзмерения"))
                .isFalse();
        assertThat(caller.get(ITEMS, Map.of("$expand", "НетТакого")).refusal()).isEqualTo("400/6");
    }
}
