package dev.crm1c.connectors.onec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.Finding;
import dev.crm1c.model.onec.Finding.Contracts;
import dev.crm1c.model.port.OneCDoctor;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.DealCondition;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.OwnCompany.Naming;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.Accountant.BankAccount;
import dev.crm1c.simulators.onec.OneCSettings;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A tenant that sells in the name of several companies. */
@QuarkusTest
class CompanyDoctorTest extends InASellingBase {
    private static final LegalIdentity SECOND =
            new LegalIdentity.Organization(new Inn("7802000030"), new Kpp("780201001"));
    private static final LegalIdentity THIRD =
            new LegalIdentity.Organization(new Inn("5001000027"), new Kpp("502401001"));

    @Inject
    OneCDoctor doctor;

    private static OwnCompany company(LegalIdentity organization, Map<String, String> entries) {
        return new OwnCompany(organization, Naming.BY_CONDITION, DealCondition.ANY, entries);
    }

    private void enterSecond() {
        base.accountant()
                .organization(
                        "ООО «Лютик»",
                        "7802000030",
                        "780201001",
                        new BankAccount(
                                "40702810200000000002", "044525225", "ПАО «Пример-Банк»", "30101810400000000225"),
                        seeded.currency());
    }

    private long listsOf(String set) {
        return base.requests().stream()
                .filter(request -> request.path().endsWith("/" + set))
                .count();
    }

    @Test
    @DisplayName("each company's organization and account are looked for, what they have in common once")
    void every_company_is_examined() {
        Tenant tenant = tenant(OneCSettings.of("accounting-3"), Tailoring.NONE);
        enterSecond();
        Tenant one = BaseTenants.with(tenant, company(DemoTenant.SELLER, Map.of()));
        base.resetCounters();
        assertThat(doctor.examine(one).findings()).isEmpty();
        long ofOne = listsOf("Catalog_СтраныМира");
        long organizationsOfOne = listsOf("Catalog_Организации");

        base.resetCounters();
        Tenant three = BaseTenants.with(
                tenant, company(DemoTenant.SELLER, Map.of()), company(SECOND, Map.of()), company(THIRD, Map.of()));

        assertThat(doctor.examine(three).findings())
                .containsExactly(new Finding.Unready(new Problem.OrganizationNotFound(THIRD)));
        assertThat(listsOf("Catalog_СтраныМира")).isEqualTo(ofOne);
        assertThat(listsOf("Catalog_Организации")).isEqualTo(organizationsOfOne + 2);
    }

    @Test
    @DisplayName("what is wrong with another company's own choice says whose choice it is")
    void the_second_company_has_choices_of_its_own() {
        Tenant tenant = tenant(OneCSettings.of("trade-11"), Tailoring.NONE);
        enterSecond();
        UUID agreement = base.accountant()
                .trade()
                .agreement(
                        "Без договоров",
                        seeded.currency(),
                        seeded.terms().priceKind(),
                        seeded.terms().warehouse());
        base.accountant().edit("Catalog_СоглашенияСКлиентами", agreement, "ИспользуютсяДоговорыКонтрагентов", false);
        Tenant two = BaseTenants.with(
                tenant,
                company(DemoTenant.SELLER, Map.of("agreement", "Стандартное")),
                company(SECOND, Map.of("agreement", "Без договоров", "warehouse", "Третий")));

        assertThat(doctor.examine(two).findings())
                .containsExactlyElementsOf(List.of(
                        new Finding.OfCompany(
                                SECOND, new Finding.Unready(new Problem.DictionaryEntryMissing("Склады", "Третий"))),
                        new Finding.OfCompany(SECOND, new Finding.AgreementDisagrees(Contracts.NOT_USED))));
    }
}
