package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static dev.crm1c.connectors.onec.BaseTenants.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.model.legal.BuyerIdentity;
import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.CounterpartyOnFile;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.RefKeyPolicy;
import dev.crm1c.simulators.onec.faults.Fault;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who sells, to whom, what: found in Бухгалтерия or made there. */
@QuarkusTest
class AccountingPartiesTest extends InAccounting {
    @Test
    @DisplayName("onec.md §2.1: the organization by ИНН and КПП, its bank account, the rouble by its code")
    void the_base_is_found() {
        Tenant tenant = tenant();

        OneCBase found = got(oneC.findBase(tenant));

        assertThat(found.organization()).isEqualTo(seeded.organization());
        assertThat(found.entry("currency").orElseThrow()).isEqualTo(seeded.currency());
        assertThat(base.one(
                                "Catalog_БанковскиеСчета",
                                found.entry("bankAccount").orElseThrow())
                        .path("НомерСчета")
                        .asText())
                .isEqualTo("40702810200000000001");
        assertThat(found.entry("country").orElseThrow()).isEqualTo(seeded.country());
        assertThat(base.requestCount()).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource(RefKeyPolicy.class)
    @DisplayName("onec.md §1.6: the key is learnt from the answer; §2.1: a head office is its own head")
    void a_counterparty_is_made_whole(RefKeyPolicy policy) {
        Tenant tenant = tenant(OneCSettings.defaults().withRefKeyPolicy(policy));
        ProposedKey key = proposed(OneCKind.COUNTERPARTY, "w");

        OneCRef made = got(oneC.createCounterparty(
                tenant, nobody(tenant), card("ООО Ветер", "ООО «Северный ветер»"), Wind.ITSELF, key));

        assertThat(made.key().equals(key.uuid())).isEqualTo(policy == RefKeyPolicy.HONOURED);
        JsonNode stored = base.one(COUNTERPARTIES, made.key());
        assertThat(stored.path("ГоловнойКонтрагент_Key").asText())
                .isEqualTo(made.key().toString());
        assertThat(stored.path("СтранаРегистрации_Key").asText())
                .isEqualTo(seeded.country().toString());
        assertThat(stored.path("ЮридическоеФизическоеЛицо").asText()).isEqualTo("ЮридическоеЛицо");
        assertThat(stored.path("РегистрационныйНомер").asText()).isEqualTo("1157800000027");
        assertThat(got(oneC.findCounterparties(tenant, Wind.IDENTITY)).same())
                .containsExactly(new CounterpartyOnFile.Alone(made));
    }

    @Test
    @DisplayName("onec.md §2.1: one that was made and could not be made its own head is looked for, and ended then")
    void a_counterparty_without_its_head_is_no_refusal() {
        Tenant tenant = tenant(OneCSettings.defaults().withRefKeyPolicy(RefKeyPolicy.IGNORED));
        ProposedKey key = proposed(OneCKind.COUNTERPARTY, "w");
        base.faults().on("PATCH", COUNTERPARTIES).next(1, Fault.noSession());

        assertThat(stopped(oneC.createCounterparty(
                        tenant, nobody(tenant), card("ООО Ветер", "ООО Ветер"), Wind.ITSELF, key)))
                .isEqualTo(
                        new Outcome.Later(Surroundings.NOW.plus(Duration.ofMinutes(2)), Delay.WRITE_OUTCOME_UNKNOWN));

        OneCRef found = got(oneC.findCounterparties(tenant, Wind.IDENTITY))
                .same()
                .getFirst()
                .ref();
        got(oneC.complete(tenant, found, key));
        assertThat(base.one(COUNTERPARTIES, found.key())
                        .path("ГоловнойКонтрагент_Key")
                        .asText())
                .isEqualTo(found.key().toString());
    }

    @Test
    @DisplayName("onec.md §2.0: a sole trader is a natural person with a mark")
    void a_sole_trader_is_made_as_one() {
        Tenant tenant = tenant();
        var trader = new LegalIdentity.SoleTrader(new Inn("771234567859"));

        OneCRef made = got(oneC.createCounterparty(
                tenant,
                nobody(tenant),
                Wind.card(trader, "ИП Иванов", "ИП Иванов И. И.", ""),
                Wind.ITSELF,
                proposed(OneCKind.COUNTERPARTY, "t")));

        JsonNode stored = base.one(COUNTERPARTIES, made.key());
        assertThat(stored.path("ЮридическоеФизическоеЛицо").asText()).isEqualTo("ФизическоеЛицо");
        assertThat(stored.path("ИндивидуальныйПредприниматель").asBoolean()).isTrue();
        assertThat(stored.path("КПП").asText()).isEmpty();
        assertThat(got(oneC.findCounterparties(tenant, new BuyerIdentity.Registered(trader)))
                        .same())
                .containsExactly(new CounterpartyOnFile.Alone(made));
    }

    @Test
    @DisplayName(
            "onec.md §1.6: 1C cuts without a word, so a long name is cut by us on purpose and kept whole beside it")
    void long_and_dirty_names_are_tamed() {
        Tenant tenant = tenant();
        String name = "О".repeat(150) + "\u0002'\u0000";

        OneCRef made = got(oneC.createCounterparty(
                tenant, nobody(tenant), card(name, name), Wind.ITSELF, proposed(OneCKind.COUNTERPARTY, "l")));

        JsonNode stored = base.one(COUNTERPARTIES, made.key());
        assertThat(stored.path("Description").asText()).hasSize(100).endsWith("…");
        assertThat(stored.path("НаименованиеПолное").asText()).isEqualTo("О".repeat(150) + " '");
    }

    @Test
    @DisplayName("onec.md §1.7: error 15 means that an earlier try had made it")
    void a_taken_key_is_ours() {
        Tenant tenant = tenant(OneCSettings.defaults().withRefKeyPolicy(RefKeyPolicy.HONOURED));
        ProposedKey key = proposed(OneCKind.COUNTERPARTY, "w");
        OneCRef first =
                got(oneC.createCounterparty(tenant, nobody(tenant), card("ООО Ветер", "ООО Ветер"), Wind.ITSELF, key));

        assertThat(got(oneC.createCounterparty(
                        tenant, nobody(tenant), card("ООО Ветер", "ООО Ветер"), Wind.ITSELF, key)))
                .isEqualTo(first);
        assertThat(base.all(COUNTERPARTIES)).hasSize(1);
    }

    @Test
    void marked_and_foreign_counterparties_and_closed_contracts_are_not_found() {
        Tenant tenant = tenant();
        UUID marked = base.accountant().counterparty("Ветер старый", "5001000027", "502401001");
        base.accountant().markForDeletion(COUNTERPARTIES, marked);
        UUID branch = base.accountant().counterparty("Ветер филиал", "5001000027", "773601001");
        UUID alive = base.accountant().counterparty("Ветер", "5001000027", "502401001");
        UUID closed = base.accountant().contract(alive, seeded.organization(), "Старый", seeded.currency());
        base.accountant().edit("Catalog_ДоговорыКонтрагентов", closed, "ДоговорЗакрыт", true);
        UUID open = base.accountant().contract(alive, seeded.organization(), "Новый", seeded.currency());
        base.accountant().contract(branch, seeded.organization(), "Чужой", seeded.currency());

        List<CounterpartyOnFile> counterparties =
                got(oneC.findCounterparties(tenant, Wind.IDENTITY)).same();

        assertThat(counterparties).extracting(found -> found.ref().key()).containsExactly(alive);
        assertThat(got(oneC.findContracts(
                        tenant,
                        nobody(tenant).with(counterparties.getFirst().ref()),
                        Wind.OWN,
                        Wind.terms(LocalDate.of(2026, 11, 21)))))
                .extracting(contract -> contract.ref().key())
                .containsExactly(open);
    }

    @Test
    void a_missing_organization_and_a_missing_account_are_named() {
        Tenant tenant = tenant();
        OneCBase found = got(oneC.findBase(tenant));
        base.accountant()
                .edit(
                        "Catalog_Организации",
                        seeded.organization(),
                        "ОсновнойБанковскийСчет_Key",
                        Field.NO_REFERENCE.toString());
        assertThat(got(oneC.findBase(tenant))).as("its only account is the one").isEqualTo(found);

        base.accountant()
                .markForDeletion(
                        "Catalog_БанковскиеСчета", found.entry("bankAccount").orElseThrow());
        assertThat(stopped(oneC.findBase(tenant)))
                .isEqualTo(new Outcome.NeedsPeople(
                        new Problem.OrganizationHasNoBankAccount(tenant.onec().organization())));

        base.accountant().markForDeletion("Catalog_Организации", seeded.organization());
        assertThat(stopped(oneC.findBase(tenant)))
                .isEqualTo(new Outcome.NeedsPeople(
                        new Problem.OrganizationNotFound(tenant.onec().organization())));
    }
}
