package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest extends BaseTest {

    @ParameterizedTest
    @DisplayName("§1.4 what a filter finds")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Артикул eq 'KR-001' | 1",
                "Артикул ne 'KR-001' | 5",
                "Услуга eq true | 2",
                "not (Услуга eq true) | 4",
                "Услуга eq true and Артикул eq 'US-101' or Артикул eq 'LM-003' | 2",
                "Услуга eq true and (Артикул eq 'US-101' or Артикул eq 'LM-003') | 1",
                "substringof('стол',Description) | 2",
                "substringof('стол',Description) eq true | 2",
                "startswith(Артикул,'US-') | 2",
                "endswith(Артикул,'-002') | 1",
                "like(Артикул,'__-00%') | 4",
                "like(Артикул,'[KL]%') | 3",
                "concat(Артикул,'!') eq 'KR-001!' | 1",
                "substring(Артикул,1,2) eq 'US' | 2",
                "ЕдиницаИзмерения/Code eq '796' | 3",
                "ЕдиницаИзмерения/Code ne '796' | 3",
                "НомерГТД_Key eq guid'00000000-0000-0000-0000-000000000000' | 6",
                "ВесПоСертификатуТовара add 2 mul 3 eq 6 | 6",
            })
    void finds(String filter, int count) {
        assertThat(caller.filter(ITEMS, filter).column("Ref_Key")).hasSize(count);
    }

    @ParameterizedTest
    @DisplayName("§1.4 §1.7 what it does not know is 400 code 14: contains, tolower, exponents, broken text")
    @ValueSource(
            strings = {
                "contains(Description,'стол')",
                "tolower(Description) eq 'стол'",
                "indexof(Description,'с') eq 1",
                "length(Description) eq 4",
                "НетТакогоПоля eq 1",
                "ЕдиницаИзмерения/НетТакого eq 1",
                "Description eq",
                "Description eq 'стол",
                "(Description eq 'стол'",
                "Description = 'стол'",
                "ВесПоСертификатуТовара gt 1e3",
                "ВесПоСертификатуТовара gt 1.0m",
                "Ref_Key eq guid'not-a-guid'",
                "ДатаПрекращения eq datetime'2026-01-31'",
                "Description",
                "isof(ЕдиницаИзмерения,'Catalog_НетТакого')"
            })
    void refused(String filter) {
        Reply reply = caller.filter(ITEMS, filter);
        assertThat(reply.refusal()).isEqualTo("400/14");
        assertThat(reply.errorText()).isEqualTo("Ошибка при разборе опции запроса $filter");
    }

    @ParameterizedTest
    @DisplayName("§1.4 what cannot be compared is 500 code -1, even where nothing would be found")
    @ValueSource(
            strings = {
                "Ref_Key gt guid'00000000-0000-0000-0000-000000000000'",
                "ЕдиницаИзмерения_Key le guid'00000000-0000-0000-0000-000000000000'",
                "Комментарий eq 'маркер'",
                "Комментарий ne Комментарий",
                "Артикул eq 7",
                "Услуга eq 'true'",
                "ВесПоСертификатуТовара eq '1'"
            })
    void incomparable(String filter) {
        Reply reply = caller.filter(ITEMS, filter);
        assertThat(reply.refusal()).isEqualTo("500/-1");
        assertThat(reply.errorText()).contains("Нельзя сравнивать поля неограниченной длины");
    }

    @Test
    @DisplayName("§1.1 a plus is not a space in $filter, and stays a plus in a string")
    void plus() {
        UUID item = accountant.item("Лампа C++", "LM-777", demo.units().get("796"));
        String raw = "$format=json&$filter=";
        assertThat(caller.send("GET", ITEMS, raw + "Description+eq+" + Caller.encoded("'Лампа C++'"), "", Map.of())
                        .refusal())
                .isEqualTo("400/14");
        Reply found = caller.send(
                "GET", ITEMS, raw + "Description%20eq%20'" + Caller.encoded("Лампа") + "%20C++'", "", Map.of());
        assertThat(found.column("Ref_Key")).containsExactly(item.toString());
    }

    @Test
    @DisplayName("§1.2 a quote inside a string is written twice")
    void quote() {
        UUID item = accountant.item("Монитор 27'' IPS", "MN-1", demo.units().get("796"));
        assertThat(caller.filter(ITEMS, "Description eq 'Монитор 27'''' IPS'").column("Ref_Key"))
                .containsExactly(item.toString());
    }

    @Test
    @DisplayName("§6 a marker in Комментарий is found by substringof, but in a like its brackets are a set of letters")
    void marker() {
        invoice("\"Комментарий\":\"срочно [crm:b24:deal:123] позвонить\"");
        invoice("\"Комментарий\":\"[crm:b24:deal:1234]\"");
        assertThat(caller.filter(INVOICES, "substringof('[crm:b24:deal:123]',Комментарий)")
                        .column("Number"))
                .hasSize(1);
        assertThat(caller.filter(INVOICES, "like(Комментарий,'%[crm:b24:deal:123]%')")
                        .column("Number"))
                .hasSize(2);
    }

    @Test
    @DisplayName("§1.4 dates: datetime'' with seconds, year(), month(), a window")
    void dates() {
        invoice("\"Date\":\"2025-12-31T23:59:59\"");
        invoice("\"Date\":\"2026-01-15T10:00:00\"");
        assertThat(caller.filter(
                                INVOICES,
                                "Date ge datetime'2026-01-01T00:00:00' and Date lt datetime'2026-02-01T00:00:00'")
                        .column("Date"))
                .containsExactly("2026-01-15T10:00:00");
        assertThat(caller.filter(INVOICES, "year(Date) eq 2025 and month(Date) eq 12 and day(Date) eq 31")
                        .column("Date"))
                .hasSize(1);
    }

    @Test
    @DisplayName("§1.4 any() and all() over a tabular part")
    void quantifiers() {
        invoice("\"Товары\":[{\"LineNumber\":1,\"Цена\":5},{\"LineNumber\":2,\"Цена\":50}]");
        assertThat(caller.filter(INVOICES, "Товары/any(d: d/Цена gt 10)").column("Number"))
                .hasSize(1);
        assertThat(caller.filter(INVOICES, "Товары/all(d: d/Цена gt 10)").column("Number"))
                .isEmpty();
        assertThat(caller.filter(INVOICES, "Товары/Цена gt 10").refusal()).isEqualTo("400/14");
    }

    @Test
    @DisplayName("§1.4 a composite field equals cast(…) only: a bare guid finds nothing, and says nothing")
    void composite() {
        UUID invoice = invoice();
        accountant.pay(invoice, new BigDecimal("100"));
        assertThat(caller.filter(STATUSES, "Документ eq cast(guid'" + invoice + "','" + INVOICES + "')")
                        .column("Статус"))
                .containsExactly("ОплаченЧастично");
        assertThat(caller.filter(STATUSES, "Документ eq guid'" + invoice + "'").column("Статус"))
                .isEmpty();
        assertThat(caller.filter(STATUSES, "Документ ne guid'" + invoice + "'").column("Статус"))
                .isEmpty();
        assertThat(caller.filter(STATUSES, "Документ eq '" + invoice + "'").column("Статус"))
                .isEmpty();
        assertThat(caller.filter(STATUSES, "Документ eq cast(guid'" + invoice + "','" + PAYMENTS + "')")
                        .column("Статус"))
                .isEmpty();
        assertThat(caller.filter(STATUSES, "isof(Документ,'" + INVOICES + "')").column("Статус"))
                .hasSize(1);
    }

    @Test
    @DisplayName("§1.4 a reference compared with a string compares something else, silently")
    void referenceWithString() {
        UUID item = demo.items().get("KR-001");
        assertThat(caller.filter(ITEMS, "Ref_Key eq '" + item + "'").column("Ref_Key"))
                .isEmpty();
        assertThat(caller.filter(ITEMS, "Ref_Key gt '" + EMPTY + "'").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("§1.6 a path through a dangling reference is NULL: neither eq, nor ne, nor not finds it")
    void dangling() {
        String filter = "Контрагент/ИНН %s '7700000016'";
        invoice("\"Контрагент_Key\":\"" + UUID.randomUUID() + "\"");
        assertThat(caller.filter(INVOICES, filter.formatted("eq")).column("Number"))
                .isEmpty();
        assertThat(caller.filter(INVOICES, filter.formatted("ne")).column("Number"))
                .isEmpty();
        assertThat(caller.filter(INVOICES, "not (" + filter.formatted("eq") + ")")
                        .column("Number"))
                .isEmpty();
    }
}
