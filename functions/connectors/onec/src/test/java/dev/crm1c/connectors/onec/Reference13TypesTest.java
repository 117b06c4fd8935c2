package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.Composite.Primitive;
import dev.crm1c.connectors.onec.StandIn.Answer;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("onec.md §1.3: types on the wire")
class Reference13TypesTest extends AgainstTheSimulator {
    private static final String KEY = "f02ce7b3-e3b3-11eb-b4ad-000c29b45b09";

    private final OneCJson json = new OneCJson();

    private Field field(String value) {
        return Field.of(json.tree("{\"X\":" + value + "}"), "X");
    }

    private Composite composite(String value, String type) {
        return Field.of(json.tree("{\"X\":" + value + ",\"X_Type\":\"" + type + "\"}"), "X")
                .composite();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.5|12.5",
                "\"1103\"|1103",
                "\" 7 \"|7",
                "null|0",
                "\"\"|0",
                "1E+2|100",
                "-0.01|-0.01",
                "12345678901234567.89|12345678901234567.89"
            })
    @DisplayName("§1.3: a number is a JSON number, the text of an Int64, or null for an empty resource")
    void numbers(String wire, BigDecimal value) {
        assertThat(field(wire).number()).isEqualByComparingTo(value);
    }

    @Test
    @DisplayName(
            "§1.3: a row's number may come as text; a part of one is an error that names the field and not the value")
    void wholeNumbers() {
        assertThat(field("\"1\"").whole()).isEqualTo(1);
        assertThat(field("2").whole()).isEqualTo(2);
        assertThatThrownBy(() -> field("2.5").whole()).hasMessageContaining("X").hasMessageNotContaining("2.5");
        assertThatThrownBy(() -> field("\"сто\"").number())
                .hasMessageContaining("X")
                .hasMessageNotContaining("сто");
        assertThat(Field.of(json.tree("{}"), "X").number()).isZero();
    }

    @Test
    @DisplayName("§1.3: the empty reference and the empty date are nothing")
    void nothing() {
        assertThat(field("\"00000000-0000-0000-0000-000000000000\"").reference())
                .isEmpty();
        assertThat(field("\"\"").key()).isEqualTo(Field.NO_REFERENCE);
        assertThat(field("\"" + KEY + "\"").reference()).contains(UUID.fromString(KEY));
        assertThat(field("\"0001-01-01T00:00:00\"").moment()).isEmpty();
        assertThat(field("\"2026-01-31T12:00:00\"").moment()).contains(LocalDateTime.of(2026, 1, 31, 12, 0));
        assertThatThrownBy(() -> field("\"вчера\"").moment()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> field("\"abc\"").key()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("§1.3: fixed-length strings come padded")
    void padded() {
        assertThat(field("\"643 \"").text()).isEqualTo("643");
        assertThat(field("null").text()).isEmpty();
    }

    @Test
    @DisplayName("§1.3: a composite field says its type: nothing, a reference, a primitive, an enumeration")
    void composites() {
        assertThat(composite("\"\"", "StandardODATA.Undefined")).isEqualTo(new Composite.Undefined());
        assertThat(composite("\"" + KEY + "\"", "StandardODATA.Catalog_НоменклатурныеГруппы"))
                .isEqualTo(new Composite.Reference("Catalog_НоменклатурныеГруппы", UUID.fromString(KEY)));
        assertThat(composite("\"00000000-0000-0000-0000-000000000000\"", "StandardODATA.Catalog_Контрагенты"))
                .isEqualTo(new Composite.Undefined());
        assertThat(composite("\"Оплачен\"", "StandardODATA.СтатусОплатыСчета"))
                .isEqualTo(new Composite.Value(Primitive.ENUMERATION, "Оплачен"));
        assertThat(composite("\"текст\"", "Edm.String")).isEqualTo(new Composite.Value(Primitive.TEXT, "текст"));
        assertThat(composite("12.5", "Edm.Double")).isEqualTo(new Composite.Value(Primitive.NUMBER, "12.5"));
        assertThat(composite("true", "Edm.Boolean")).isEqualTo(new Composite.Value(Primitive.FLAG, "true"));
        assertThat(composite("\"2026-01-31T12:00:00\"", "Edm.DateTime"))
                .isEqualTo(new Composite.Value(Primitive.MOMENT, "2026-01-31T12:00:00"));
    }

    @Test
    @DisplayName("§1.3: a reference to what is not published stands in a namespace of its own, and is no set of ours")
    void unpublished() {
        String entity = "UnavailableEntities.UnavailableEntity_2c9f1ee8-2b9a-4a0c-9b75-2d3c1a6f0e11";

        assertThat(composite("\"" + KEY + "\"", entity))
                .isEqualTo(new Composite.Reference(entity, UUID.fromString(KEY)));
        assertThat(composite("\"00000000-0000-0000-0000-000000000000\"", entity))
                .isEqualTo(new Composite.Undefined());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF"})
    @DisplayName("§1.3: the recorded catalog of a live БП 3.0 is read, with a byte order mark and without")
    void recordedCatalog(String mark) {
        try (StandIn standIn = StandIn.answering(_ -> Answer.json(200, mark + recorded()))) {
            JsonNode items = got(client.list(
                    BaseTenants.at(standIn.publication()), ODataAddress.ofSet(standIn.publication(), ITEMS)));

            assertThat(rows(items)).singleElement().satisfies(item -> {
                assertThat(Field.of(item, "Ref_Key").key()).isEqualTo(UUID.fromString(KEY));
                assertThat(Field.of(item, "Code").text()).isEqualTo("00-00000001");
                assertThat(Field.of(item, "Description").text()).isEqualTo("Мойка");
                assertThat(Field.of(item, "Parent_Key").reference()).isEmpty();
                assertThat(Field.of(item, "IsFolder").flag()).isFalse();
                assertThat(ODataClient.version(item)).isEqualTo("AAAAAQAAAAA=");
            });
        }
    }

    @Test
    @DisplayName("§1.3: Int64 as text, padded strings, null resources and Undefined in one answer")
    void recordedShapes() {
        String row = "{\"Ref_Key\":\"" + KEY + "\",\"LineNumber\":\"2\",\"Code\":\"643 \",\"КоличествоDr\":null,"
                + "\"КратностьВзаиморасчетов\":\"1\",\"Сумма\":100.10,\"Субконто\":\"\","
                + "\"Субконто_Type\":\"StandardODATA.Undefined\"}";
        try (StandIn standIn = StandIn.answering(_ -> Answer.rows(row))) {
            JsonNode found = got(client.list(
                            BaseTenants.at(standIn.publication()), ODataAddress.ofSet(standIn.publication(), ITEMS)))
                    .get(0);

            assertThat(Field.of(found, "LineNumber").whole()).isEqualTo(2);
            assertThat(Field.of(found, "КратностьВзаиморасчетов").whole()).isEqualTo(1);
            assertThat(Field.of(found, "Code").text()).isEqualTo("643");
            assertThat(Field.of(found, "КоличествоDr").number()).isZero();
            assertThat(Field.of(found, "Сумма").number()).isEqualByComparingTo("100.10");
            assertThat(Field.of(found, "Субконто").composite()).isEqualTo(new Composite.Undefined());
        }
    }

    @Test
    @DisplayName("§1.3: sums of 15 digits come back to the kopeck")
    void sums() {
        UUID key = made(INVOICES, fields().put("СуммаДокумента", new BigDecimal("9999999999999.97")));

        assertThat(got(client.find(tenant, object(INVOICES, key))))
                .hasValueSatisfying(invoice -> assertThat(
                                Field.of(invoice, "СуммаДокумента").number())
                        .isEqualByComparingTo("9999999999999.97"));
    }

    @Test
    @DisplayName("§1.3: control characters are stripped from everything we write, line ends stay")
    void controlCharacters() {
        var invoice = fields().put("Комментарий", "первая\u0002строка\nвторая\u000Bстрока\uD83D");
        invoice.putArray("Товары").addObject().put("LineNumber", 1).put("Содержание", "Кресло\u0000");

        JsonNode written = base.one(INVOICES, made(INVOICES, invoice));

        assertThat(written.path("Комментарий").asText()).isEqualTo("первая строка\nвторая строка");
        assertThat(written.path("Товары").path(0).path("Содержание").asText()).isEqualTo("Кресло ");
    }

    private static String recorded() {
        try (InputStream file =
                Reference13TypesTest.class.getResourceAsStream("/recorded/bp30_Catalog_Номенклатура.json")) {
            return OneCJson.text(file.readAllBytes());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
