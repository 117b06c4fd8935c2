package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static dev.crm1c.connectors.onec.BaseTenants.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.legal.BuyerIdentity;
import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.CounterpartiesFound;
import dev.crm1c.model.onec.CounterpartyCard;
import dev.crm1c.model.onec.CounterpartyOnFile;
import dev.crm1c.model.onec.CounterpartyStanding;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.port.OneC.Standing;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.RefKeyPolicy;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Organizations, their branches, sole traders and people, in each configuration. */
@QuarkusTest
@DisplayName("onec.md §2.0–2.2: who buys")
class BuyersTest extends InASellingBase {
    private static final String COUNTERPARTIES = "Catalog_Контрагенты";
    private static final String INN = "5001000027";
    private static final BuyerIdentity BRANCH =
            new BuyerIdentity.Registered(new LegalIdentity.Organization(new Inn(INN), new Kpp("773643001")));
    private static final BuyerIdentity TRADER =
            new BuyerIdentity.Registered(new LegalIdentity.SoleTrader(new Inn("771234567859")));

    private Tenant tenant(String configuration) {
        return tenant(configuration, RefKeyPolicy.HONOURED);
    }

    private Tenant tenant(String configuration, RefKeyPolicy policy) {
        return tenant(OneCSettings.of(configuration).withRefKeyPolicy(policy), Tailoring.NONE);
    }

    private static BuyerIdentity person(String contact) {
        return new BuyerIdentity.PrivatePerson(new CrmRef(CrmKind.CONTACT, contact));
    }

    private static CounterpartyCard card(BuyerIdentity identity, String name) {
        return new CounterpartyCard(identity, name, name, "", Wind.UNREACHABLE);
    }

    private boolean hasPartners(Tenant tenant) {
        return oneC.kindsIn(tenant).contains(OneCKind.PARTNER);
    }

    private Parties withPartner(Tenant tenant, CounterpartyCard card, String source) {
        Parties seller = Parties.of(got(oneC.findBase(tenant)));
        return hasPartners(tenant)
                ? seller.with(got(oneC.createPartner(tenant, seller.base(), card, proposed(OneCKind.PARTNER, source))))
                : seller;
    }

    private OneCRef made(Tenant tenant, CounterpartyCard card, CounterpartyStanding standing, String source) {
        return got(oneC.createCounterparty(
                tenant, withPartner(tenant, card, source), card, standing, proposed(OneCKind.COUNTERPARTY, source)));
    }

    private static List<UUID> keys(List<CounterpartyOnFile> found) {
        return found.stream().map(one -> one.ref().key()).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11"})
    @DisplayName("one request finds the buyer among everybody who has his ИНН, however many these are")
    void one_request_for_everybody_with_the_inn(String configuration) {
        Tenant tenant = tenant(configuration);
        UUID head = base.accountant().counterparty("Ветер", INN, "502401001");
        UUID largest = base.accountant().counterparty("Ветер крупнейший", INN, "997750001");
        for (int number = 100; number < 400; number++) {
            base.accountant().counterparty("Ветер филиал " + number, INN, "502445" + number);
        }
        UUID branch = base.accountant().counterparty("Ветер Я", INN, "773643001");
        UUID marked = base.accountant().counterparty("Ветер старый", INN, "502401001");
        base.accountant().markForDeletion(COUNTERPARTIES, marked);
        base.resetCounters();

        CounterpartiesFound ofBranch = got(oneC.findCounterparties(tenant, BRANCH));
        assertThat(base.requestCount()).isOne();
        CounterpartiesFound ofHead = got(oneC.findCounterparties(tenant, Wind.IDENTITY));

        assertThat(keys(ofBranch.same())).containsExactly(branch);
        assertThat(keys(ofBranch.heads())).as("01 and 50").containsExactly(head, largest);
        assertThat(keys(ofHead.same())).containsExactly(head);
        assertThat(ofHead.heads()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    @DisplayName("a known card is looked at by its key: another КПП changes nothing, a mark for deletion retires it")
    void standing(String configuration) {
        Tenant tenant = tenant(configuration);
        Parties parties = parties(tenant);
        OneCRef buyer = parties.counterparty();
        base.accountant().edit(COUNTERPARTIES, buyer.key(), "КПП", "773643001");
        base.resetCounters();

        assertThat(got(oneC.standing(tenant, buyer))).isEqualTo(Standing.IN_USE);
        assertThat(base.requestCount()).isOne();
        parties.ref(OneCKind.PARTNER)
                .ifPresent(partner ->
                        assertThat(got(oneC.standing(tenant, partner))).isEqualTo(Standing.IN_USE));

        base.accountant().markForDeletion(COUNTERPARTIES, buyer.key());
        assertThat(got(oneC.standing(tenant, buyer))).isEqualTo(Standing.RETIRED);
        assertThat(got(oneC.standing(tenant, new OneCRef(OneCKind.COUNTERPARTY, new UUID(7, 7)))))
                .isEqualTo(Standing.RETIRED);
    }

    @ParameterizedTest
    @CsvSource({
        "accounting-3, HONOURED",
        "accounting-3, IGNORED",
        "trade-11, HONOURED",
        "trade-11, IGNORED",
        "erp-2, IGNORED"
    })
    @DisplayName("a branch names its head office, and one whose head is not there stands for itself")
    void branches(String configuration, RefKeyPolicy policy) {
        Tenant tenant = tenant(configuration, policy);
        made(tenant, Wind.card(), Wind.ITSELF, "head");
        CounterpartyOnFile head =
                got(oneC.findCounterparties(tenant, BRANCH)).heads().getFirst();

        OneCRef branch = made(tenant, card(BRANCH, "Ветер Север"), new CounterpartyStanding.BranchOf(head), "branch");
        JsonNode stored = base.one(COUNTERPARTIES, branch.key());
        assertThat(stored.path("ГоловнойКонтрагент_Key").asText())
                .isEqualTo(head.ref().key().toString());
        assertThat(stored.path("ОбособленноеПодразделение").asBoolean()).isTrue();
        got(oneC.complete(tenant, branch, proposed(OneCKind.COUNTERPARTY, "branch")));
        assertThat(base.one(COUNTERPARTIES, branch.key())
                        .path("ГоловнойКонтрагент_Key")
                        .asText())
                .as("completing a branch leaves its head alone")
                .isEqualTo(head.ref().key().toString());

        OneCRef alone = made(tenant, card(BRANCH, "Ветер Юг"), new CounterpartyStanding.BranchAlone(), "alone");
        JsonNode lonely = base.one(COUNTERPARTIES, alone.key());
        assertThat(lonely.path("ОбособленноеПодразделение").asBoolean()).isFalse();
        assertThat(lonely.path("ГоловнойКонтрагент_Key").asText())
                .isEqualTo(
                        configuration.equals("accounting-3") ? alone.key().toString() : Field.NO_REFERENCE.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "accounting-3, HONOURED",
        "accounting-3, IGNORED",
        "trade-11, HONOURED",
        "trade-11, IGNORED",
        "erp-2, IGNORED"
    })
    @DisplayName("a person has no ИНН and is found by our mark: contact 12 is not contact 123, and names do not matter")
    void people(String configuration, RefKeyPolicy policy) {
        Tenant tenant = tenant(configuration, policy);
        base.accountant().privatePerson("Иванов Иван");
        OneCRef made = made(tenant, card(person("123"), "Иванов Иван"), Wind.ITSELF, "p");
        base.resetCounters();

        CounterpartiesFound found = got(oneC.findCounterparties(tenant, person("123")));
        assertThat(base.requestCount()).isEqualTo(hasPartners(tenant) ? 2 : 1);

        assertThat(keys(found.same())).containsExactly(made.key());
        assertThat(got(oneC.findCounterparties(tenant, person("12"))).same()).isEmpty();
        if (found.same().getFirst() instanceof CounterpartyOnFile.OfPartner(var _, OneCRef partner)) {
            assertThat(got(oneC.findPartner(tenant, proposed(OneCKind.PARTNER, "p"))))
                    .contains(partner);
            assertThat(base.one("Catalog_Партнеры", partner.key())
                            .path("ЮрФизЛицо")
                            .asText())
                    .isEqualTo("ЧастноеЛицо");
        }
        JsonNode stored = base.one(COUNTERPARTIES, made.key());
        assertThat(stored.path("ЮридическоеФизическоеЛицо").asText()).isEqualTo("ФизическоеЛицо");
        assertThat(stored.path("ИНН").asText()).isEmpty();
        if (configuration.equals("accounting-3")) {
            assertThat(stored.path("ИндивидуальныйПредприниматель").asBoolean()).isFalse();
            assertThat(stored.path("ГоловнойКонтрагент_Key").asText())
                    .isEqualTo(made.key().toString());
        } else {
            assertThat(stored.path("ЮрФизЛицо").asText()).isEqualTo("ФизЛицо");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"trade-11"})
    @DisplayName("what people add to a person's partner is not the person")
    void another_counterparty_of_a_persons_partner(String configuration) {
        Tenant tenant = tenant(configuration);
        OneCRef made = made(tenant, card(person("7"), "Петров Пётр"), Wind.ITSELF, "p");
        UUID firm = base.accountant().counterparty("АО Фирма", "7700000016", "770001001");
        base.accountant()
                .edit(
                        COUNTERPARTIES,
                        firm,
                        "Партнер_Key",
                        UUID.fromString(base.one(COUNTERPARTIES, made.key())
                                .path("Партнер_Key")
                                .asText()));

        assertThat(keys(got(oneC.findCounterparties(tenant, person("7"))).same()))
                .containsExactly(made.key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    @DisplayName(
            "a sole trader has an ИНН and no КПП; an organization that has the profile take its ИНН away is refused")
    void traders(String configuration) {
        Tenant tenant = tenant(configuration);
        OneCRef trader = made(tenant, card(TRADER, "ИП Сидоров"), Wind.ITSELF, "t");
        base.resetCounters();

        assertThat(keys(got(oneC.findCounterparties(tenant, TRADER)).same())).containsExactly(trader.key());
        assertThat(base.requestCount()).isOne();

        Tenant careless = BaseTenants.at(
                base.address(),
                configuration,
                "demo/onec",
                new Tailoring(Map.of(), "{\"counterparty\":{\"fields\":{\"ИНН\":null}}}"));
        Parties parties = withPartner(tenant, Wind.card(), "w");
        assertThat(stopped(oneC.createCounterparty(
                        careless, parties, Wind.card(), Wind.ITSELF, proposed(OneCKind.COUNTERPARTY, "w"))))
                .isEqualTo(new Outcome.NeedsPeople(new Problem.RequiredFieldEmpty(COUNTERPARTIES, "ИНН")));
    }
}
