package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static dev.crm1c.connectors.onec.BaseTenants.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.onec.BankDetails;
import dev.crm1c.model.onec.Contacts;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.port.CounterpartyDetails;
import dev.crm1c.model.port.CounterpartyDetails.Addition;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.DemoBase;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.OneCSimulator;
import dev.crm1c.simulators.onec.RefKeyPolicy;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("onec.md §2.1, §2.2: bank accounts and contact information of counterparties")
class CounterpartyDetailsTest {
    private static final String COUNTERPARTIES = "Catalog_Контрагенты";
    private static final String KINDS = "Catalog_ВидыКонтактнойИнформации";
    private static final ProposedKey KEY =
            ProposedKey.of(DemoTenant.ID, new LinkKey(OneCKind.BANK_ACCOUNT, "40702810900000000017"));

    @Inject
    OneC oneC;

    @Inject
    CounterpartyDetails details;

    private OneCSimulator base;
    private Tenant tenant;
    private UUID counterparty;

    private void open(String configuration, RefKeyPolicy policy) {
        base = OneCSimulator.start(OneCSettings.of(configuration)
                .withRefKeyPolicy(policy)
                .withLogin(Surroundings.USER, Surroundings.PASSWORD));
        DemoBase.seed(base.accountant());
        tenant = BaseTenants.at(base.address(), configuration, "demo/onec", Tailoring.NONE);
        counterparty = base.accountant().counterparty("Ветер", "5001000027", "502401001");
    }

    @AfterEach
    void stopBase() {
        base.close();
    }

    private OneCRef card() {
        return new OneCRef(OneCKind.COUNTERPARTY, counterparty);
    }

    @ParameterizedTest
    @CsvSource({
        "accounting-3, HONOURED, Catalog_БанковскиеСчета, Catalog_Банки",
        "accounting-3, IGNORED, Catalog_БанковскиеСчета, Catalog_Банки",
        "trade-11, IGNORED, Catalog_БанковскиеСчетаКонтрагентов, Catalog_КлассификаторБанков",
        "erp-2, HONOURED, Catalog_БанковскиеСчетаКонтрагентов, Catalog_КлассификаторБанков"
    })
    @DisplayName("an account is made once, at a bank that the base knows; an unknown bank is asked for")
    void account(String configuration, RefKeyPolicy policy, String accounts, String banks) {
        open(configuration, policy);
        UUID bank = base.accountant().create(banks, Map.of("Code", "044525974", "Description", "АО «Банк»"));
        Parties parties = Parties.of(got(oneC.findBase(tenant))).with(card());
        int before = base.all(accounts).size();
        var wanted = new BankDetails("044525974", "40702810900000000017");

        OneCRef made = got(details.bankAccount(tenant, parties, wanted, KEY));
        assertThat(got(details.bankAccount(tenant, parties, wanted, KEY))).isEqualTo(made);

        assertThat(base.all(accounts)).hasSize(before + 1);
        JsonNode stored = base.one(accounts, made.key());
        assertThat(stored.path("Owner").asText()).isEqualTo(counterparty.toString());
        assertThat(stored.path("Owner_Type").asText()).isEqualTo("StandardODATA." + COUNTERPARTIES);
        assertThat(stored.path("Банк_Key").asText()).isEqualTo(bank.toString());
        assertThat(stopped(details.bankAccount(
                        tenant, parties, new BankDetails("044525000", "40702810900000000018"), KEY)))
                .isInstanceOfSatisfying(
                        Outcome.NeedsPeople.class,
                        needs -> assertThat(needs.problems())
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        Problem.DictionaryEntryMissing.class,
                                        missing -> assertThat(missing.entry()).isEqualTo("БИК 044525000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    @DisplayName("what the card lacks is added, what people wrote stays, and nothing is written twice")
    void contacts(String configuration) {
        open(configuration, RefKeyPolicy.IGNORED);
        UUID phones = kind("ТелефонКонтрагента", "Телефон");
        UUID addresses = kind("EmailКонтрагенты", "АдресЭлектроннойПочты");

        assertThat(got(details.contacts(tenant, card(), new Contacts("+7 495 123-45-67", ""))))
                .isEqualTo(Addition.SOMETHING);
        assertThat(got(details.contacts(tenant, card(), new Contacts("+7 999 000-00-00", "info@veter.example"))))
                .isEqualTo(Addition.SOMETHING);
        assertThat(got(details.contacts(tenant, card(), new Contacts("", "other@veter.example"))))
                .isEqualTo(Addition.NOTHING);

        JsonNode rows = base.one(COUNTERPARTIES, counterparty).path("КонтактнаяИнформация");
        assertThat(rows).hasSize(2);
        assertThat(rows.path(0).path("Вид_Key").asText()).isEqualTo(phones.toString());
        assertThat(rows.path(0).path("Представление").asText()).isEqualTo("+7 495 123-45-67");
        assertThat(rows.path(0).path("Значение").asText()).contains("\"type\":\"Телефон\"");
        assertThat(rows.path(1).path("Вид_Key").asText()).isEqualTo(addresses.toString());
        assertThat(rows.path(1).path("АдресЭП").asText()).isEqualTo("info@veter.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11"})
    @DisplayName("a base without such a kind asks for it; nothing to add costs no call")
    void missingKind(String configuration) {
        open(configuration, RefKeyPolicy.HONOURED);
        base.resetCounters();

        assertThat(got(details.contacts(tenant, card(), new Contacts(" ", "")))).isEqualTo(Addition.NOTHING);
        assertThat(base.requestCount()).isZero();
        assertThat(stopped(details.contacts(tenant, card(), new Contacts("+7 495 123-45-67", ""))))
                .isEqualTo(new Outcome.NeedsPeople(
                        new Problem.DictionaryEntryMissing("Виды контактной информации", "ТелефонКонтрагента")));
    }

    private UUID kind(String name, String type) {
        return base.accountant()
                .create(KINDS, Map.of("Description", name, "ИмяПредопределенногоВида", name, "Тип", type));
    }
}
