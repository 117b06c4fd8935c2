package dev.crm1c.local.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.local.flow.Flow.Company;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Product rows find their items in 1C, or have them made. */
interface Matching {
    int ARTICLE = 98;
    int BARCODE = 99;

    Office office();

    @Test
    default void rows_find_items_by_article_barcode_name_and_then_by_what_was_found_and_unknown_ones_are_made() {
        Office office = office();
        Flow flow = office.flow();
        UUID byArticle = office.accountant().item("Клапан обратный", "KL-77", office.unit("796"));
        UUID byBarcode = office.accountant().item("Муфта", "MF-77", office.unit("796"));
        office.accountant().barcode(byBarcode, "4600000000770");
        UUID byName = office.accountant().item("Прокладка", "PR-77", office.unit("796"));
        var catalogue = office.portal().administrator();
        long known = catalogue.product("Обратный клапан", Map.of(ARTICLE, "KL-77"));
        long coded = catalogue.product("Муфта соединительная", Map.of(ARTICLE, "", BARCODE, "4600000000770"));
        long named = catalogue.product("Прокладка", Map.of());
        long fresh = catalogue.product("Редуктор", Map.of(ARTICLE, "RD-77"));
        Company company = flow.company();
        ProductRow[] rows = {
            row("Обратный клапан", known),
            row("Муфта соединительная", coded),
            row("Прокладка", named),
            row("Редуктор", fresh)
        };

        long deal = office.settled(company, rows);

        JsonNode made = item("Редуктор");
        assertThat(made.path("Артикул").asText().strip()).isEqualTo("RD-77");
        assertThat(item("Из CRM").path("Ref_Key")).isEqualTo(made.path("Parent_Key"));
        assertThat(items(office.sale(company)))
                .containsExactly(
                        byArticle.toString(),
                        byBarcode.toString(),
                        byName.toString(),
                        made.path("Ref_Key").asText());
        assertThat(flow.notes(deal)).anySatisfy(note -> assertThat(note).contains("создана в 1С: 4"));

        office.accountant().edit("Catalog_Номенклатура", byName, "Description", "Прокладка паронитовая");
        Company second = flow.company();
        office.settled(second, rows);
        assertThat(items(office.sale(second))).isEqualTo(items(office.sale(company)));
    }

    private static ProductRow row(String name, long product) {
        return ProductRow.of(name, "100", "1").withProduct(product).withVat(22);
    }

    private JsonNode item(String name) {
        return office().base().all("Catalog_Номенклатура").stream()
                .filter(one -> one.path("Description").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> items(JsonNode sale) {
        String field = office().hasOrders() ? "Номенклатура_Key" : "Номенклатура";
        return sale.path("Товары").findValuesAsText(field);
    }

    @Test
    default void a_unit_that_differs_and_a_kit_ask_people_and_nothing_is_written() {
        Office office = office();
        Flow flow = office.flow();
        office.accountant().item("Кабель", "KB-77", office.unit("166"));
        if (office.hasOrders()) {
            office.accountant().trade().kit("Набор монтажный", "NB-77", office.unit("796"));
        }
        Company company = flow.company();
        long deal = flow.deal(
                company,
                ProductRow.of("Кабель", "100", "1").withVat(22),
                ProductRow.of(office.hasOrders() ? "Набор монтажный" : "Кабель", "100", "1")
                        .withVat(22));
        flow.resetCounters();

        office.manager().moveDeal(deal, Office.AGREED);
        flow.settle();

        assertThat(office.writesTo1C()).isEmpty();
        assertThat(flow.notes(deal))
                .singleElement()
                .asString()
                .contains("Строка 1 («Кабель»)", "796", "166")
                .contains(office.hasOrders() ? "это набор" : "Строка 2 («Кабель»)");
    }
}
