package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.onec.Accountant.BankAccount;
import dev.crm1c.simulators.onec.Accountant.ItemSort;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("§2.0 who sells, who buys, in what money and what: entered by the accountant, in each configuration")
class SellersAndBuyersTest {
    private static final String COUNTERPARTIES = "Catalog_Контрагенты";
    private static final String CONTRACTS = "Catalog_ДоговорыКонтрагентов";
    private static final String ITEMS = "Catalog_Номенклатура";
    private OneCSimulator simulator;
    private Caller caller;
    private Accountant accountant;
    private DemoBase demo;

    private boolean open(String configuration) {
        simulator = OneCSimulator.start(OneCSettings.of(configuration));
        caller = new Caller(simulator);
        accountant = simulator.accountant();
        demo = DemoBase.seed(accountant);
        return !configuration.equals("accounting-3");
    }

    @AfterEach
    void shut() {
        caller.close();
        simulator.close();
    }

    @ParameterizedTest
    @DisplayName("§2.0 a second organization has an account of its own, and a bank is entered once")
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    void secondOrganization(String configuration) {
        boolean trade = open(configuration);
        BankAccount account =
                new BankAccount("40702810300000000002", "044525225", "ПАО «Пример-Банк»", "30101810400000000225");
        UUID second = accountant.organization("АО «Василёк»", "7800000019", "780101001", account, demo.currency());
        String accounts = trade ? "Catalog_БанковскиеСчетаОрганизаций" : "Catalog_БанковскиеСчета";
        assertThat(caller.filter(accounts, "НомерСчета eq '40702810300000000002'")
                        .column(trade ? "Owner_Key" : "Owner"))
                .containsExactly(second.toString());
        assertThat(simulator.all(trade ? "Catalog_КлассификаторБанков" : "Catalog_Банки"))
                .hasSize(1);
        assertThat(caller.filter("Catalog_Организации", "ИНН eq '7800000019' and КПП eq '780101001'")
                        .column("Ref_Key"))
                .containsExactly(second.toString());
    }

    @ParameterizedTest
    @DisplayName(
            "§2.0 a sole trader, a private person, a head office with a branch: each in the configuration's own words")
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    void buyers(String configuration) {
        boolean trade = open(configuration);
        JsonNode trader = counterparty(accountant.soleTrader("ИП Петров", "500100732259"));
        JsonNode person = counterparty(accountant.privatePerson("Иванова Анна Петровна"));
        UUID headKey = accountant.counterparty("АО «Сеть»", "5001000027", "500101001");
        JsonNode head = counterparty(headKey);
        JsonNode branch = counterparty(accountant.branch(headKey, "АО «Сеть», филиал", "780143001"));

        assertThat(trader.path("ЮридическоеФизическоеЛицо").asText()).isEqualTo("ФизическоеЛицо");
        assertThat(person.path("ИНН").asText()).isEmpty();
        assertThat(head.path("ГоловнойКонтрагент_Key").asText()).isEqualTo(headKey.toString());
        assertThat(head.path("ОбособленноеПодразделение").asBoolean()).isFalse();
        assertThat(branch.path("ИНН").asText()).isEqualTo("5001000027");
        assertThat(branch.path("КПП").asText()).isEqualTo("780143001");
        assertThat(branch.path("ОбособленноеПодразделение").asBoolean()).isTrue();
        assertThat(branch.path("ГоловнойКонтрагент_Key").asText()).isEqualTo(headKey.toString());
        if (trade) {
            assertThat(trader.path("ЮрФизЛицо").asText()).isEqualTo("ИндивидуальныйПредприниматель");
            assertThat(person.path("ЮрФизЛицо").asText()).isEqualTo("ФизЛицо");
            assertThat(branch.path("Партнер_Key")).isEqualTo(head.path("Партнер_Key"));
        } else {
            assertThat(trader.path("ИндивидуальныйПредприниматель").asBoolean()).isTrue();
            assertThat(person.path("ИндивидуальныйПредприниматель").asBoolean()).isFalse();
        }
    }

    private JsonNode counterparty(UUID key) {
        return simulator.one(COUNTERPARTIES, key);
    }

    @ParameterizedTest
    @DisplayName("§2.1, §2.2 a contract of a year, and one that is closed")
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    void contracts(String configuration) {
        boolean trade = open(configuration);
        UUID buyer = accountant.counterparty("АО «Сеть»", "5001000027", "500101001");
        UUID yearly = accountant.contract(buyer, demo.organization(), "Поставка 2025", demo.currency());
        accountant.limitContract(yearly, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
        UUID closed = accountant.contract(buyer, demo.organization(), "Старый", demo.currency());
        accountant.closeContract(closed);

        assertThat(caller.filter(
                                CONTRACTS,
                                trade
                                        ? "ДатаОкончанияДействия eq datetime'2025-12-31T00:00:00'"
                                        : "СрокДействия eq datetime'2025-12-31T00:00:00'")
                        .column("Ref_Key"))
                .containsExactly(yearly.toString());
        assertThat(caller.filter(CONTRACTS, trade ? "Статус eq 'Закрыт'" : "ДоговорЗакрыт eq true")
                        .column("Ref_Key"))
                .containsExactly(closed.toString());
    }

    @ParameterizedTest
    @DisplayName(
            "§2.2 the rate of a day is that of the last record up to it; УТ and ERP keep a fraction and КурсыВалют empty")
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    void rates(String configuration) {
        boolean trade = open(configuration);
        UUID dollar = accountant.currency("840", "USD");
        accountant.rate(dollar, LocalDate.of(2026, 1, 10), new BigDecimal("90"), 1);
        accountant.rate(dollar, LocalDate.of(2026, 1, 10), new BigDecimal("91.5"), 1);
        accountant.rate(dollar, LocalDate.of(2026, 1, 20), new BigDecimal("95.1234"), 1);
        String register = trade ? "InformationRegister_ОтносительныеКурсыВалют" : "InformationRegister_КурсыВалют";
        String rate = trade ? "КурсЧислитель" : "Курс";
        assertThat(onDay(register, dollar, "2026-01-19").column(rate)).containsExactly("91.5");
        assertThat(onDay(register, dollar, "2026-01-20").column(rate)).containsExactly("95.1234");
        assertThat(onDay(register, dollar, "2026-01-09").column(rate)).isEmpty();
        if (trade) {
            assertThat(simulator.all("InformationRegister_КурсыВалют")).isEmpty();
            assertThat(onDay(register, dollar, "2026-01-20").column("КурсЗнаменатель"))
                    .containsExactly("1");
        } else {
            assertThat(onDay(register, dollar, "2026-01-20").column("Кратность"))
                    .containsExactly("1");
        }
    }

    private Reply onDay(String register, UUID currency, String day) {
        return caller.get(
                register + "/SliceLast(Period=datetime'" + day + "T00:00:00')",
                Map.of("$filter", "Валюта_Key eq guid'" + currency + "'"));
    }

    @ParameterizedTest
    @DisplayName("§2.2 an item is found by its barcode; kinds of items and groups are there to make new ones in")
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    void items(String configuration) {
        boolean trade = open(configuration);
        UUID chair = demo.items().get("KR-001");
        accountant.barcode(chair, "4600000000015");
        assertThat(caller.filter(
                                "InformationRegister_ШтрихкодыНоменклатуры",
                                "Штрихкод eq '4600000000015' or Штрихкод eq '4600000000022'")
                        .column("Номенклатура_Key"))
                .containsExactly(chair.toString());
        UUID folder = accountant.itemFolder("Из CRM");
        UUID kind = accountant.itemKind("Мебель", ItemSort.GOODS);
        Reply made = caller.post(
                ITEMS,
                "{\"Description\":\"Полка\",\"Parent_Key\":\"" + folder + "\",\"ВидНоменклатуры_Key\":\"" + kind
                        + "\",\"ЕдиницаИзмерения_Key\":\"" + demo.units().get("796") + "\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(caller.filter(ITEMS, "Parent_Key eq guid'" + folder + "'").column("Description"))
                .containsExactly("Полка");
        assertThat(caller.filter(ITEMS, "IsFolder eq true and Description eq 'Из CRM'")
                        .column("Ref_Key"))
                .containsExactly(folder.toString());
        if (trade) {
            UUID kit = accountant
                    .trade()
                    .kit("Набор «Кабинет»", "KT-001", demo.units().get("796"));
            assertThat(simulator.one(ITEMS, kit).path("ТипНоменклатуры").asText())
                    .isEqualTo("Набор");
        } else {
            assertThat(caller.filter("Catalog_ВидыНоменклатуры", "Услуга eq true")
                            .column("Description"))
                    .containsExactly("Услуги");
        }
    }
}
