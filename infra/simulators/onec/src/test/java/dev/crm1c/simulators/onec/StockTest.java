package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("§1.5, §2.2 stock: what accumulation registers calculate")
class StockTest extends TradeTest {
    private static final String STOCK = "AccumulationRegister_ТоварыНаСкладах";
    private static final String DEMAND = "AccumulationRegister_ЗапасыИПотребности";

    private String ofChair() {
        return "Номенклатура_Key eq guid'" + demo.items().get("KR-001") + "'";
    }

    private JsonNode only(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        assertThat(reply.json().path("value")).hasSize(1);
        return reply.json().path("value").path(0);
    }

    @Test
    @DisplayName("§2.2 a shipment takes goods off the warehouse, services lie nowhere; unposting brings them back")
    void balance() {
        assertThat(only(rows(STOCK + "/Balance()", ofChair()))
                        .path("ВНаличииBalance")
                        .asInt())
                .isEqualTo(100);
        UUID shipment = accountant.ship(posted(order()));
        assertThat(only(rows(STOCK + "/Balance()", ofChair()))
                        .path("ВНаличииBalance")
                        .asInt())
                .isEqualTo(98);
        assertThat(caller.get(STOCK + "/Balance()").column("Номенклатура_Key"))
                .hasSize(4)
                .doesNotContain(demo.items().get("US-101").toString());
        accountant.unpost(SHIPMENTS, shipment);
        assertThat(only(rows(STOCK + "/Balance()", ofChair()))
                        .path("ВНаличииBalance")
                        .asInt())
                .isEqualTo(100);
        assertThat(rows(STOCK + "_RecordType", "RecordType eq 'Expense'").column("Recorder"))
                .isEmpty();
    }

    @Test
    @DisplayName("§1.3 a resource nothing ever moved is null, not 0; §1.5 what is all gone has no row")
    void nulls() {
        assertThat(only(rows(STOCK + "/Balance()", ofChair()))
                        .path("КОтгрузкеBalance")
                        .isNull())
                .isTrue();
        Reply zero = rows(STOCK + "/Balance()", "КОтгрузкеBalance eq 0");
        assertThat(zero.status()).isEqualTo(200);
        assertThat(zero.column("ВНаличииBalance")).isEmpty();
        accountant.receiveStock(
                demo.items().get("KR-001"), demo.terms().warehouse(), new BigDecimal("-100"), BigDecimal.ONE);
        assertThat(rows(STOCK + "/Balance()", ofChair()).column("ВНаличииBalance"))
                .isEmpty();
        String atom = caller.send("GET", STOCK + "/Balance()", "", "", Map.of()).text();
        assertThat(atom).contains("d:КОтгрузкеBalance m:null=\"true\"").contains("d:ВНаличииBalance");
    }

    @Test
    @DisplayName("§1.5 Period is a moment: what happened at it is not in the balance yet")
    void moment() {
        accountant.receiveStock(
                demo.items().get("KR-001"), demo.terms().warehouse(), new BigDecimal("5"), BigDecimal.ONE);
        String call = STOCK + "/Balance(Period=datetime'%s',Condition='" + ofChair() + "')";
        assertThat(only(caller.get(call.formatted("2026-02-10T12:01:00")))
                        .path("ВНаличииBalance")
                        .asInt())
                .isEqualTo(100);
        assertThat(only(caller.get(call.formatted("2026-02-10T12:01:01")))
                        .path("ВНаличииBalance")
                        .asInt())
                .isEqualTo(105);
        assertThat(caller.get(STOCK + "/Balance", Map.of("Period", "datetime'2026-01-01T00:00:00'"))
                        .column("ВНаличииBalance"))
                .isEmpty();
    }

    @Test
    @DisplayName("§1.5 Dimensions group: what is not named is summed up and not shown")
    void dimensions() {
        UUID shop = accountant.warehouse("Магазин");
        accountant.receiveStock(demo.items().get("KR-001"), shop, new BigDecimal("7"), BigDecimal.ONE);
        assertThat(rows(STOCK + "/Balance()", ofChair()).column("ВНаличииBalance"))
                .containsExactlyInAnyOrder("100", "7");
        JsonNode together = only(rows(STOCK + "/Balance(Dimensions='Номенклатура')", ofChair()));
        assertThat(together.path("ВНаличииBalance").asInt()).isEqualTo(107);
        assertThat(together.has("Склад_Key")).isFalse();
        assertThat(rows(STOCK + "/Balance(Dimensions='Номенклатура')", "Склад_Key eq guid'" + shop + "'")
                        .refusal())
                .isEqualTo("400/14");
        JsonNode shops = only(caller.get(
                STOCK + "/Balance(Dimensions='Номенклатура,Склад',Condition='Склад_Key eq guid'" + shop + "'')"));
        assertThat(shops.path("ВНаличииBalance").asInt()).isEqualTo(7);
        assertThat(caller.get(STOCK + "/Balance(Dimensions='Номенклатура_Key')").refusal())
                .isEqualTo("400/10");
    }

    @Test
    @DisplayName("§1.5 Turnovers and BalanceAndTurnovers: both ends of the time belong to it")
    void turnovers() {
        accountant.ship(posted(order()));
        String from = "StartPeriod=datetime'2026-02-10T12:01:00',EndPeriod=datetime'2026-02-10T12:01:00'";
        JsonNode moved = only(caller.get(STOCK + "/Turnovers(" + from + ")"));
        assertThat(moved.path("ВНаличииTurnover").asInt()).isEqualTo(-2);
        assertThat(moved.path("ВНаличииReceipt").asInt()).isZero();
        assertThat(moved.path("ВНаличииExpense").asInt()).isEqualTo(2);
        JsonNode both = only(rows(STOCK + "/BalanceAndTurnovers(" + from + ")", ofChair()));
        assertThat(both.path("ВНаличииOpeningBalance").asInt()).isEqualTo(100);
        assertThat(both.path("ВНаличииTurnover").asInt()).isEqualTo(-2);
        assertThat(both.path("ВНаличииClosingBalance").asInt()).isEqualTo(98);
        assertThat(caller.get(STOCK + "/Turnovers(StartPeriod=datetime'2026-02-10T12:01:01')")
                        .column("ВНаличииTurnover"))
                .isEmpty();
    }

    @Test
    @DisplayName("§1.5 a field Condition does not know is 400/14: it speaks of dimensions only")
    void conditionOnResource() {
        assertThat(caller.get(STOCK + "/Balance(Condition='ВНаличии gt 1')").refusal())
                .isEqualTo("400/14");
        assertThat(caller.get(STOCK + "/Остатки()").refusal()).isEqualTo("400/6");
        assertThat(caller.get(STOCK + "_RecordType/Balance()").refusal()).isEqualTo("400/6");
    }

    @Test
    @DisplayName("§2.2 an order reserves in the way each row says, until it is shipped; НеСогласован wants nothing")
    void demand() {
        UUID order = posted(order());
        Reply wanted = rows(DEMAND + "/Balance()", "Заказ eq cast(guid'" + order + "','" + ORDERS + "')");
        assertThat(only(wanted).path("РезервироватьНаСкладеBalance").asInt()).isEqualTo(2);
        assertThat(only(wanted).path("Склад_Type").asText()).isEqualTo("StandardODATA.Catalog_Склады");
        JsonNode chair = only(rows(DEMAND + "/Balance(Dimensions='Номенклатура')", ofChair()));
        assertThat(chair.path("ВНаличииBalance").asInt()).isEqualTo(100);
        assertThat(chair.path("РезервироватьНаСкладеBalance").asInt()).isEqualTo(2);
        accountant.ship(order);
        chair = only(rows(DEMAND + "/Balance(Dimensions='Номенклатура')", ofChair()));
        assertThat(chair.path("ВНаличииBalance").asInt()).isEqualTo(98);
        assertThat(chair.path("РезервироватьНаСкладеBalance").asInt()).isZero();
        UUID vague = posted(order("\"Статус\":\"НеСогласован\""));
        assertThat(rows(DEMAND + "/Balance()", "Заказ eq cast(guid'" + vague + "','" + ORDERS + "')")
                        .column("Номенклатура_Key"))
                .isEmpty();
    }

    @Test
    @DisplayName("§2.2 a row that is cancelled reserves nothing")
    void cancelled() {
        UUID order = order();
        String row = "{\"LineNumber\":1,\"Номенклатура_Key\":\"" + demo.items().get("KR-001")
                + "\",\"Количество\":2,\"ВариантОбеспечения\":\"Отгрузить\",\"Отменено\":true}";
        caller.patch(one(ORDERS, order), "{\"Товары\":[" + row + "]}");
        posted(order);
        assertThat(rows(DEMAND + "/Balance()", "Заказ eq cast(guid'" + order + "','" + ORDERS + "')")
                        .column("Номенклатура_Key"))
                .isEmpty();
    }

    @Test
    @DisplayName("§2.2 a shipment that waits for its prepayment is posted and takes nothing off")
    void awaitingPrepayment() {
        UUID order = posted(order());
        UUID shipment = accountant.ship(order);
        accountant.edit(SHIPMENTS, shipment, "Статус", "КПредоплате");
        assertThat(simulator.one(SHIPMENTS, shipment).path("Posted").asBoolean())
                .isTrue();
        assertThat(only(rows(STOCK + "/Balance()", ofChair()))
                        .path("ВНаличииBalance")
                        .asInt())
                .isEqualTo(100);
        clock.advance(2);
        assertThat(caller.get(STATES).column("СуммаОтгрузки")).containsExactly("0");
    }

    @Test
    @DisplayName("§1.4 records of a register can be expanded, unlike rows of a tabular part")
    void expandedRecords() {
        Reply records = caller.get(STOCK + "_RecordType", Map.of("$filter", ofChair(), "$expand", "Номенклатура"));
        assertThat(only(records).path("Номенклатура").path("Артикул").asText()).isEqualTo("KR-001");
    }

    @Test
    @DisplayName("§1.6 a document without warehouse and goods is posted all the same and moves nothing")
    void silence() {
        String key = caller.post(SHIPMENTS, "{\"Статус\":\"Отгружено\"}")
                .json()
                .path("Ref_Key")
                .asText();
        assertThat(caller.post(one(SHIPMENTS, key) + "/Post", "").status()).isEqualTo(200);
        assertThat(simulator.one(SHIPMENTS, UUID.fromString(key)).path("Posted").asBoolean())
                .isTrue();
        assertThat(rows(STOCK + "_RecordType", "RecordType eq 'Expense'").column("Recorder"))
                .isEmpty();
    }
}
