package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static dev.crm1c.connectors.onec.BaseTenants.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("onec.md §1.2: names and literals")
class Reference12LiteralsTest extends AgainstTheSimulator {
    private static final LocalDateTime NEW_YEAR = LocalDateTime.of(2026, 1, 31, 0, 0);

    @Test
    @DisplayName("§1.2: guid'…', datetime'…', quotes doubled, true")
    void forms() {
        UUID key = UUID.fromString("F02CE7B3-E3B3-11EB-B4AD-000C29B45B09");
        assertThat(Literal.of(key).text()).isEqualTo("guid'f02ce7b3-e3b3-11eb-b4ad-000c29b45b09'");
        assertThat(Literal.of(NEW_YEAR).text()).isEqualTo("datetime'2026-01-31T00:00:00'");
        assertThat(Literal.of(NEW_YEAR.plusNanos(5)).text()).isEqualTo("datetime'2026-01-31T00:00:00'");
        assertThat(Literal.of("д'Артаньян ''").text()).isEqualTo("'д''Артаньян '''''");
        assertThat(Literal.of(true).text()).isEqualTo("true");
        assertThat(Literal.of(key, "Document_X").text())
                .isEqualTo("cast(guid'f02ce7b3-e3b3-11eb-b4ad-000c29b45b09','Document_X')");
    }

    @ParameterizedTest
    @CsvSource({
        "12.5,12.5",
        "1E+3,1000",
        "1.25E-7,0.000000125",
        "-0.10,-0.10",
        "12345678901234567890,12345678901234567890"
    })
    @DisplayName("§1.2: numbers have no exponent")
    void numbers(BigDecimal number, String text) {
        assertThat(Literal.of(number).text()).isEqualTo(text);
    }

    @Test
    @DisplayName("§1.2: a record's key has all its fields by name")
    void keyOfARecord() {
        base.accountant().create(ITEMS, Map.of("Description", "чтобы база была не пуста"));
        RecordKey key = RecordKey.of("Period", Literal.of(NEW_YEAR)).and("Валюта_Key", Literal.of(seeded.currency()));
        record(
                RATES,
                fields().put("Period", "2026-01-31T00:00:00")
                        .put("Валюта_Key", seeded.currency().toString())
                        .put("Курс", new BigDecimal("79.1234"))
                        .put("Кратность", 1));

        ODataAddress address = ODataAddress.ofRecord(base.address(), RATES, key);
        assertThat(address.text())
                .endsWith("(Period=datetime'2026-01-31T00:00:00',%D0%92%D0%B0%D0%BB%D1%8E%D1%82%D0%B0_Key=guid'"
                        + seeded.currency() + "')");
        assertThat(got(client.findRecord(tenant, address))).hasValueSatisfying(found -> {
            assertThat(Field.of(found, "Курс").number()).isEqualByComparingTo("79.1234");
            assertThat(Field.of(found, "Кратность").whole()).isEqualTo(1);
        });
        RecordKey dayBefore = RecordKey.of("Period", Literal.of(NEW_YEAR.minusDays(1)))
                .and("Валюта_Key", Literal.of(seeded.currency()));
        assertThat(got(client.findRecord(tenant, ODataAddress.ofRecord(base.address(), RATES, dayBefore))))
                .isEmpty();
    }

    @Test
    @DisplayName("§1.2: one key field missing is error 7, which people are told")
    void keyFieldMissing() {
        RecordKey half = RecordKey.of("Period", Literal.of(NEW_YEAR));

        assertThat(stopped(client.findRecord(tenant, ODataAddress.ofRecord(base.address(), RATES, half))))
                .isInstanceOfSatisfying(
                        Outcome.NeedsPeople.class,
                        needs -> assertThat(needs.problems()).singleElement().isInstanceOf(Problem.OneCSaysNo.class));
    }

    @Test
    @DisplayName("§1.2: a composite dimension takes two fields of the key")
    void compositeKey() {
        UUID invoice = new UUID(3, 4);
        assertThat(RecordKey.of("Организация_Key", Literal.of(new UUID(0, 1)))
                        .and("Документ", invoice, INVOICES)
                        .text())
                .isEqualTo("Организация_Key=guid'00000000-0000-0000-0000-000000000001',"
                        + "Документ='00000000-0000-0003-0000-000000000004',Документ_Type='StandardODATA." + INVOICES
                        + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O'Нил",
                "''",
                "A+B",
                "50% & #1?",
                "a=b;c,d",
                "slash/back\\",
                "«ёлочки» № 5",
                "эмодзи 🙂🧾",
                "кавычки \"прямые\"",
                "%27 %2B",
                "(скобки) [и] {те}",
                "пробел  двойной"
            })
    @DisplayName("§1.2: a string with any signs finds its object and no other")
    void anySigns(String name) {
        UUID key = made(COUNTERPARTIES, fields().put("Description", name));
        made(COUNTERPARTIES, fields().put("Description", name + "х"));

        JsonNode found = got(client.list(
                tenant,
                set(COUNTERPARTIES)
                        .filter(ODataFilter.equal("Description", name))
                        .select(List.of("Ref_Key", "Description"))));

        assertThat(rows(found))
                .singleElement()
                .satisfies(row -> assertThat(Field.of(row, "Ref_Key").key()).isEqualTo(key));
        assertThat(base.one(COUNTERPARTIES, key).path("Description").asText()).isEqualTo(name);
    }

    /** Records have no Ref_Key, so they are put there by the accountant's own hand. */
    private void record(String register, ObjectNode record) {
        RawCall.post(base.address(), register, record.toString());
    }
}
