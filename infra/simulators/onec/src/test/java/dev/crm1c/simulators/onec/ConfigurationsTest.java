package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.onec.structure.Release;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("§2 three configurations: each with its own objects, the same demo base in all")
class ConfigurationsTest {

    @ParameterizedTest
    @DisplayName("§2.0 the publication, a number's prefix, and the sets one has and another has not")
    @CsvSource({
        "accounting-3,/accounting,Document_СчетНаОплатуПокупателю,Document_ЗаказКлиента,00БП-000001",
        "trade-11,/trade,Document_ЗаказКлиента,Document_СчетНаОплатуПокупателю,00УТ-000001",
        "erp-2,/erp,Document_ЗаказКлиента,Document_СчетНаОплатуПокупателю,00ЕР-000001"
    })
    void objects(String name, String publication, String sale, String foreign, String number) {
        try (OneCSimulator simulator = OneCSimulator.start(OneCSettings.of(name));
                Caller caller = new Caller(simulator)) {
            assertThat(simulator.address().getPath()).isEqualTo(publication);
            Reply made = caller.post(sale, "{\"Комментарий\":\"первый\"}");
            assertThat(made.status()).isEqualTo(201);
            assertThat(made.json().path("Number").asText()).isEqualTo(number);
            String key = sale + "(guid'" + made.json().path("Ref_Key").asText() + "')";
            assertThat(caller.patch(key, "{\"Комментарий\":\"второй\"}").status())
                    .isEqualTo(200);
            assertThat(caller.get(key).json().path("Комментарий").asText()).isEqualTo("второй");
            assertThat(caller.delete(key).status()).isEqualTo(204);
            assertThat(caller.get(foreign).refusal()).isEqualTo("404/8");
        }
    }

    @Test
    @DisplayName("a configuration nobody knows is refused at once")
    void unknown() {
        assertThatIllegalArgumentException().isThrownBy(() -> OneCSettings.of("unf-3"));
    }

    @ParameterizedTest
    @DisplayName(
            "§2 the demo base: organization with an account, six items, price kind, warehouse, chart where there is one")
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    void demo(String name) {
        try (OneCSimulator simulator = OneCSimulator.start(OneCSettings.of(name));
                Caller caller = new Caller(simulator)) {
            DemoBase demo = DemoBase.seed(simulator.accountant());
            assertThat(caller.filter("Catalog_Организации", "ИНН eq '7700000016'")
                            .column("Description"))
                    .containsExactly("ООО «Ромашка Трейд»");
            assertThat(caller.get("Catalog_Номенклатура", Map.of("$orderby", "Артикул"))
                            .column("Артикул"))
                    .containsExactly("KF-004", "KR-001", "LM-003", "ST-002", "US-101", "US-102");
            assertThat(demo.items()).hasSize(6);
            assertThat(caller.filter("Catalog_Склады", "Description eq 'Основной склад'")
                            .column("Ref_Key"))
                    .containsExactly(demo.terms().warehouse().toString());
            String priceKinds = name.equals("accounting-3") ? "Catalog_ТипыЦенНоменклатуры" : "Catalog_ВидыЦен";
            assertThat(caller.get(priceKinds).column("Description")).containsExactly("Розничная");
            assertThat(demo.terms().accounts().isEmpty()).isEqualTo(name.equals("trade-11"));
            assertThat(caller.get("$metadata").status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @DisplayName("§2.2 УТ and ERP: an agreement for every client, an access group, a priority, rates as rows")
    @ValueSource(strings = {"trade-11", "erp-2"})
    void terms(String name) {
        try (OneCSimulator simulator = OneCSimulator.start(OneCSettings.of(name));
                Caller caller = new Caller(simulator)) {
            DemoBase demo = DemoBase.seed(simulator.accountant());
            JsonNode agreement = simulator.one(
                    "Catalog_СоглашенияСКлиентами", demo.terms().agreement().orElseThrow());
            assertThat(agreement.path("Description").asText()).isEqualTo("Стандартное");
            assertThat(agreement.path("Типовое").asBoolean()).isTrue();
            assertThat(agreement.path("Статус").asText()).isEqualTo("Действует");
            assertThat(agreement.path("ВидЦен_Key").asText())
                    .isEqualTo(demo.terms().priceKind().toString());
            assertThat(caller.get("Catalog_СтавкиНДС", Map.of("$orderby", "Ставка,Description"))
                            .column("ПеречислениеСтавкаНДС"))
                    .containsExactly("НДС0", "БезНДС", "НДС5", "НДС7", "НДС10", "НДС18", "НДС20", "НДС22");
            JsonNode item = simulator.one("Catalog_Номенклатура", demo.items().get("KR-001"));
            assertThat(item.path("СтавкаНДС_Key").asText())
                    .isEqualTo(demo.terms().vatRates().get("НДС22").toString());
            assertThat(item.path("ТипНоменклатуры").asText()).isEqualTo("Товар");
            assertThat(caller.get("Catalog_Приоритеты").column("Ref_Key"))
                    .containsExactly(demo.terms().priority().orElseThrow().toString());
        }
    }

    @ParameterizedTest
    @DisplayName("§2.0 rates of a dump end where its release ends: 5 % in ERP, not in УТ, 22 % in neither")
    @CsvSource({"trade-11,НДС20,БезНДС|НДС0|НДС10|НДС18|НДС20", "erp-2,НДС20,БезНДС|НДС0|НДС5|НДС7|НДС10|НДС18|НДС20"})
    void asDumped(String name, String general, String rates) {
        OneCSettings settings = OneCSettings.of(name).withRelease(Release.AS_DUMPED);
        try (OneCSimulator simulator = OneCSimulator.start(settings)) {
            DemoBase demo = DemoBase.seed(simulator.accountant());
            assertThat(demo.terms().vatRates().sequencedKeySet())
                    .containsExactlyElementsOf(List.of(rates.split("\\|")));
            assertThat(simulator
                            .one("Catalog_Номенклатура", demo.items().get("KR-001"))
                            .path("СтавкаНДС_Key")
                            .asText())
                    .isEqualTo(demo.terms().vatRates().get(general).toString());
        }
    }

    @Test
    @DisplayName("§2.2 a counterparty of УТ has no code and belongs to a partner, who is in an access group")
    void counterparty() {
        try (OneCSimulator simulator = OneCSimulator.start(OneCSettings.of("trade-11"))) {
            DemoBase demo = DemoBase.seed(simulator.accountant());
            UUID key = simulator.accountant().counterparty("ООО «Вектор»", "5001000027", "500101001");
            JsonNode counterparty = simulator.one("Catalog_Контрагенты", key);
            assertThat(counterparty.has("Code")).isFalse();
            assertThat(counterparty.path("ЮрФизЛицо").asText()).isEqualTo("ЮрЛицо");
            UUID partnerKey = UUID.fromString(counterparty.path("Партнер_Key").asText());
            JsonNode partner = simulator.one("Catalog_Партнеры", partnerKey);
            assertThat(partner.path("ГруппаДоступа_Key").asText())
                    .isEqualTo(demo.terms().accessGroup().orElseThrow().toString());
            assertThat(partner.path("ЮрФизЛицо").asText()).isEqualTo("Компания");
            simulator.accountant().renameCounterparty(key, "АО «Вектор»");
            assertThat(simulator
                            .one("Catalog_Партнеры", partnerKey)
                            .path("Description")
                            .asText())
                    .isEqualTo("АО «Вектор»");
            assertThat(simulator
                            .one("Catalog_Контрагенты", key)
                            .path("Description")
                            .asText())
                    .isEqualTo("АО «Вектор»");
        }
    }

    @Test
    @DisplayName("§1.3 a reference to any document at all is a composite: value and type")
    void anyDocument() {
        try (OneCSimulator simulator = OneCSimulator.start(OneCSettings.defaults());
                Caller caller = new Caller(simulator)) {
            String corrected = "11111111-2222-3333-4444-555555555555";
            Reply made = caller.post(
                    "Document_ВозвратТоваровОтПокупателя",
                    "{\"Товары\":[{\"LineNumber\":1,\"ИсправляемыйДокумент\":\"" + corrected
                            + "\",\"ИсправляемыйДокумент_Type\":\"StandardODATA.Document_РеализацияТоваровУслуг\"}]}");
            JsonNode row = made.json().path("Товары").path(0);
            assertThat(row.path("ИсправляемыйДокумент").asText()).isEqualTo(corrected);
            assertThat(row.path("ИсправляемыйДокумент_Type").asText())
                    .isEqualTo("StandardODATA.Document_РеализацияТоваровУслуг");
        }
    }

    @Test
    @DisplayName("§2.0 partners and agreements are entered where there are any, and nowhere else")
    void onlyTrade() {
        try (OneCSimulator accounting = OneCSimulator.start(OneCSettings.defaults());
                OneCSimulator trade = OneCSimulator.start(OneCSettings.of("trade-11"))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> accounting.accountant().trade());
            TradeDirectories directories = trade.accountant().trade();
            UUID group = directories.partnerAccessGroup("Оптовые");
            UUID partner = directories.partner("Иванов", false, group);
            JsonNode entered = trade.one("Catalog_Партнеры", partner);
            assertThat(entered.path("ЮрФизЛицо").asText()).isEqualTo("ЧастноеЛицо");
            assertThat(entered.path("ГруппаДоступа_Key").asText()).isEqualTo(group.toString());
            assertThat(entered.path("Code").asText()).isEqualTo("00-00000001");
        }
    }

    @Test
    @DisplayName("the program takes the configuration from the environment")
    void environment() {
        OneCSettings settings = OneCSimulatorMain.settings(Map.of("CONFIG", "erp-2"));
        assertThat(settings.configuration().name()).isEqualTo("erp-2");
        assertThat(settings.place().publication()).isEqualTo("/erp");
    }
}
