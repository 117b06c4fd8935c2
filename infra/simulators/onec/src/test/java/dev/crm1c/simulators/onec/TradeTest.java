package dev.crm1c.simulators.onec;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A demo base of УТ 11 with a client, on a clock that stands until it is moved. */
abstract class TradeTest {
    static final String ORDERS = "Document_ЗаказКлиента";
    static final String RECEIPTS = "Document_ПоступлениеБезналичныхДенежныхСредств";
    static final String SHIPMENTS = "Document_РеализацияТоваровУслуг";
    static final String STATES = "InformationRegister_СостоянияЗаказовКлиентов";
    final MutableClock clock = new MutableClock();
    OneCSimulator simulator;
    Caller caller;
    DemoBase demo;
    Accountant accountant;
    UUID client;

    OneCSettings settings() {
        return OneCSettings.of("trade-11").withClock(clock);
    }

    @BeforeEach
    void open() {
        simulator = OneCSimulator.start(settings());
        caller = new Caller(simulator);
        accountant = simulator.accountant();
        demo = DemoBase.seed(accountant);
        client = accountant.counterparty("ООО «Вектор»", "5001000027", "500101001");
        clock.advance(60);
    }

    @AfterEach
    void shut() {
        caller.close();
        simulator.close();
    }

    static String one(String set, Object key) {
        return set + "(guid'" + key + "')";
    }

    UUID partner() {
        return UUID.fromString(
                simulator.one("Catalog_Контрагенты", client).path("Партнер_Key").asText());
    }

    /** Two chairs for 500 each and a delivery for 200, from the main warehouse; not posted. */
    UUID order() {
        return order("\"Статус\":\"КОтгрузке\"");
    }

    UUID order(String more) {
        String chairs = row(1, "KR-001", 2, 500, 1000, "\"ВариантОбеспечения\":\"Отгрузить\"");
        String delivery = row(2, "US-101", 1, 200, 200, "\"ВариантОбеспечения\":\"НеТребуется\"");
        Reply made = caller.post(
                ORDERS,
                "{\"Организация_Key\":\"" + demo.organization() + "\",\"Контрагент_Key\":\""
                        + client + "\",\"Партнер_Key\":\"" + partner() + "\",\"Соглашение_Key\":\""
                        + demo.terms().agreement().orElseThrow() + "\",\"Валюта_Key\":\"" + demo.currency()
                        + "\",\"Склад_Key\":\"" + demo.terms().warehouse()
                        + "\",\"НалогообложениеНДС\":\"ПродажаОблагаетсяНДС\",\"СуммаДокумента\":1200,\"Товары\":["
                        + chairs
                        + "," + delivery + "]," + more + "}");
        return UUID.fromString(made.json().path("Ref_Key").asText());
    }

    UUID posted(UUID order) {
        caller.post(one(ORDERS, order) + "/Post", "");
        return order;
    }

    private String row(int line, String article, int quantity, int price, int sum, String more) {
        return "{\"LineNumber\":" + line + ",\"Номенклатура_Key\":\""
                + demo.items().get(article) + "\",\"Количество\":" + quantity + ",\"КоличествоУпаковок\":" + quantity
                + ",\"Цена\":" + price + ",\"Сумма\":" + sum + ",\"СуммаСНДС\":" + sum + "," + more + "}";
    }

    /** The rows of a set or of a table, with an ordinary filter. */
    Reply rows(String set, String filter) {
        return caller.get(set, Map.of("$filter", filter));
    }
}
