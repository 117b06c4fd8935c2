package dev.crm1c.connectors.tenantfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.port.TenantFile.Fault;
import dev.crm1c.model.port.TenantFile.Reading;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a file although each of its words is right, and how the words of its longer part are refused. */
class TenantFileFaultsTest {
    private static final String GOOD = """
            tenant: demo
            preset: bitrix24-accounting-3
            crm: {address: "https://demo.bitrix24.ru/", secret: demo/bitrix24, productFields: {article: property98}}
            onec:
              address: https://1c.example.ru/accounting
              secret: demo/onec
              organizations:
                - {inn: "7700000016", kpp: "773601001", when: {pipeline: 0}}
                - {inn: "7700000016", kpp: "773601001", when: {pipeline: [1, 2], buyer: [person]}, use: {warehouse: Южный}}
                - {inn: "500100732259"}
            scenarios:
              - when: {pipeline: 0, stage: EXECUTING}
                make: [counterparty, contract, invoice]
                pay: [{percent: 70}, {percent: 30, days: 14, when: after-shipment}]
                onProblem: {moveTo: PREPARATION}
              - when: {pipeline: 0, stage: [FINAL_INVOICE, WON]}
                make: [realization, tax-invoice]
                onProblem: {moveTo: EXECUTING}
            contracts:
              - {when: {buyer: [person]}, name: "Розница"}
              - {name: "Поставка {год}", reuse: by-name, term: yearly}
            items: {unknown: create, match: [article, name], create: {goodsKind: Товар}}
            deals: {from: 2026-01-01, test: {fields: {UF_CRM_TEST: ["Y", 1]}}}
            vat: {outdated: remark}
            currencies: [RUB, USD]
            mode: rehearsal
            """;

    private final YamlTenantFile files = new YamlTenantFile(new TenantSchema());

    private List<Fault> faults(String text) {
        return switch (files.read(text)) {
            case Reading.Good _ -> List.of();
            case Reading.Faulty(var faults) -> faults;
        };
    }

    private List<Fault> faultsWith(String bad, String good) {
        assertThat(GOOD).contains(good);
        return faults(GOOD.replace(good, bad));
    }

    @Test
    void two_entries_of_one_company_under_different_rules_are_no_fault() {
        assertThat(faults(GOOD)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "percent: 30|percent: 20|14|/scenarios/0/pay|вместе дают 90 %, а нужно 100",
                ", when: {pipeline: 0}}|}|9|/onec/organizations/1|организация выше продаёт во всех сделках",
                ", when: {pipeline: 0}}|, when: {}}|10|/onec/organizations/2|организация выше продаёт во всех сделках",
                "\"500100732259\"|\"500100732250\"|10|/onec/organizations/2/inn|контрольные цифры",
                "pipeline: 0, stage: [F|pipeline: 1, stage: [F|16|/scenarios/1/when/pipeline|отгружать нечего",
                "[FINAL_INVOICE, WON]|[WON, EXECUTING]|16|/scenarios/1/when/stage|уже работает другой сценарий",
                "[realization, tax-invoice]|[realization, act]|17|/scenarios/1/make|в Бухгалтерии акт — это реализация с услугами: уберите act",
                "[realization, tax-invoice]|[tax-invoice]|17|/scenarios/1/make|добавьте realization или act",
                "[realization, tax-invoice]|[upd]|17|/scenarios/1/make|добавьте realization или act",
                "[realization, tax-invoice]|[realization, tax-invoice, upd]|17|/scenarios/1/make|что-то одно",
                "[realization, tax-invoice]|[invoice, realization]|17|/scenarios/1/make|разные сценарии",
                "[realization, tax-invoice]|[counterparty]|17|/scenarios/1/make|invoice обязателен",
                "    onProblem: {moveTo: EXECUTING}|    pay: [{percent: 100}]|18|/scenarios/1/pay|а здесь отгрузка",
                "moveTo: PREPARATION|moveTo: EXECUTING|15|/scenarios/0/onProblem/moveTo|ходить по кругу",
                "moveTo: PREPARATION|moveTo: WON|15|/scenarios/0/onProblem/moveTo|ходить по кругу",
                "moveTo: PREPARATION|moveTo: WON|18|/scenarios/1/onProblem/moveTo|ходить по кругу",
                "{when: {buyer: [person]}, name|{name|21|/contracts/1|договор выше подходит всем",
                "create: {goodsKind: Товар}|create: {serviceKind: Услуга}|22|/items/create/goodsKind|укажите вид номенклатуры",
                ", create: {goodsKind: Товар}||22|/items/create/goodsKind|укажите вид номенклатуры",
                "match: [article, name]|match: [name, barcode]|22|/items/match/1|укажите crm.productFields.barcode",
                "from: 2026-01-01|from: 2026-02-30|23|/deals/from|такого дня"
            })
    void what_only_arithmetic_tells_is_told_by_line_and_field(
            String good, String bad, int line, String field, String message) {
        assertThat(faultsWith(bad == null ? "" : bad, good)).anySatisfy(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.message()).contains(message);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "percent: 30|percent: 0|14|/scenarios/0/pay/1/percent|нужно: целое число процентов от 1 до 100",
                "days: 14|days: soon|14|/scenarios/0/pay/1/days|от 0 до 3650",
                "when: after-shipment|when: later|14|/scenarios/0/pay/1/when|нужно: advance",
                "moveTo: PREPARATION|move: PREPARATION|15|/scenarios/0/onProblem/move|такого поля нет",
                "[realization, tax-invoice]|[]|17|/scenarios/1/make|нужно: список документов",
                "buyer: [person]}, name|buyer: [friend]}, name|20|/contracts/0/when/buyer/0|нужно: organization",
                "name: \"Розница\"|names: \"Розница\"|20|/contracts/0/name|нет обязательного поля",
                "reuse: by-name|reuse: never|21|/contracts/1/reuse|нужно: any",
                "term: yearly|term: monthly|21|/contracts/1/term|нужно: standing",
                "unknown: create|unknown: guess|22|/items/unknown|нужно: describe, ask-people или create",
                "match: [article, name]|match: [name, name]|22|/items/match|без повторов",
                "match: [article, name]|match: [price]|22|/items/match/0|нужно: article",
                "from: 2026-01-01|from: вчера|23|/deals/from|нужно: день вида 2026-01-31",
                "UF_CRM_TEST: |UF-CRM-TEST: |23|/deals/test/fields/UF-CRM-TEST|такого поля нет",
                "outdated: remark|outdated: ignore|24|/vat/outdated|нужно: ask-people",
                "[RUB, USD]|[RUB, доллар]|25|/currencies/1|нужно: код валюты",
                "[RUB, USD]|[]|25|/currencies|нужно: список кодов валют",
                "mode: rehearsal|mode: draft|26|/mode|нужно: live",
                "when: {pipeline: 0}}|when: {stage: NEW}}|8|/onec/organizations/0/when/stage|такого поля нет",
                "when: {pipeline: 0}}|named: maybe}|8|/onec/organizations/0/named|нужно: true",
                "use: {warehouse|use: {warehuose|9|/onec/organizations/1/use/warehuose|такого поля нет",
                "article: property98|article: свойство|3|/crm/productFields/article|нужно: код свойства"
            })
    void a_word_that_the_schema_does_not_know_is_refused_by_line_and_field(
            String good, String bad, int line, String field, String message) {
        assertThat(faultsWith(bad, good)).anySatisfy(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.message()).contains(message);
        });
    }

    @Test
    void names_longer_than_1C_holds_are_refused() {
        assertThat(faultsWith("Р".repeat(101), "Розница"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.message()).contains("до 100 знаков"));
        assertThat(faultsWith("goodsKind: " + "Т".repeat(151), "goodsKind: Товар"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("/items/create/goodsKind"));
    }

    @Test
    void one_company_and_several_cannot_both_be_meant() {
        assertThat(faultsWith("  organization: {inn: \"500100732259\"}\n  organizations:", "  organizations:"))
                .containsExactly(
                        new Fault(8, "/onec/organizations", "укажите что-то одно: organization или organizations"));
    }

    @Test
    void somebody_has_to_sell() {
        assertThat(faults(GOOD.lines()
                        .filter(line -> !line.contains("inn:") && !line.contains("organizations:"))
                        .reduce("", (text, line) -> text + line + "\n")))
                .containsExactly(new Fault(
                        4, "/onec/organization", "нет обязательного поля: укажите organization или organizations"));
    }

    @Test
    void a_company_that_deals_name_may_stand_below_one_that_sells_in_all() {
        assertThat(faultsWith(
                        "{inn: \"500100732259\"}\n    - {inn: \"7700000016\", kpp: \"773601001\", named: true}\n",
                        "{inn: \"500100732259\"}\n"))
                .isEmpty();
    }

    @Test
    void one_mistake_is_one_fault_and_not_a_chain_of_them() {
        assertThat(faultsWith("percent: 20", "percent: 30")).hasSize(1);
        assertThat(faultsWith("[counterparty, contract, realization]", "[counterparty, contract, invoice]"))
                .hasSize(1);
    }
}
