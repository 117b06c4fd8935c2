package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.onec.structure.Release;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What 1C takes without a word, and what it refuses: onec.md §1.6, live probes P8 and P9. */
class SilenceTest extends BaseTest {

    @Test
    @DisplayName("§1.6 [P8] unknown properties are ignored")
    void unknownProperties() {
        Reply made = caller.post(INVOICES, "{\"НетТакого\":1,\"Контрагент@odata.bind\":\"Catalog_Контрагенты\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().has("НетТакого")).isFalse();
    }

    @Test
    @DisplayName("§1.6 [P8] a wrong string for an Int64 is ignored, the field keeps its value; a right one is taken")
    void wrongInteger() {
        UUID key = invoice("\"КратностьВзаиморасчетов\":\"100\"");
        JsonNode changed = caller.patch(one(INVOICES, key), "{\"КратностьВзаиморасчетов\":\"сто\"}")
                .json();
        assertThat(changed.path("КратностьВзаиморасчетов").asText()).isEqualTo("100");
    }

    @Test
    @DisplayName("§1.3 [P8] a string is cut to the attribute's length; length 0 is without limit")
    void cut() {
        Reply made = caller.post(
                COUNTERPARTIES,
                "{\"Description\":\"" + "ж".repeat(238) + "\",\"Комментарий\":\"" + "к".repeat(5000) + "\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("Description").asText()).hasSize(100);
        assertThat(made.json().path("Комментарий").asText()).hasSize(5000);
    }

    @Test
    @DisplayName("§1.6 [P8] a reference to nothing is stored")
    void dangling() {
        UUID nobody = UUID.randomUUID();
        UUID key = invoice("\"Контрагент_Key\":\"" + nobody + "\"");
        assertThat(simulator.one(INVOICES, key).path("Контрагент_Key").asText()).isEqualTo(nobody.toString());
    }

    @Test
    @DisplayName("§1.3 §2.0 a value that the enumeration does not have becomes empty: НДС22 in a release of 2024")
    void unknownEnumValue() {
        String body = "{\"Товары\":[{\"LineNumber\":1,\"СтавкаНДС\":\"НДС22\"}]}";
        assertThat(vatRate(caller.post(INVOICES, body))).isEqualTo("НДС22");
        restart(settings().withRelease(Release.AS_DUMPED));
        Reply made = caller.post(INVOICES, body);
        assertThat(made.status()).isEqualTo(201);
        assertThat(vatRate(made)).isEmpty();
    }

    private static String vatRate(Reply invoice) {
        return invoice.json().path("Товары").path(0).path("СтавкаНДС").asText();
    }

    @Test
    @DisplayName("§1.3 a composite value without a type, or of a type that is not the attribute's, becomes Undefined")
    void compositeWithoutType() {
        String item = demo.items().get("KR-001").toString();
        String row = "{\"Товары\":[{\"LineNumber\":1,\"Номенклатура\":\"" + item + "\"%s}]}";
        for (String type : new String[] {"", ",\"Номенклатура_Type\":\"StandardODATA.Catalog_Контрагенты\""}) {
            JsonNode made = caller.post(INVOICES, row.formatted(type))
                    .json()
                    .path("Товары")
                    .path(0);
            assertThat(made.path("Номенклатура").asText()).isEmpty();
            assertThat(made.path("Номенклатура_Type").asText()).isEqualTo("StandardODATA.Undefined");
        }
    }

    @Test
    @DisplayName("§1.6 [P8] no fill check: an empty invoice is written and posted")
    void noFillCheck() {
        UUID key = invoice("");
        assertThat(caller.post(one(INVOICES, key) + "/Post", "").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("§1.3 what a double cannot hold is lost, a number too large is all nines")
    void numbers() {
        UUID key = invoice("\"СуммаДокумента\":99999999999999999999,\"КурсВзаиморасчетов\":1.00005");
        JsonNode made = simulator.one(INVOICES, key);
        assertThat(made.path("СуммаДокумента").decimalValue()).isEqualByComparingTo("9999999999999.99");
        assertThat(made.path("КурсВзаиморасчетов").decimalValue()).isEqualByComparingTo("1.0001");
    }

    @ParameterizedTest
    @DisplayName("§1.6 §1.7 what is refused, and how")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"Контрагент_Key\":\"abc\"} | 400/1",
                "{\"Контрагент_Key\":\"\"} | 400/1",
                "{\"Ref_Key\":\"abc\"} | 400/1",
                "{\"СуммаВключаетНДС\":\"да\"} | 400/1",
                "{\"Date\":\"01.02.2026\"} | 400/1",
                "{\"Date\":\"2026-02-01T00:00:00+03:00\"} | 400/1",
                "{\"Комментарий\":[\"a\"]} | 500/-1",
                "{\"Комментарий\":{\"a\":1}} | 500/-1",
                "{\"Комментарий\": | 500/-1",
                "not json | 500/-1",
                "[] | 500/-1",
                "{\"Товары\":\"нет\"} | 500/-1",
                "{\"Товары\":[{\"Цена\":1}]} | 500/-1",
                "{\"Товары\":[{\"LineNumber\":0}]} | 400/4",
                "{\"Товары\":[{\"LineNumber\":1},{\"LineNumber\":3}]} | 400/4",
                "{\"Товары\":[{\"LineNumber\":2},{\"LineNumber\":1}]} | 400/4",
            })
    void refused(String body, String refusal) {
        assertThat(caller.post(INVOICES, body).refusal()).isEqualTo(refusal);
        assertThat(simulator.all(INVOICES)).isEmpty();
    }

    @Test
    @DisplayName("§1.7 the recorded texts of refusals")
    void texts() {
        assertThat(caller.post(INVOICES, "{\"Контрагент_Key\":\"abc\"}").errorText())
                .isEqualTo("Не удалось разобрать строку 'abc' как значение типа Edm.Guid!");
        assertThat(caller.post(INVOICES, "{").errorText()).isEqualTo("Непредвиденный символ при чтении JSON");
        assertThat(caller.post(INVOICES, "{\"Товары\":[{}]}").errorText())
                .startsWith("Произошла внутренняя ошибка OData сервиса.");
    }

    @ParameterizedTest
    @DisplayName("§1.6 [P9] numbers are taken as number or as string")
    @ValueSource(strings = {"12.5", "\"12.5\"", "1.25E+1"})
    void numberOrString(String sum) {
        UUID key = invoice("\"СуммаДокумента\":" + sum);
        assertThat(simulator.one(INVOICES, key).path("СуммаДокумента").decimalValue())
                .isEqualByComparingTo("12.5");
    }
}
