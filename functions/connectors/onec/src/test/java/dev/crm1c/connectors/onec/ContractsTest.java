package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static dev.crm1c.connectors.onec.BaseTenants.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.onec.ContractOnFile;
import dev.crm1c.model.onec.ContractTerms;
import dev.crm1c.model.onec.DocumentCurrency;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.ContractRule.Choice;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.OneCSettings;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which contract a deal goes by, and in which currency. */
@QuarkusTest
@DisplayName("onec.md §2.0–2.2: contracts and currencies")
class ContractsTest extends InASellingBase {
    private static final String CONTRACTS = "Catalog_ДоговорыКонтрагентов";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

    private Tenant tenant(String configuration) {
        return tenant(OneCSettings.of(configuration), Tailoring.NONE);
    }

    /** Without a contract. */
    private Parties buyer(Tenant tenant) {
        Parties whole = parties(tenant);
        base.accountant()
                .markForDeletion(
                        CONTRACTS, whole.ref(OneCKind.CONTRACT).orElseThrow().key());
        return whole;
    }

    private static ContractTerms terms(String name, Choice choice) {
        return new ContractTerms(name, choice, TODAY, FIRST_DAY, LAST_DAY);
    }

    private UUID contract(Parties buyer, String name, LocalDate date) {
        UUID made =
                base.accountant().contract(buyer.counterparty().key(), seeded.organization(), name, seeded.currency());
        base.accountant().edit(CONTRACTS, made, "Дата", date.atStartOfDay());
        return made;
    }

    private List<UUID> found(Tenant tenant, Parties buyer, ContractTerms terms) {
        return got(oneC.findContracts(tenant, buyer, Wind.OWN, terms)).stream()
                .map(ContractOnFile::ref)
                .map(OneCRef::key)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    @DisplayName("the right name first, then the newest; closed ones and those that have run out are not offered")
    void the_best_one_first(String configuration) {
        Tenant tenant = tenant(configuration);
        Parties buyer = buyer(tenant);
        UUID named = contract(buyer, "Поставка 2026", LocalDate.of(2026, 1, 1));
        UUID newest = contract(buyer, "Разовый", LocalDate.of(2026, 5, 5));
        UUID older = contract(buyer, "Рамочный", LocalDate.of(2025, 5, 5));
        base.accountant().closeContract(contract(buyer, "Закрытый", TODAY));
        UUID over = contract(buyer, "Поставка 2025", LocalDate.of(2025, 1, 1));
        base.accountant().limitContract(over, LocalDate.of(2025, 1, 1), TODAY.minusDays(1));
        UUID lastDay = contract(buyer, "Поставка до сегодня", LocalDate.of(2024, 1, 1));
        base.accountant().limitContract(lastDay, LocalDate.of(2024, 1, 1), TODAY);
        base.resetCounters();

        assertThat(found(tenant, buyer, terms("Поставка 2026", Choice.ANY_OPEN)))
                .startsWith(named, newest, older)
                .contains(lastDay)
                .hasSize(4);
        assertThat(base.requestCount()).isOne();
        assertThat(found(tenant, buyer, terms("Поставка 2026", Choice.BY_NAME))).containsExactly(named);
        assertThat(found(tenant, buyer, terms("ПОСТАВКА 2026", Choice.BY_NAME))).isEmpty();
        assertThat(found(tenant, buyer, terms("Поставка 2025", Choice.BY_NAME))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"accounting-3, СрокДействия", "trade-11, ДатаОкончанияДействия", "erp-2, ДатаОкончанияДействия"})
    @DisplayName("a new contract says its name and its days, and is found by them; 1C numbers it")
    void a_contract_of_a_year(String configuration, String end) {
        Tenant tenant = tenant(configuration);
        Parties buyer = buyer(tenant);

        OneCRef made = got(oneC.createContract(
                tenant, buyer, Wind.OWN, terms("Поставка 2026", Choice.BY_NAME), proposed(OneCKind.CONTRACT, "year")));
        OneCRef standing = got(oneC.createContract(
                tenant, buyer, Wind.OWN, Wind.terms(TODAY), proposed(OneCKind.CONTRACT, "standing")));

        JsonNode stored = base.one(CONTRACTS, made.key());
        assertThat(stored.path("Description").asText()).isEqualTo("Поставка 2026");
        assertThat(Field.of(stored, "Дата").moment()).contains(FIRST_DAY.atStartOfDay());
        assertThat(Field.of(stored, end).moment()).contains(LAST_DAY.atStartOfDay());
        assertThat(Field.of(base.one(CONTRACTS, standing.key()), end).moment()).isEmpty();
        assertThat(stored.path("Номер").asText()).isEmpty();
        assertThat(found(tenant, buyer, terms("Поставка 2026", Choice.BY_NAME))).containsExactly(made.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    @DisplayName("a foreign currency has contracts of its own, and the rate of the day or of the last day that had one")
    void foreign_currency(String configuration) {
        Tenant tenant = tenant(configuration);
        Parties buyer = buyer(tenant);
        UUID yuan = base.accountant().currency("156", "CNY");
        base.accountant().rate(yuan, TODAY.minusDays(2), new BigDecimal("11.1"), 10);
        base.accountant().rate(yuan, TODAY, new BigDecimal("112.5"), 10);
        base.accountant().rate(yuan, TODAY.plusDays(1), new BigDecimal("999"), 10);
        base.resetCounters();

        DocumentCurrency currency = got(oneC.currency(tenant, buyer.base(), "CNY", TODAY));
        assertThat(base.requestCount()).isEqualTo(2);
        assertThat(currency).isEqualTo(new DocumentCurrency.Foreign(yuan, new BigDecimal("112.5"), 10));
        assertThat(got(oneC.currency(tenant, buyer.base(), "CNY", TODAY.minusDays(1))))
                .isEqualTo(new DocumentCurrency.Foreign(yuan, new BigDecimal("11.1"), 10));

        UUID ofRoubles = contract(buyer, "Основной договор", TODAY);
        OneCRef made = got(
                oneC.createContract(tenant, buyer, currency, Wind.terms(TODAY), proposed(OneCKind.CONTRACT, "cny")));
        assertThat(got(oneC.findContracts(tenant, buyer, currency, Wind.terms(TODAY))))
                .extracting(found -> found.ref().key())
                .containsExactly(made.key());
        assertThat(found(tenant, buyer, Wind.terms(TODAY))).containsExactly(ofRoubles);
        JsonNode stored = base.one(CONTRACTS, made.key());
        assertThat(stored.path("ВалютаВзаиморасчетов_Key").asText()).isEqualTo(yuan.toString());
        if (configuration.equals("accounting-3")) {
            assertThat(stored.path("Валютный").asBoolean()).isTrue();
        } else {
            assertThat(stored.path("ВариантКурсаДоговора").asText()).isEqualTo("Переменный");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11"})
    @DisplayName(
            "the rouble costs no request; a currency that is not there, or has no rate yet, is asked for by its code")
    void no_rate(String configuration) {
        Tenant tenant = tenant(configuration);
        Parties buyer = buyer(tenant);
        UUID dollar = base.accountant().currency("840", "USD");
        base.accountant().rate(dollar, TODAY.plusDays(1), new BigDecimal("80"), 1);
        base.resetCounters();

        assertThat(got(oneC.currency(tenant, buyer.base(), "RUB", TODAY))).isEqualTo(new DocumentCurrency.Own());
        assertThat(base.requestCount()).isZero();
        for (String code : List.of("EUR", "USD")) {
            assertThat(stopped(oneC.currency(tenant, buyer.base(), code, TODAY)))
                    .isEqualTo(new Outcome.NeedsPeople(new Problem.NoCurrencyRate(code, TODAY)));
        }
    }
}
