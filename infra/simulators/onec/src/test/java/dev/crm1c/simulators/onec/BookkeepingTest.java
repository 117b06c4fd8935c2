package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("§1.5, §2.1 the accounting register of Бухгалтерия")
class BookkeepingTest extends BaseTest {
    private static final String BOOKS = "AccountingRegister_Хозрасчетный";
    private static final String SHIPMENTS = "Document_РеализацияТоваровУслуг";
    private UUID client;
    private UUID invoice;

    /** Two chairs for 1220 each, 22 % of it tax on top of 1000: 2440 and 440; a delivery for 100 without tax. */
    @BeforeEach
    void sale() {
        client = accountant.counterparty("ООО «Вектор»", "5001000027", "500101001");
        UUID contract = accountant.contract(client, demo.organization(), "№ 1", demo.currency());
        String chairs = row(1, "KR-001", 2, 1220, 2440, "НДС22", 440);
        String delivery = row(2, "US-101", 1, 100, 100, "БезНДС", 0);
        invoice = invoice("\"Организация_Key\":\"" + demo.organization() + "\",\"Контрагент_Key\":\"" + client
                + "\",\"ДоговорКонтрагента_Key\":\"" + contract + "\",\"ВалютаДокумента_Key\":\"" + demo.currency()
                + "\",\"СуммаВключаетНДС\":true,\"СуммаДокумента\":2540,\"Товары\":[" + chairs + "," + delivery + "]");
    }

    private String row(int line, String article, int quantity, int price, int sum, String rate, int tax) {
        return "{\"LineNumber\":" + line + ",\"Номенклатура\":\""
                + demo.items().get(article)
                + "\",\"Номенклатура_Type\":\"StandardODATA.Catalog_Номенклатура\",\"Количество\":" + quantity
                + ",\"Цена\":" + price + ",\"Сумма\":" + sum + ",\"СтавкаНДС\":\"" + rate + "\",\"СуммаНДС\":" + tax
                + "}";
    }

    private String account(String code) {
        return demo.terms().accounts().get(code).toString();
    }

    private JsonNode balance(String code) {
        String call = BOOKS + "/Balance(AccountCondition='Account/Code eq '" + code + "'',Dimensions='Account')";
        return caller.get(call).json().path("value").path(0);
    }

    @Test
    @DisplayName("§2.1 a sale: debt and revenue, tax, goods at their cost; unposting takes the entries back")
    void shipment() {
        UUID shipment = accountant.ship(invoice);
        assertThat(balance("62.01").path("СуммаBalance").asInt()).isEqualTo(2540);
        assertThat(balance("90.01.1").path("СуммаBalance").asInt()).isEqualTo(-2540);
        assertThat(balance("90.03").path("СуммаBalanceDr").asInt()).isEqualTo(440);
        assertThat(balance("68.02").path("СуммаBalanceCr").asInt()).isEqualTo(440);
        assertThat(balance("90.02.1").path("СуммаBalance").asInt()).isEqualTo(7500);
        accountant.unpost(SHIPMENTS, shipment);
        assertThat(balance("62.01").isMissingNode()).isTrue();
        assertThat(rows("Recorder_Type eq 'StandardODATA." + SHIPMENTS + "'").column("Сумма"))
                .isEmpty();
    }

    private Reply rows(String filter) {
        return caller.filter(BOOKS + "_RecordType", filter);
    }

    @Test
    @DisplayName("§1.3, §1.5 stock of an item: КоличествоBalance on 41.01 with the warehouse beside; null on 62.01")
    void stock() {
        accountant.ship(invoice);
        Reply reply = caller.get(
                BOOKS + "/Balance(AccountCondition='Account_Key eq guid'" + account("41.01") + "'')",
                Map.of(
                        "$filter",
                        "ExtDimension1 eq cast(guid'" + demo.items().get("KR-001") + "','Catalog_Номенклатура')"));
        JsonNode row = reply.json().path("value").path(0);
        assertThat(reply.json().path("value")).hasSize(1);
        assertThat(row.path("КоличествоBalance").asInt()).isEqualTo(98);
        assertThat(row.path("СуммаBalance").asInt()).isEqualTo(98 * 3750);
        assertThat(row.path("СуммаBalanceCr").isNull()).isTrue();
        assertThat(row.path("ExtDimension2_Type").asText()).isEqualTo("StandardODATA.Catalog_Склады");
        assertThat(row.path("ExtDimension3_Type").asText()).isEqualTo("StandardODATA.Undefined");
        assertThat(balance("62.01").path("КоличествоBalance").isNull()).isTrue();
        JsonNode record = rows("AccountDr_Key eq guid'" + account("62.01") + "'")
                .json()
                .path("value")
                .path(0);
        assertThat(record.path("КоличествоDr").isNull()).isTrue();
    }

    @Test
    @DisplayName("§2.1 debt and advance of a client: debit of 62.01, credit of 62.02, asked for by the counterparty")
    void settlements() {
        accountant.pay(invoice, new BigDecimal("540"));
        assertThat(balance("62.02").path("СуммаBalanceCr").asInt()).isEqualTo(540);
        assertThat(balance("51").path("СуммаBalanceDr").asInt()).isEqualTo(540);
        accountant.ship(invoice);
        assertThat(balance("62.02").isMissingNode()).isTrue();
        assertThat(balance("62.01").path("СуммаBalance").asInt()).isEqualTo(2000);
        accountant.pay(invoice, new BigDecimal("2500"));
        String call = BOOKS + "/Balance(AccountCondition='Account/Code eq '62.01' or Account/Code eq '62.02'',"
                + "Condition='ExtDimension1 eq cast(guid'" + client + "','Catalog_Контрагенты')')";
        Reply reply = caller.get(call);
        assertThat(reply.column("СуммаBalance")).containsExactly("-500");
        assertThat(reply.column("Account_Key")).containsExactly(account("62.02"));
        assertThat(reply.column("ExtDimension3_Type"))
                .containsExactly("StandardODATA.Document_ПоступлениеНаРасчетныйСчет");
        assertThat(caller.get(BOOKS
                                + "/Balance(AccountCondition='Account/Code eq '62.02'',Condition='ExtDimension1 eq "
                                + "cast(guid'" + EMPTY + "','Catalog_Контрагенты')')")
                        .column("СуммаBalance"))
                .isEmpty();
    }

    @Test
    @DisplayName("§2.1 money without an invoice is an advance, a refund takes it back")
    void advanceAndRefund() {
        accountant.payUnallocated(client, demo.organization(), new BigDecimal("300"));
        assertThat(balance("62.02").path("СуммаBalance").asInt()).isEqualTo(-300);
        assertThat(simulator.all(STATUSES)).isEmpty();
        accountant.pay(invoice, new BigDecimal("2540"));
        accountant.refund(invoice, new BigDecimal("540"));
        assertThat(balance("62.02").path("СуммаBalance").asInt()).isEqualTo(-2300);
        assertThat(caller.get(STATUSES).column("Статус")).containsExactly("ОплаченЧастично");
    }

    @Test
    @DisplayName("§1.5 Turnovers of the register have both sides; of ОплатаСчетов there is no Balance: 400 code 6")
    void turnovers() {
        accountant.pay(invoice, new BigDecimal("540"));
        accountant.pay(invoice, new BigDecimal("2000"));
        JsonNode moved = caller.get(BOOKS + "/Turnovers(AccountCondition='Account/Code eq '51'',Dimensions='Account')")
                .json()
                .path("value")
                .path(0);
        assertThat(moved.path("СуммаTurnoverDr").asInt()).isEqualTo(2540);
        assertThat(moved.path("СуммаTurnoverCr").asInt()).isZero();
        String payments = "AccumulationRegister_ОплатаСчетов";
        assertThat(caller.get(payments + "/Turnovers(Condition='СчетНаОплату eq cast(guid'" + invoice + "','" + INVOICES
                                + "')')")
                        .column("СуммаTurnover"))
                .containsExactly("2540");
        assertThat(caller.get(payments + "/Balance()").refusal()).isEqualTo("400/6");
        assertThat(caller.get(payments + "/Balance()").errorText()).isEqualTo("Метод не найден");
        assertThat(caller.get(BOOKS + "/Balance(ExtraDimensions='Account')").refusal())
                .isEqualTo("501/0");
    }

    @Test
    @DisplayName("§2.1 the shipping status of an invoice stands beside the one of payment")
    void shippingStatus() {
        assertThat(simulator.all(STATUSES)).isEmpty();
        UUID shipment = accountant.ship(invoice);
        JsonNode record = simulator.all(STATUSES).getFirst();
        assertThat(record.path("ДополнительныйСтатус").asText()).isEqualTo("Отгружен");
        assertThat(record.path("ДополнительныйСтатус_Type").asText()).isEqualTo("StandardODATA.СтатусыОтгрузки");
        assertThat(record.path("Статус_Type").asText()).isEqualTo("StandardODATA.Undefined");
        caller.patch(one(SHIPMENTS, shipment), "{\"Услуги\":[]}");
        assertThat(caller.get(STATUSES).column("ДополнительныйСтатус")).containsExactly("ОтгруженЧастично");
        caller.post(one(SHIPMENTS, shipment) + "/Unpost", "");
        assertThat(caller.get(STATUSES).column("ДополнительныйСтатус")).containsExactly("НеОтгружен");
    }

    @Test
    @DisplayName("§1.6 accounts are filled in by forms: a shipment without them is posted and makes no entry")
    void withoutAccounts() {
        String row = "{\"LineNumber\":1,\"Номенклатура_Key\":\"" + demo.items().get("KR-001")
                + "\",\"Количество\":1,\"Сумма\":100,\"СуммаНДС\":18}";
        String key = caller.post(
                        SHIPMENTS, "{\"Контрагент_Key\":\"" + client + "\",\"Posted\":true,\"Товары\":[" + row + "]}")
                .json()
                .path("Ref_Key")
                .asText();
        assertThat(simulator.one(SHIPMENTS, UUID.fromString(key)).path("Posted").asBoolean())
                .isTrue();
        assertThat(rows("Recorder_Type eq 'StandardODATA." + SHIPMENTS + "'").column("Сумма"))
                .isEmpty();
    }

    @Test
    @DisplayName("§2.1 an account is found by its code and counts pieces or does not")
    void chart() {
        JsonNode goods = caller.filter("ChartOfAccounts_Хозрасчетный", "Code eq '41.01'")
                .json()
                .path("value")
                .path(0);
        assertThat(goods.path("Ref_Key").asText()).isEqualTo(account("41.01"));
        assertThat(goods.path("Количественный").asBoolean()).isTrue();
    }
}
