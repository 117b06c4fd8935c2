package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("§2.2 settlements of УТ: at posting in one register, after the background job in the other")
class SettlementsTest extends TradeTest {
    private static final String SETTLEMENTS = "AccumulationRegister_РасчетыСКлиентами";
    private static final String TERMS = "AccumulationRegister_РасчетыСКлиентамиПоСрокам";

    private String object(UUID order) {
        return "ОбъектРасчетов_Key eq guid'"
                + simulator.one(ORDERS, order).path("ОбъектРасчетов_Key").asText() + "'";
    }

    private JsonNode balance(String register, UUID order) {
        return rows(register + "/Balance()", object(order)).json().path("value").path(0);
    }

    @Test
    @DisplayName("§2.2 РасчетыСКлиентами moves at once: asked by the order, taken by the money, owed by the goods")
    void atOnce() {
        UUID order = posted(order());
        assertThat(balance(SETTLEMENTS, order).path("КОплатеBalance").asInt()).isEqualTo(1200);
        assertThat(balance(SETTLEMENTS, order).path("СуммаBalance").isNull()).isTrue();
        accountant.pay(order, new BigDecimal("500"));
        assertThat(balance(SETTLEMENTS, order).path("КОплатеBalance").asInt()).isEqualTo(700);
        assertThat(balance(SETTLEMENTS, order).path("СуммаBalance").asInt()).isEqualTo(-500);
        accountant.ship(order);
        assertThat(balance(SETTLEMENTS, order).path("СуммаBalance").asInt()).isEqualTo(700);
        assertThat(balance(SETTLEMENTS, order).path("КОтгрузкеBalance").asInt()).isZero();
    }

    @Test
    @DisplayName("§2.2 РасчетыСКлиентамиПоСрокам shows a payment only after the job: prepayment, then debt")
    void afterwards() {
        UUID order = posted(order());
        accountant.pay(order, new BigDecimal("500"));
        assertThat(balance(TERMS, order).isMissingNode()).isTrue();
        clock.advance(2);
        assertThat(balance(TERMS, order).path("ПредоплатаBalance").asInt()).isEqualTo(500);
        assertThat(balance(TERMS, order).path("ПредоплатаРеглBalance").asInt()).isEqualTo(500);
        assertThat(balance(TERMS, order).path("ДолгBalance").isNull()).isTrue();
        accountant.ship(order);
        clock.advance(2);
        assertThat(balance(TERMS, order).path("ДолгBalance").asInt()).isEqualTo(700);
        assertThat(balance(TERMS, order).path("ПредоплатаBalance").asInt()).isZero();
        assertThat(rows(TERMS + "_RecordType", object(order)).column("Recorder_Type"))
                .containsOnly("StandardODATA.Document_РегистраторРасчетов");
        accountant.pay(order, new BigDecimal("700"));
        clock.advance(2);
        assertThat(balance(TERMS, order).isMissingNode()).isTrue();
    }

    @Test
    @DisplayName("§2.2 the key of accounting by partners: the same client has the same, with partner and organization")
    void analytics() {
        posted(order());
        posted(order());
        JsonNode keys =
                caller.get("Catalog_КлючиАналитикиУчетаПоПартнерам").json().path("value");
        assertThat(keys).hasSize(1);
        assertThat(keys.path(0).path("Партнер_Key").asText())
                .isEqualTo(partner().toString());
        assertThat(keys.path(0).path("Контрагент_Type").asText()).isEqualTo("StandardODATA.Catalog_Контрагенты");
        String debt = "АналитикаУчетаПоПартнерам/Партнер_Key eq guid'" + partner() + "'";
        assertThat(caller.get(SETTLEMENTS + "/Balance(Dimensions='АналитикаУчетаПоПартнерам')")
                        .column("КОплатеBalance"))
                .containsExactly("2400");
        assertThat(rows(SETTLEMENTS + "/Balance()", debt).column("КОплатеBalance"))
                .containsExactly("1200", "1200");
    }

    @Test
    @DisplayName("§2.2 cash pays as well; an invoice of АктВыполненныхРабот is shipped by itself")
    void otherDocuments() {
        UUID order = posted(order());
        String row = "{\"LineNumber\":1,\"Сумма\":200,\"ОснованиеПлатежа\":\"" + order
                + "\",\"ОснованиеПлатежа_Type\":\"StandardODATA." + ORDERS + "\"}";
        caller.post(
                "Document_ПриходныйКассовыйОрдер",
                "{\"Posted\":true,\"Валюта_Key\":\"" + demo.currency() + "\",\"РасшифровкаПлатежа\":[" + row + "]}");
        assertThat(balance(SETTLEMENTS, order).path("КОплатеBalance").asInt()).isEqualTo(1000);
        caller.post(
                "Document_АктВыполненныхРабот",
                "{\"Posted\":true,\"Валюта_Key\":\"" + demo.currency() + "\",\"СуммаДокумента\":300,"
                        + "\"Услуги\":[{\"LineNumber\":1,\"Сумма\":250,\"СуммаНДС\":50}]}");
        assertThat(rows(SETTLEMENTS + "/Balance()", "ОбъектРасчетов/ТипОбъектаРасчетов eq 'Накладная'")
                        .column("СуммаBalance"))
                .containsExactly("300");
    }
}
