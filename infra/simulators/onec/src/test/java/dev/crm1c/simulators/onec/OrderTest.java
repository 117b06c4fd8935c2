package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("§2.2 an order of УТ: its settlement object, its payments, its state")
class OrderTest extends TradeTest {
    private static final String OBJECTS = "Catalog_ОбъектыРасчетов";
    private static final String ACTS = "Document_АктВыполненныхРабот";

    @Test
    @DisplayName("§2.2 1C itself makes the settlement object of a posted order and fills it in; found by cast")
    void settlementObject() {
        UUID order = order();
        assertThat(simulator.one(ORDERS, order).path("ОбъектРасчетов_Key").asText())
                .isEqualTo(BaseTest.EMPTY);
        assertThat(simulator.all(OBJECTS)).isEmpty();
        posted(order);
        JsonNode object = rows(OBJECTS, "Объект eq cast(guid'" + order + "','" + ORDERS + "')")
                .json()
                .path("value")
                .path(0);
        assertThat(object.path("Ref_Key").asText())
                .isEqualTo(
                        simulator.one(ORDERS, order).path("ОбъектРасчетов_Key").asText());
        assertThat(object.path("Объект_Type").asText()).isEqualTo("StandardODATA." + ORDERS);
        assertThat(object.path("ТипОбъектаРасчетов").asText()).isEqualTo("Заказ");
        assertThat(object.path("Сумма").asInt()).isEqualTo(1200);
        assertThat(object.path("Контрагент").asText()).isEqualTo(client.toString());
    }

    @Test
    @DisplayName("§1.6 PATCH {\"Posted\":true} answers with what posting filled in, and a new posting keeps the object")
    void postedByPatch() {
        UUID order = order();
        String object = caller.patch(one(ORDERS, order), "{\"Posted\":true}")
                .json()
                .path("ОбъектРасчетов_Key")
                .asText();
        assertThat(object).isNotEqualTo(BaseTest.EMPTY);
        caller.patch(one(ORDERS, order), "{\"СуммаДокумента\":1500}");
        assertThat(simulator.all(OBJECTS)).hasSize(1);
        assertThat(simulator.one(OBJECTS, UUID.fromString(object)).path("Сумма").asInt())
                .isEqualTo(1500);
    }

    @Test
    @DisplayName("§2.2 payments of an order are found by its settlement object in the rows of the receipts")
    void payments() {
        UUID order = posted(order());
        UUID first = accountant.pay(order, new BigDecimal("300"));
        accountant.pay(order, new BigDecimal("900"));
        String object = simulator.one(ORDERS, order).path("ОбъектРасчетов_Key").asText();
        Reply rows = rows(RECEIPTS + "_РасшифровкаПлатежа", "ОбъектРасчетов_Key eq guid'" + object + "'");
        assertThat(rows.column("Сумма")).containsExactlyInAnyOrder("300", "900");
        assertThat(rows.column("ОснованиеПлатежа")).containsOnly(order.toString());
        JsonNode receipt = simulator.one(RECEIPTS, first);
        assertThat(receipt.path("Posted").asBoolean()).isTrue();
        assertThat(receipt.path("ХозяйственнаяОперация").asText()).isEqualTo("ПоступлениеОплатыОтКлиента");
        assertThat(receipt.path("Контрагент_Key").asText()).isEqualTo(client.toString());
        assertThat(receipt.path("БанковскийСчет_Key").asText()).isNotEqualTo(BaseTest.EMPTY);
    }

    @Test
    @DisplayName("§2.2 the state is recomputed in the background: nothing, or the old one, until the delay is over")
    void asynchronous() {
        UUID order = posted(order());
        clock.advance(Duration.ofMillis(1999));
        assertThat(simulator.all(STATES)).isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(state(order)).isEqualTo("ГотовКОтгрузке 0 0% 0 0% 0 0%");
        accountant.pay(order, new BigDecimal("300"));
        clock.advance(1);
        assertThat(state(order)).isEqualTo("ГотовКОтгрузке 0 0% 0 0% 0 0%");
        clock.advance(1);
        assertThat(state(order)).isEqualTo("ГотовКОтгрузке 300 25% 0 0% 0 0%");
    }

    @Test
    @DisplayName("§2.2 the delay is the base's own: a slow base shows a payment later")
    void slowBase() {
        shut();
        simulator = OneCSimulator.start(settings().withRecalculation(Duration.ofMinutes(10)));
        caller = new Caller(simulator);
        accountant = simulator.accountant();
        demo = DemoBase.seed(accountant);
        client = accountant.counterparty("ООО «Вектор»", "5001000027", "500101001");
        posted(order());
        clock.advance(599);
        assertThat(caller.get(STATES).column("Состояние")).isEmpty();
        clock.advance(1);
        assertThat(caller.get(STATES).column("Состояние")).containsExactly("ГотовКОтгрузке");
    }

    @Test
    @DisplayName("§2.2 from an agreement that is not there to a closed order: every state on the way")
    void states() {
        String stages = "\"ЭтапыГрафикаОплаты\":["
                + "{\"LineNumber\":1,\"ВариантОплаты\":\"АвансДоОбеспечения\",\"СуммаПлатежа\":200},"
                + "{\"LineNumber\":2,\"ВариантОплаты\":\"ПредоплатаДоОтгрузки\",\"СуммаПлатежа\":400},"
                + "{\"LineNumber\":3,\"ВариантОплаты\":\"КредитПослеОтгрузки\",\"СуммаПлатежа\":600}]";
        UUID order = posted(order("\"Статус\":\"НеСогласован\"," + stages));
        assertThat(settled(order)).isEqualTo("ОжидаетсяСогласование 0 0% 0 0% 0 0%");
        accountant.edit(ORDERS, order, "Статус", "КОбеспечению");
        assertThat(settled(order)).startsWith("ОжидаетсяАвансДоОбеспечения ");
        accountant.pay(order, new BigDecimal("200"));
        assertThat(settled(order)).startsWith("ГотовКОбеспечению ");
        accountant.edit(ORDERS, order, "Статус", "КОтгрузке");
        assertThat(settled(order)).startsWith("ОжидаетсяПредоплатаДоОтгрузки ");
        accountant.pay(order, new BigDecimal("400"));
        assertThat(settled(order)).isEqualTo("ГотовКОтгрузке 600 50% 0 0% 0 0%");
        UUID shipment = accountant.ship(order);
        assertThat(settled(order)).isEqualTo("ОжидаетсяОплатаПослеОтгрузки 600 50% 1200 100% 600 50%");
        accountant.pay(order, new BigDecimal("600"));
        assertThat(settled(order)).isEqualTo("ГотовКЗакрытию 1200 100% 1200 100% 0 0%");
        accountant.unpost(SHIPMENTS, shipment);
        assertThat(settled(order)).isEqualTo("ГотовКОтгрузке 1200 100% 0 0% 0 0%");
        accountant.edit(ORDERS, order, "Статус", "Закрыт");
        assertThat(settled(order)).startsWith("Закрыт ");
        caller.post(one(ORDERS, order) + "/Unpost", "");
        clock.advance(2);
        assertThat(caller.get(STATES).column("Состояние")).isEmpty();
    }

    @Test
    @DisplayName("§2.2 part of the goods: the order is being shipped")
    void partialShipment() {
        UUID order = posted(order());
        UUID shipment = accountant.ship(order);
        JsonNode made = simulator.one(SHIPMENTS, shipment);
        assertThat(made.path("Статус").asText()).isEqualTo("Отгружено");
        assertThat(made.path("ЗаказКлиента").asText()).isEqualTo(order.toString());
        assertThat(made.path("Товары")).hasSize(2);
        String first =
                "{\"LineNumber\":1,\"Номенклатура_Key\":\"" + demo.items().get("KR-001")
                        + "\",\"Количество\":1,\"СуммаСНДС\":500,\"ЗаказКлиента\":\"" + order
                        + "\",\"ЗаказКлиента_Type\":\"StandardODATA." + ORDERS + "\"}";
        assertThat(caller.patch(one(SHIPMENTS, shipment), "{\"Товары\":[" + first + "]}")
                        .status())
                .isEqualTo(200);
        assertThat(settled(order)).isEqualTo("ВПроцессеОтгрузки 0 0% 500 42% 500 42%");
    }

    @Test
    @DisplayName("§2.2 one order in portions: goods by a realization, the rest of them by another, services by an act")
    void portions() {
        UUID order = posted(order());
        String document = "{\"Posted\":true,\"Статус\":\"Отгружено\",\"ЗаказКлиента\":\"" + order
                + "\",\"ЗаказКлиента_Type\":\"StandardODATA." + ORDERS
                + "\",\"%s\":[{\"LineNumber\":1,\"Номенклатура_Key\":\""
                + "%s\",\"Количество\":1,\"СуммаСНДС\":%s}]}";
        String chair = demo.items().get("KR-001").toString();
        String delivery = demo.items().get("US-101").toString();
        caller.post(SHIPMENTS, document.formatted("Товары", chair, "500"));
        assertThat(settled(order)).isEqualTo("ВПроцессеОтгрузки 0 0% 500 42% 500 42%");
        caller.post(SHIPMENTS, document.formatted("Товары", chair, "500"));
        assertThat(settled(order)).isEqualTo("ВПроцессеОтгрузки 0 0% 1000 83% 1000 83%");
        String act = caller.post(ACTS, document.formatted("Услуги", delivery, "200"))
                .json()
                .path("Ref_Key")
                .asText();
        assertThat(settled(order)).isEqualTo("ОжидаетсяОплатаПослеОтгрузки 0 0% 1200 100% 1200 100%");
        caller.patch(one(ACTS, act), "{\"Posted\":false}");
        assertThat(settled(order)).startsWith("ВПроцессеОтгрузки ");
    }

    @Test
    @DisplayName("§2.2 a closed order asks for nothing, and one that is opened again asks as before")
    void closedAndOpenedAgain() {
        UUID order = posted(order());
        caller.patch(one(ORDERS, order), "{\"Статус\":\"Закрыт\"}");
        assertThat(settled(order)).isEqualTo("Закрыт 0 0% 0 0% 0 0%");
        assertThat(rows("AccumulationRegister_РасчетыСКлиентами_RecordType", "КОплате gt 0")
                        .json()
                        .path("value"))
                .isEmpty();
        caller.patch(one(ORDERS, order), "{\"Статус\":\"КОтгрузке\"}");
        assertThat(settled(order)).startsWith("ГотовКОтгрузке ");
    }

    @Test
    @DisplayName("§2.2 a shipment for orders names them in its rows; one that names none ships none")
    void orderInRows() {
        UUID order = posted(order());
        String goods = "{\"LineNumber\":1,\"Номенклатура_Key\":\""
                + demo.items().get("KR-001") + "\",\"Количество\":1,\"СуммаСНДС\":500%s}";
        String shipment = "{\"Posted\":true,\"Статус\":\"Отгружено\",\"Товары\":[%s]}";
        caller.post(SHIPMENTS, shipment.formatted(goods.formatted("")));
        assertThat(settled(order)).isEqualTo("ГотовКОтгрузке 0 0% 0 0% 0 0%");
        String named = ",\"ЗаказКлиента\":\"" + order + "\",\"ЗаказКлиента_Type\":\"StandardODATA." + ORDERS + "\"";
        caller.post(SHIPMENTS, shipment.formatted(goods.formatted(named)));
        assertThat(settled(order)).isEqualTo("ВПроцессеОтгрузки 0 0% 500 42% 500 42%");
    }

    @Test
    @DisplayName("§2.2 money that names no order pays for none of them; a refund is taken off")
    void unallocatedAndRefund() {
        UUID order = posted(order());
        accountant.payUnallocated(client, demo.organization(), new BigDecimal("700"));
        assertThat(settled(order)).startsWith("ГотовКОтгрузке 0 0% ");
        accountant.pay(order, new BigDecimal("1200"));
        accountant.refund(order, new BigDecimal("200"));
        assertThat(settled(order)).startsWith("ГотовКОтгрузке 1000 83% ");
        assertThat(simulator.all(OBJECTS))
                .extracting(object -> object.path("ТипОбъектаРасчетов").asText())
                .containsExactlyInAnyOrder("Заказ", "ПлатежВозврат");
    }

    @Test
    @DisplayName("§2.2 an unposted receipt pays nothing any more")
    void takenBack() {
        UUID order = posted(order());
        UUID receipt = accountant.pay(order, new BigDecimal("1200"));
        assertThat(settled(order)).contains(" 1200 100% ");
        caller.post(one(RECEIPTS, receipt) + "/Unpost", "");
        assertThat(settled(order)).startsWith("ГотовКОтгрузке 0 0% ");
        accountant.post(RECEIPTS, receipt);
        accountant.deletePhysically(RECEIPTS, receipt);
        assertThat(settled(order)).startsWith("ГотовКОтгрузке 0 0% ");
    }

    @Test
    @DisplayName("§2.2 an invoice for payment made from an order is paid as the order")
    void invoiceOfAnOrder() {
        UUID order = posted(order());
        String invoice = caller.post(
                        "Document_СчетНаОплатуКлиенту",
                        "{\"ДокументОснование\":\"" + order + "\",\"ДокументОснование_Type\":\"StandardODATA." + ORDERS
                                + "\",\"СуммаДокумента\":1200}")
                .json()
                .path("Ref_Key")
                .asText();
        accountant.pay(UUID.fromString(invoice), new BigDecimal("600"));
        assertThat(settled(order)).startsWith("ГотовКОтгрузке 600 50% ");
    }

    private String settled(UUID order) {
        clock.advance(2);
        return state(order);
    }

    private String state(UUID order) {
        JsonNode record = rows(STATES, "Заказ eq cast(guid'" + order + "','" + ORDERS + "')")
                .json()
                .path("value")
                .path(0);
        assertThat(record.path("Состояние_Type").asText()).isEqualTo("StandardODATA.СостоянияЗаказовКлиентов");
        return record.path("Состояние").asText()
                + share(record, "Оплаты")
                + share(record, "Отгрузки")
                + share(record, "Долга");
    }

    private static String share(JsonNode record, String of) {
        return " " + record.path("Сумма" + of).asText() + " "
                + record.path("Процент" + of).asText() + "%";
    }
}
