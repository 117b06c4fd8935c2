package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("§1.5, §2 prices: records of a subordinate register, asked for by a slice")
class PricesTest extends TradeTest {
    private static final String PRICES = "InformationRegister_ЦеныНоменклатуры25";
    private static final String RECORDS = PRICES + "_RecordType";

    private String chair() {
        return demo.items().get("KR-001").toString();
    }

    private String ofChair() {
        return "Condition='Номенклатура_Key eq guid'" + chair() + "''";
    }

    private void price(String sum) {
        accountant.setPrice(demo.items().get("KR-001"), demo.terms().priceKind(), new BigDecimal(sum), demo.currency());
    }

    @Test
    @DisplayName("§1.5 SliceLast gives one record for each set of dimensions: the last there is")
    void last() {
        price("8000");
        clock.advance(10);
        price("8500");
        Reply reply = caller.get(RECORDS + "/SliceLast()");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.column("Цена")).hasSize(6).contains("8500").doesNotContain("8000", "7500");
        assertThat(caller.get(RECORDS + "/SliceLast").column("Цена")).hasSize(6);
        assertThat(caller.get(RECORDS + "/SliceFirst(" + ofChair() + ")").column("Цена"))
                .containsExactly("7500");
    }

    @Test
    @DisplayName("§1.5 quotes inside Condition are not doubled; the query string does as well")
    void condition() {
        price("8000");
        assertThat(caller.get(RECORDS + "/SliceLast(" + ofChair() + ")").column("Цена"))
                .containsExactly("8000");
        String filter = "Номенклатура_Key eq guid'" + chair() + "'";
        assertThat(caller.get(RECORDS + "/SliceLast", Map.of("Condition", filter))
                        .column("Цена"))
                .containsExactly("8000");
        assertThat(caller.get(RECORDS + "/SliceLast()", Map.of("$filter", filter))
                        .column("Цена"))
                .containsExactly("8000");
        assertThat(caller.get(RECORDS + "/SliceLast(Condition='Номенклатура_Key eq guid''" + chair() + "''')")
                        .refusal())
                .isEqualTo("400/14");
    }

    @Test
    @DisplayName("§1.5 Period of a slice includes its own second; Condition and Period go together")
    void period() {
        price("8000");
        String second = "2026-02-10T12:01:00";
        assertThat(caller.get(RECORDS + "/SliceLast(Period=datetime'" + second + "'," + ofChair() + ")")
                        .column("Цена"))
                .containsExactly("8000");
        assertThat(caller.get(RECORDS + "/SliceLast(" + ofChair() + ",Period=datetime'2026-02-10T12:00:59')")
                        .column("Цена"))
                .containsExactly("7500");
        assertThat(caller.get(RECORDS + "/SliceLast(Period=datetime'2020-01-01T00:00:00')")
                        .column("Цена"))
                .isEmpty();
        assertThat(caller.get(RECORDS + "/SliceFirst(" + ofChair() + ",Period=datetime'" + second + "')")
                        .column("Цена"))
                .containsExactly("8000");
    }

    @Test
    @DisplayName("§1.5 ordinary options work on the result: $select, $orderby, $top, $expand; there is no $count")
    void options() {
        Reply reply = caller.get(
                RECORDS + "/SliceLast()",
                Map.of(
                        "$select",
                        "Цена,Номенклатура",
                        "$orderby",
                        "Цена desc",
                        "$top",
                        "2",
                        "$expand",
                        "Номенклатура"));
        assertThat(reply.column("Цена")).containsExactly("12000", "7500");
        assertThat(reply.json()
                        .path("value")
                        .path(0)
                        .path("Номенклатура")
                        .path("Артикул")
                        .asText())
                .isEqualTo("ST-002");
        assertThat(reply.json().path("value").path(0).has("Валюта_Key")).isFalse();
        assertThat(caller.get(RECORDS + "/SliceLast()/$count").refusal()).isEqualTo("400/6");
    }

    @Test
    @DisplayName("§1.5 a subordinate register is sliced on its records, not on the set; not everything is a function")
    void binding() {
        assertThat(caller.get(PRICES + "/SliceLast()").refusal()).isEqualTo("400/6");
        assertThat(caller.get(RECORDS + "/Balance()").refusal()).isEqualTo("400/6");
        assertThat(caller.post(RECORDS + "/SliceLast()", "").refusal()).isEqualTo("405/19");
    }

    @Test
    @DisplayName("§1.7 wrong parameters: unknown 400/21, no literal 400/1, no such field 400/14")
    void refusals() {
        assertThat(caller.get(RECORDS + "/SliceLast(Когда=datetime'2026-01-01T00:00:00')")
                        .refusal())
                .isEqualTo("400/21");
        assertThat(caller.get(RECORDS + "/SliceLast(Period='2026-01-01')").refusal())
                .isEqualTo("400/1");
        assertThat(caller.get(RECORDS + "/SliceLast(Condition='Артикул eq 1')").refusal())
                .isEqualTo("400/14");
        assertThat(caller.get(RECORDS + "/SliceLast(Condition=Цена eq 1)").refusal())
                .isEqualTo("400/21");
    }

    @Test
    @DisplayName("§1.1 a segment longer than 260 characters meets IIS, whose 400 is a page and no OData error")
    void longSegment() {
        String condition = "Номенклатура_Key eq guid'" + chair() + "' and ";
        String tooLong = "SliceLast(Condition='" + condition.repeat(4) + "Цена gt 0')";
        assertThat(tooLong.length()).isGreaterThan(260);
        Reply refused = caller.get(RECORDS + "/" + tooLong);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("Invalid URL").doesNotContain("odata.error");
        String fits = "SliceLast(Condition='" + condition.repeat(3) + "Цена gt 0')";
        assertThat(fits.length()).isLessThan(261);
        assertThat(caller.get(RECORDS + "/" + fits).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("§1.9 the set is keyed by its recorder and holds its records, which only documents write")
    void sets() {
        price("8000");
        String recorder = rows(RECORDS, "Цена eq 8000").column("Recorder").getFirst();
        String key = "(Recorder='" + recorder + "',Recorder_Type='StandardODATA.Document_УстановкаЦенНоменклатуры')";
        Reply set = caller.get(PRICES + key);
        assertThat(set.json().path("RecordSet")).hasSize(1);
        assertThat(set.json().path("RecordSet").path(0).path("Цена").asInt()).isEqualTo(8000);
        assertThat(set.json().path("RecordSet").path(0).path("LineNumber").asText())
                .isEqualTo("1");
        assertThat(caller.post(PRICES, "{}").refusal()).isEqualTo("501/0");
        assertThat(caller.post(RECORDS, "{}").refusal()).isEqualTo("400/13");
    }

    @Test
    @DisplayName("§1.6 unposting takes prices back; prices nobody agreed to are posted and are none")
    void takenBack() {
        price("8000");
        String recorder = rows(RECORDS, "Цена eq 8000").column("Recorder").getFirst();
        String setting = one("Document_УстановкаЦенНоменклатуры", recorder);
        caller.post(setting + "/Unpost", "");
        assertThat(rows(RECORDS, "Цена eq 8000").column("Цена")).isEmpty();
        caller.patch(setting, "{\"Статус\":\"НеСогласован\"}");
        assertThat(caller.post(setting + "/Post", "").status()).isEqualTo(200);
        assertThat(rows(RECORDS, "Цена eq 8000").column("Цена")).isEmpty();
    }

    @Test
    @DisplayName("§2.2 two prices for the same second: 500 -1, and the second document is not posted")
    void sameMoment() {
        price("8000");
        String body = "{\"Статус\":\"Согласован\",\"Товары2_5\":[{\"LineNumber\":1,\"Номенклатура_Key\":\"" + chair()
                + "\",\"ВидЦены_Key\":\"" + demo.terms().priceKind() + "\",\"Цена\":9000}]}";
        String second = caller.post("Document_УстановкаЦенНоменклатуры", body)
                .json()
                .path("Ref_Key")
                .asText();
        Reply refused = caller.post(one("Document_УстановкаЦенНоменклатуры", second) + "/Post", "");
        assertThat(refused.refusal()).isEqualTo("500/-1");
        assertThat(caller.get(one("Document_УстановкаЦенНоменклатуры", second))
                        .json()
                        .path("Posted")
                        .asBoolean())
                .isFalse();
        assertThat(rows(RECORDS, "Цена eq 9000").column("Цена")).isEmpty();
    }

    @Test
    @DisplayName("§2.2 the older register where the base is switched to it, and nothing in the other")
    void olderRegister() {
        shut();
        simulator = OneCSimulator.start(settings().withPricing25(false));
        caller = new Caller(simulator);
        demo = DemoBase.seed(simulator.accountant());
        assertThat(caller.get("InformationRegister_ЦеныНоменклатуры_RecordType/SliceLast()")
                        .column("Цена"))
                .hasSize(6);
        assertThat(caller.get(RECORDS + "/SliceLast()").column("Цена")).isEmpty();
    }

    @Test
    @DisplayName(
            "§1.9, §2.1 a record is keyed by period and dimensions, the period is a day; a second price of a day belongs to the same document")
    void accounting() {
        shut();
        simulator = OneCSimulator.start(OneCSettings.defaults().withClock(clock));
        caller = new Caller(simulator);
        accountant = simulator.accountant();
        demo = DemoBase.seed(accountant);
        price("8000");
        clock.advance(60);
        price("8100");
        String records = "InformationRegister_ЦеныНоменклатуры_RecordType";
        assertThat(caller.get(records + "/SliceLast(" + ofChair() + ")").column("Цена"))
                .containsExactly("8100");
        assertThat(rows(records, "Номенклатура_Key eq guid'" + chair() + "' and Цена gt 7500")
                        .column("Period"))
                .containsExactly("2026-02-10T00:00:00");
        String record = records + "(Period=datetime'2026-02-10T00:00:00',ТипЦен_Key=guid'"
                + demo.terms().priceKind() + "',Номенклатура_Key=guid'" + chair() + "')";
        assertThat(caller.get(record).json().path("Цена").asInt()).isEqualTo(8100);
        clock.advance(Duration.ofDays(1));
        price("8200");
        assertThat(caller.get(records + "/SliceLast(" + ofChair() + ")").column("Цена"))
                .containsExactly("8200");
    }

    @Test
    @DisplayName("§1.5 an independent register is sliced on the set itself")
    void independent() {
        String euro = accountant.currency("978", "EUR").toString();
        String rates = "InformationRegister_ОтносительныеКурсыВалют";
        String rate = "{\"Period\":\"%s\",\"Валюта_Key\":\"" + euro + "\",\"БазоваяВалюта_Key\":\"" + demo.currency()
                + "\",\"КурсЧислитель\":%s,\"КурсЗнаменатель\":1}";
        caller.post(rates, rate.formatted("2026-02-01T00:00:00", "90.5"));
        caller.post(rates, rate.formatted("2026-02-02T00:00:00", "91.5"));
        assertThat(caller.get(rates + "/SliceLast(Condition='Валюта_Key eq guid'" + euro + "'')")
                        .column("КурсЧислитель"))
                .containsExactly("91.5");
        assertThat(caller.get(rates + "/SliceLast(Period=datetime'2026-02-01T12:00:00')")
                        .column("КурсЧислитель"))
                .containsExactly("90.5");
        assertThat(caller.get("InformationRegister_ШтрихкодыНоменклатуры/SliceLast()")
                        .refusal())
                .isEqualTo("400/6");
    }
}
