package dev.crm1c.connectors.tenantfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.port.TenantFile.Fault;
import dev.crm1c.model.port.TenantFile.Reading;
import dev.crm1c.model.port.TenantFile.WayIn;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.SessionMode;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlTenantFileTest {
    private static final String GOOD = """
            tenant: demo
            preset: bitrix24-accounting-3
            crm: {address: "https://demo.bitrix24.ru/", secret: demo/bitrix24}
            onec:
              address: https://1c.example.ru/accounting
              secret: demo/onec
              organization: {inn: "7700000016", kpp: "773601001"}
            scenarios:
              - when: {pipeline: 0, stage: EXECUTING}
                make: [counterparty, contract, invoice]
            """;

    private final YamlTenantFile files = new YamlTenantFile(new TenantSchema());

    private Tenant good(String text) {
        assertThat(files.read(text)).isInstanceOf(Reading.Good.class);
        return ((Reading.Good) files.read(text)).tenant();
    }

    private List<Fault> faults(String text) {
        assertThat(files.read(text)).isInstanceOf(Reading.Faulty.class);
        return ((Reading.Faulty) files.read(text)).faults();
    }

    @Test
    void ten_lines_over_a_preset_make_a_whole_tenant() {
        Tenant tenant = good(GOOD);

        assertThat(GOOD.lines()).hasSize(10);
        assertThat(tenant.crm().address()).isEqualTo(URI.create("https://demo.bitrix24.ru"));
        assertThat(tenant.crm().fields())
                .containsEntry(DealField.INVOICE_NUMBER, "UF_CRM_C1_INVOICE_NUMBER")
                .hasSize(12);
        assertThat(tenant.onec().configuration()).isEqualTo("accounting-3");
        assertThat(tenant.onec().organization())
                .isEqualTo(new LegalIdentity.Organization(new Inn("7700000016"), new Kpp("773601001")));
        assertThat(tenant.onec().zone()).isEqualTo(ZoneId.of("Europe/Moscow"));
        assertThat(tenant.scenarios())
                .containsExactly(new Scenario(
                        "0", Set.of("EXECUTING"), Set.of(OneCKind.COUNTERPARTY, OneCKind.CONTRACT, OneCKind.INVOICE)));
        assertThat(tenant.onec().sessions()).isEqualTo(SessionMode.AUTO_USE);
        assertThat(tenant.terms().items().unknown()).isEqualTo(Unknown.DESCRIBE);
        assertThat(tenant.lanes()).isEqualTo(2);
    }

    @Test
    void a_base_with_orders_is_tailored_by_names_and_fields() {
        String trade = GOOD.replace("bitrix24-accounting-3", "bitrix24-trade-11")
                .replace("contract, invoice", "contract, order, invoice")
                .replace(
                        "  secret: demo/onec\n",
                        "  secret: demo/onec\n  use: {warehouse: Главный}\n  profile: {order: {fields: {Статус: КОтгрузке}}}\n");

        Tenant tenant = good(trade);

        assertThat(tenant.onec().configuration()).isEqualTo("trade-11");
        assertThat(tenant.onec().tailoring())
                .isEqualTo(new Tailoring(
                        Map.of("warehouse", "Главный"), "{\"order\":{\"fields\":{\"Статус\":\"КОтгрузке\"}}}"));
        assertThat(tenant.scenarios().getFirst().makes()).contains(OneCKind.ORDER);
        assertThat(tenant.terms().items().unknown()).isEqualTo(Unknown.ASK_PEOPLE);
        assertThat(good(trade.replace("trade-11", "erp-2")).onec().configuration())
                .isEqualTo("erp-2");
    }

    @Test
    void an_order_is_asked_for_where_there_are_orders_and_only_there() {
        assertThat(faults(GOOD.replace("bitrix24-accounting-3", "bitrix24-trade-11")))
                .singleElement()
                .isEqualTo(new Fault(
                        10, "/scenarios/0/make", "здесь счёт выставляется по заказу клиента: добавьте order"));
        assertThat(faults(GOOD.replace("contract, invoice", "order, invoice")))
                .singleElement()
                .isEqualTo(
                        new Fault(10, "/scenarios/0/make", "в этой конфигурации нет заказов клиентов: уберите order"));
        assertThat(faults(GOOD.replace("bitrix24-accounting-3", "bitrix24-erp-2")
                                .replace("contract, invoice", "order, invoice")
                        + "items: {unknown: describe}\n"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("/items/unknown"));
    }

    @Test
    void the_tenants_own_word_wins_over_the_presets() {
        Tenant tenant = good(
                GOOD.replace("  secret: demo/onec\n", "  secret: demo/onec\n  zone: Asia/Omsk\n  sessions: client\n")
                        + "items: {unknown: ask-people}\nlanes: 4\n");

        assertThat(tenant.onec().zone()).isEqualTo(ZoneId.of("Asia/Omsk"));
        assertThat(tenant.onec().sessions()).isEqualTo(SessionMode.CLIENT_DRIVEN);
        assertThat(tenant.onec().configuration()).isEqualTo("accounting-3");
        assertThat(tenant.terms().items().unknown()).isEqualTo(Unknown.ASK_PEOPLE);
        assertThat(tenant.lanes()).isEqualTo(4);
    }

    @Test
    void numbers_without_quotes_are_read_as_they_stand() {
        Tenant tenant = good(GOOD.replace("\"7700000016\"", "7700000016").replace("\"773601001\"", "773601001"));

        assertThat(tenant.onec().organization().inn()).isEqualTo(new Inn("7700000016"));
        assertThat(good(GOOD.replace("\"7700000016\", kpp: \"773601001\"", "0501000016, kpp: 050101001")
                                .replace("0501000016", "7700000016"))
                        .onec()
                        .organization()
                        .kppOrBlank())
                .isEqualTo("050101001");
    }

    @Test
    void several_stages_may_start_one_scenario() {
        assertThat(good(GOOD.replace("stage: EXECUTING", "stage: [\"C1:NEW\", \"C1:WON\"]"))
                        .scenarios()
                        .getFirst()
                        .stages())
                .containsExactlyInAnyOrder("C1:NEW", "C1:WON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "tenant: demo|tenant: Demo Company|1|/tenant|нужно: строчные",
                "preset: bitrix24-accounting-3|preset: bitrix24-accounting-9|2|/preset|такой заготовки нет",
                "preset: bitrix24-accounting-3|preset: ../../secret|2|/preset|такой заготовки нет",
                "secret: demo/bitrix24|sekret: demo/bitrix24|3|/crm/sekret|такого поля нет",
                "  address: https://1c.example.ru/accounting|  address: 1c.example.ru|5|/onec/address|нужно: адрес",
                "  address: https://1c.example.ru/accounting|  address: https://a b/c|5|/onec/address|нужно: адрес",
                "  address: https://1c.example.ru/accounting|  address: https://1c.example.ru/a?x=1|5|/onec/address|нужно: адрес",
                "secret: demo/onec|secret: Demo Onec|6|/onec/secret|нужно: имя секрета",
                "  secret: demo/onec|  zone: Mars/Olympus|4|/onec/secret|нет обязательного поля",
                "  secret: demo/onec|  sessions: sometimes|6|/onec/sessions|нужно: autouse",
                "\"7700000016\"|\"7700000017\"|7|/onec/organization/inn|контрольные цифры",
                "\"7700000016\"|\"770000001\"|7|/onec/organization/inn|нужно: 10 или 12 цифр",
                ", kpp: \"773601001\"|~~|7|/onec/organization/kpp|нужен КПП",
                "stage: EXECUTING|stages: EXECUTING|9|/scenarios/0/when/stages|такого поля нет",
                "make: [counterparty, contract, invoice]|make: [counterparty]|10|/scenarios/0/make|invoice обязателен",
                "make: [counterparty, contract, invoice]|make: [invoice, coffee]|10|/scenarios/0/make/1|нужно: counterparty"
            })
    void a_fault_names_its_line_and_field(String good, String bad, int line, String field, String message) {
        assertThat(GOOD).contains(good);
        List<Fault> faults = faults(GOOD.replace(good, bad));

        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.line()).isEqualTo(line);
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.message()).contains(message);
        });
    }

    @Test
    void all_faults_are_named_at_once() {
        assertThat(faults(GOOD.replace("tenant: demo", "tenant: D").replace("demo/onec", "D")))
                .extracting(Fault::line)
                .contains(1, 6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just words",
                "- a\n- b",
                "a: [",
                "a: b: c",
                "\tx: 1",
                "a: &x [1]\nb: *x\nc: *x",
                "{{{",
                "null",
                "\u0000"
            })
    void what_is_no_tenant_file_gets_one_clear_line(String text) {
        assertThat(faults(text))
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.message()).isNotBlank());
    }

    @Test
    void a_field_that_stands_twice_is_a_fault_and_not_a_guess() {
        assertThat(faults(GOOD + "tenant: other\n")).containsExactly(new Fault(11, "", "поле «tenant» задано дважды"));
    }

    @Test
    void a_file_without_end_is_refused() {
        assertThat(faults(GOOD + "# " + "x".repeat(70_000))).hasSize(1);
    }

    @Test
    void the_demo_tenant_of_this_repository_is_good() throws IOException {
        assertThat(good(Files.readString(Path.of("../../../infra/tenants/demo/tenant.yaml")))
                        .id()
                        .value())
                .isEqualTo("demo");
    }

    @Test
    void calls_prove_themselves_by_a_token_of_the_secret_or_by_an_installation() {
        assertThat(files.wayIn(new Secret("{\"applicationToken\":\"a\"}")))
                .isEqualTo(new WayIn.Tokens(List.of(new Secret("a"))));
        assertThat(files.wayIn(new Secret("{\"applicationToken\":[\"a\",\"b\",\"\"]}")))
                .isEqualTo(new WayIn.Tokens(List.of(new Secret("a"), new Secret("b"))));
        assertThat(files.wayIn(new Secret("{\"clientId\":\"local.1\",\"clientSecret\":\"s\"}")))
                .isEqualTo(new WayIn.Installation());
        assertThat(files.wayIn(new Secret("{\"clientId\":\"local.1\"}"))).isEqualTo(new WayIn.None());
        assertThat(files.wayIn(new Secret("no json"))).isEqualTo(new WayIn.None());
        assertThat(files.wayIn(new Secret("{}"))).isEqualTo(new WayIn.None());
    }
}
