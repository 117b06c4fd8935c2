package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.money.VatRate;
import dev.crm1c.model.onec.Discount;
import dev.crm1c.model.onec.DocumentCurrency;
import dev.crm1c.model.onec.DocumentDraft;
import dev.crm1c.model.onec.DocumentDraft.Content;
import dev.crm1c.model.onec.DocumentLine;
import dev.crm1c.model.onec.DocumentSheet;
import dev.crm1c.model.onec.Due;
import dev.crm1c.model.onec.Due.Moment;
import dev.crm1c.model.onec.ItemChoice;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.Paper;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.tenant.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On what terms is sold, as documents say it: when to pay, what was taken off, in which currency, on which paper. */
@QuarkusTest
@DisplayName("onec.md §2.1, §2.2: terms of a sale")
class DocumentTermsTest extends InASellingBase {
    private static final String ORDERS = "Document_ЗаказКлиента";
    private static final String BILLS = "Document_СчетНаОплатуКлиенту";
    private static final String INVOICES = "Document_СчетНаОплатуПокупателю";
    private static final String REALIZATIONS = "Document_РеализацияТоваровУслуг";

    private DocumentDraft draft(OneCKind kind, Parties parties, DocumentLine... lines) {
        return draft(kind, "123", parties, lines(lines));
    }

    private static DocumentDraft payable(DocumentDraft draft, Due... dues) {
        return new DocumentDraft(
                draft.kind(),
                draft.marker(),
                draft.date(),
                draft.parties(),
                draft.content(),
                List.of(dues),
                draft.currency(),
                draft.paper());
    }

    private static DocumentDraft in(DocumentCurrency currency, DocumentDraft draft) {
        return new DocumentDraft(
                draft.kind(),
                draft.marker(),
                draft.date(),
                draft.parties(),
                draft.content(),
                draft.dues(),
                currency,
                draft.paper());
    }

    private static DocumentDraft on(Paper paper, DocumentDraft draft) {
        return new DocumentDraft(
                draft.kind(),
                draft.marker(),
                draft.date(),
                draft.parties(),
                draft.content(),
                draft.dues(),
                draft.currency(),
                paper);
    }

    private DocumentSheet made(Tenant tenant, DocumentDraft draft) {
        DocumentSheet sheet = got(oneC.create(tenant, draft, proposed(draft.kind(), "123")));
        assertThat(sheet.differencesFrom(draft)).isEmpty();
        return sheet;
    }

    private JsonNode stored(String set, DocumentSheet sheet) {
        return base.one(set, sheet.ref().key());
    }

    private static void assertRow(JsonNode row, Map<String, String> numbers) {
        numbers.forEach((field, number) ->
                assertThat(row.path(field).decimalValue()).as(field).isEqualByComparingTo(number));
    }

    @ParameterizedTest
    @ValueSource(strings = {"trade-11", "erp-2"})
    @DisplayName("§2.2: each part of the payment is a row, with its moment in an order and its day in both")
    void dues(String configuration) {
        Tenant tenant = seller(configuration);
        Parties parties = parties(tenant);
        Due[] dues = {
            new Due(Moment.ADVANCE, 30, new Money(36_600), LocalDate.of(2026, 11, 21)),
            new Due(Moment.BEFORE_SHIPMENT, 20, new Money(24_400), LocalDate.of(2026, 11, 25)),
            new Due(Moment.AFTER_SHIPMENT, 50, new Money(61_000), LocalDate.of(2026, 12, 5))
        };

        DocumentSheet order =
                made(tenant, payable(draft(OneCKind.ORDER, parties, line(1, "KR-001", 1, 122_000)), dues));
        DocumentDraft over =
                draft(OneCKind.INVOICE, "123", parties.with(order.ref()), new Content.Over(order.ref(), order.total()));
        DocumentSheet invoice = made(tenant, payable(over, dues));

        JsonNode stages = stored(ORDERS, order).path("ЭтапыГрафикаОплаты");
        assertThat(stages.findValuesAsText("ВариантОплаты"))
                .containsExactly("АвансДоОбеспечения", "ПредоплатаДоОтгрузки", "КредитПослеОтгрузки");
        assertThat(stages.findValuesAsText("LineNumber")).containsExactly("1", "2", "3");
        assertThat(stages.path(2).path("ДатаПлатежа").asText()).isEqualTo("2026-12-05T00:00:00");
        assertRow(stages.path(2), Map.of("ПроцентПлатежа", "50", "СуммаПлатежа", "610"));
        assertRow(stored(ORDERS, order), Map.of("СуммаАвансаДоОбеспечения", "366", "СуммаПредоплатыДоОтгрузки", "244"));
        JsonNode ofInvoice = stored(BILLS, invoice).path("ЭтапыГрафикаОплаты");
        assertThat(ofInvoice.findValuesAsText("ДатаПлатежа"))
                .containsExactly("2026-11-21T00:00:00", "2026-11-25T00:00:00", "2026-12-05T00:00:00");
        assertRow(ofInvoice.path(1), Map.of("ПроцентПлатежа", "20", "СуммаПлатежа", "244"));
    }

    @Test
    @DisplayName("§2.2: where nobody says when to pay, all of it is due before the shipment, on the document's day")
    void duesNotSaid() {
        Tenant tenant = seller("trade-11");
        DocumentSheet order = made(tenant, draft(OneCKind.ORDER, parties(tenant), line(1, "KR-001", 1, 122_000)));

        JsonNode stages = stored(ORDERS, order).path("ЭтапыГрафикаОплаты");
        assertThat(stages).hasSize(1);
        assertThat(stages.path(0).path("ВариантОплаты").asText()).isEqualTo("ПредоплатаДоОтгрузки");
        assertThat(stages.path(0).path("ДатаПлатежа").asText()).isEqualTo("2026-11-21T00:00:00");
        assertRow(stages.path(0), Map.of("ПроцентПлатежа", "100", "СуммаПлатежа", "1220"));
    }

    /** 3 at 500, 10 % off. */
    private DocumentLine discounted() {
        return new DocumentLine(
                1,
                new ItemChoice.Linked(seeded.items().get("KR-001")),
                "Кресло",
                new Quantity(BigDecimal.valueOf(3)),
                new Money(45_000),
                new Money(135_000),
                new VatRate.Percent(22),
                new Discount.Given(new Money(50_000), BigDecimal.TEN, new Money(15_000)));
    }

    @ParameterizedTest
    @CsvSource({
        "accounting-3, INVOICE, " + INVOICES + ", ПроцентСкидки, СуммаСкидки",
        "trade-11, ORDER, " + ORDERS + ", ПроцентРучнойСкидки, СуммаРучнойСкидки",
        "erp-2, ORDER, " + ORDERS + ", ПроцентРучнойСкидки, СуммаРучнойСкидки",
        "trade-11, REALIZATION, " + REALIZATIONS + ", ПроцентРучнойСкидки, СуммаРучнойСкидки"
    })
    @DisplayName("§2.1, §2.2: a row shows the price before the discount, the discount, and the sum after it")
    void discount(String configuration, OneCKind kind, String set, String percent, String sum) {
        Tenant tenant = seller(configuration);
        DocumentSheet sheet =
                made(tenant, draft(kind, sellable(tenant, kind), discounted(), line(2, "ST-002", 1, 100)));

        JsonNode rows = stored(set, sheet).path("Товары");
        assertRow(rows.path(0), Map.of("Цена", "500", percent, "10", sum, "150", "Сумма", "1350"));
        assertRow(rows.path(1), Map.of("Цена", "1", percent, "0", sum, "0", "Сумма", "1"));
    }

    private Parties sellable(Tenant tenant, OneCKind kind) {
        Parties parties = parties(tenant);
        return kind == OneCKind.REALIZATION && oneC.kindsIn(tenant).contains(OneCKind.ORDER)
                ? parties.with(made(tenant, draft(OneCKind.ORDER, parties, discounted()))
                        .ref())
                : parties;
    }

    @ParameterizedTest
    @CsvSource({"TAX_INVOICE, false", "UNIVERSAL, true"})
    @DisplayName(
            "§2.1: a realization of Бухгалтерия says whether it is УПД, and shows prices after discounts: its rows have no place for them")
    void realizationOfAccounting(Paper paper, boolean universal) {
        Tenant tenant = seller("accounting-3");

        DocumentSheet sheet = made(tenant, on(paper, draft(OneCKind.REALIZATION, parties(tenant), discounted())));

        JsonNode stored = stored(REALIZATIONS, sheet);
        assertThat(stored.path("ЭтоУниверсальныйДокумент").asBoolean()).isEqualTo(universal);
        assertRow(stored.path("Товары").path(0), Map.of("Цена", "450", "Сумма", "1350"));
    }

    @ParameterizedTest
    @CsvSource({
        "accounting-3, INVOICE, " + INVOICES + ", ВалютаДокумента_Key, КурсВзаиморасчетов, КратностьВзаиморасчетов",
        "accounting-3, REALIZATION, " + REALIZATIONS
                + ", ВалютаДокумента_Key, КурсВзаиморасчетов, КратностьВзаиморасчетов",
        "trade-11, REALIZATION, " + REALIZATIONS + ", Валюта_Key, КурсЧислитель, КурсЗнаменатель",
        "erp-2, ACT, Document_АктВыполненныхРабот, Валюта_Key, КурсЧислитель, КурсЗнаменатель"
    })
    @DisplayName("§2.1, §2.2: a foreign currency with its rate stands where else the base's own stands with one to one")
    void currency(String configuration, OneCKind kind, String set, String key, String rate, String units) {
        Tenant tenant = seller(configuration);
        UUID tenge = base.accountant().currency("398", "KZT");
        Parties parties = sellable(tenant, kind == OneCKind.ACT ? OneCKind.REALIZATION : kind);
        DocumentDraft own = draft(kind, parties, line(1, kind == OneCKind.ACT ? "US-101" : "KR-001", 1, 10_000));
        var foreign = new DocumentCurrency.Foreign(tenge, new BigDecimal("15.2345"), 100);

        DocumentSheet sheet = made(tenant, in(foreign, own));

        assertThat(stored(set, sheet).path(key).asText()).isEqualTo(tenge.toString());
        assertThat(stored(set, sheet).path(rate).decimalValue()).isEqualByComparingTo("15.2345");
        assertThat(stored(set, sheet).path(units).asText()).matches("100(\\.0)?");
        got(oneC.change(tenant, sheet.ref(), own));
        assertThat(stored(set, sheet).path(key).asText())
                .isEqualTo(seeded.currency().toString());
        assertThat(stored(set, sheet).path(rate).decimalValue()).isEqualByComparingTo("1");
    }

    @Test
    @DisplayName("§2.2: an order and its invoice are in the currency of the deal")
    void currencyOfAnOrder() {
        Tenant tenant = seller("trade-11");
        Parties parties = parties(tenant);
        UUID dollar = base.accountant().currency("840", "USD");
        var foreign = new DocumentCurrency.Foreign(dollar, new BigDecimal("90.5"), 1);

        DocumentSheet order = made(tenant, in(foreign, draft(OneCKind.ORDER, parties, line(1, "KR-001", 1, 10_000))));
        DocumentSheet invoice = made(
                tenant,
                in(
                        foreign,
                        draft(
                                OneCKind.INVOICE,
                                "123",
                                parties.with(order.ref()),
                                new Content.Over(order.ref(), order.total()))));

        assertThat(stored(ORDERS, order).path("Валюта_Key").asText()).isEqualTo(dollar.toString());
        assertThat(stored(BILLS, invoice).path("Валюта_Key").asText()).isEqualTo(dollar.toString());
    }
}
