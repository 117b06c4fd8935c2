package dev.crm1c.connectors.tenantfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.legal.BuyerKind;
import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.Due.Moment;
import dev.crm1c.model.onec.ItemKey;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.Paper;
import dev.crm1c.model.port.TenantFile.Reading;
import dev.crm1c.model.tenant.Admission;
import dev.crm1c.model.tenant.ContractRule;
import dev.crm1c.model.tenant.ContractRule.Choice;
import dev.crm1c.model.tenant.ContractRule.Term;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.CrmConnection.ProductField;
import dev.crm1c.model.tenant.DealCondition;
import dev.crm1c.model.tenant.ItemPolicy;
import dev.crm1c.model.tenant.ItemPolicy.NewItems;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.OwnCompany.Naming;
import dev.crm1c.model.tenant.PaymentTerms;
import dev.crm1c.model.tenant.PaymentTerms.Part;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.Scenario.Aim;
import dev.crm1c.model.tenant.Scenario.OnProblem;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms;
import dev.crm1c.model.tenant.Terms.Lost;
import dev.crm1c.model.tenant.Terms.Mode;
import dev.crm1c.model.tenant.Terms.OutdatedVat;
import dev.crm1c.model.tenant.Terms.Won;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that a tenant file may say beyond its ten lines, and what it means to say none of it. */
class RichTenantFileTest {
    private static final LegalIdentity COMPANY =
            new LegalIdentity.Organization(new Inn("7700000016"), new Kpp("773601001"));
    private static final LegalIdentity TRADER = new LegalIdentity.SoleTrader(new Inn("500100732259"));
    private static final Map<String, String> ITS_OWN =
            Map.of("bankAccount", "40702810900000000001", "agreement", "Оптовое", "warehouse", "Южный");

    private final YamlTenantFile files = new YamlTenantFile(new TenantSchema());
    private final Tenant tenant = read("examples/two-companies.yaml");

    private Tenant read(String file) {
        try {
            return switch (files.read(Files.readString(Path.of("../../../infra/tenants/" + file)))) {
                case Reading.Good(Tenant good, var _) -> good;
                case Reading.Faulty(var faults) -> throw new AssertionError(faults.toString());
            };
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void each_own_company_has_its_rule_and_its_entries() {
        var rule = new DealCondition(
                Set.of("0", "1"),
                Set.of(BuyerKind.ORGANIZATION, BuyerKind.SOLE_TRADER),
                Map.of("UF_CRM_REGION", Set.of("77", "50")));

        assertThat(tenant.terms().sellers())
                .containsExactly(
                        new OwnCompany(COMPANY, Naming.BY_CONDITION, rule, ITS_OWN),
                        new OwnCompany(TRADER, Naming.BY_DEAL, DealCondition.NEVER, Map.of()));
        assertThat(tenant.onec().organization()).isEqualTo(COMPANY);
        assertThat(tenant.onec().tailoring().entries()).isEqualTo(Map.of("warehouse", "Главный"));
        assertThat(tenant.sellingAs(tenant.terms().sellers().getFirst())
                        .onec()
                        .tailoring()
                        .entries())
                .isEqualTo(ITS_OWN);
    }

    @Test
    void what_is_agreed_is_paid_in_parts_and_what_is_delivered_goes_on_a_paper() {
        assertThat(tenant.scenarios())
                .containsExactly(
                        new Scenario(
                                "0",
                                Set.of("EXECUTING"),
                                new Aim.Agree(
                                        Set.of(
                                                OneCKind.COUNTERPARTY,
                                                OneCKind.CONTRACT,
                                                OneCKind.ORDER,
                                                OneCKind.INVOICE),
                                        new PaymentTerms(List.of(
                                                new Part(70, 0, Moment.BEFORE_SHIPMENT),
                                                new Part(30, 14, Moment.AFTER_SHIPMENT)))),
                                new OnProblem.MoveTo("PREPARATION")),
                        new Scenario(
                                "0",
                                Set.of("FINAL_INVOICE"),
                                new Aim.Deliver(
                                        Set.of(OneCKind.REALIZATION, OneCKind.ACT, OneCKind.TAX_INVOICE),
                                        Paper.UNIVERSAL),
                                new OnProblem.Stay()));
    }

    @Test
    void the_terms_of_all_deals_are_read_as_they_stand() {
        assertThat(tenant.terms())
                .isEqualTo(new Terms(
                        tenant.terms().sellers(),
                        List.of(
                                new ContractRule(
                                        new DealCondition(Set.of(), Set.of(BuyerKind.PERSON), Map.of()),
                                        "Договор розничной продажи",
                                        Choice.ANY_OPEN,
                                        Term.STANDING),
                                new ContractRule(
                                        DealCondition.ANY, "Договор поставки {год}", Choice.BY_NAME, Term.YEARLY)),
                        new ItemPolicy(
                                List.of(ItemKey.ARTICLE, ItemKey.BARCODE, ItemKey.NAME),
                                Unknown.CREATE,
                                new NewItems("Товар", "Услуга", "Из CRM")),
                        new Admission(
                                Instant.parse("2025-12-31T21:00:00Z"),
                                Set.of("проба"),
                                Map.of("UF_CRM_TEST", Set.of("Y"))),
                        Set.of("RUB", "USD"),
                        OutdatedVat.REMARK,
                        Lost.LEAVE,
                        Won.LEAVE,
                        Mode.REHEARSAL));
    }

    @Test
    void the_portals_fields_are_those_of_the_preset_with_the_tenants_over_them() {
        assertThat(tenant.crm().fields())
                .hasSize(DealField.values().length)
                .containsEntry(DealField.ORDER_NUMBER, "UF_CRM_ORDER_NO")
                .containsEntry(DealField.ORDER_LINK, "UF_CRM_C1_ORDER_LINK")
                .containsEntry(DealField.SHIPMENT_NUMBER, "UF_CRM_C1_SHIPMENT_NUMBER")
                .containsEntry(DealField.SHIPMENT_DATE, "UF_CRM_C1_SHIPMENT_DATE")
                .containsEntry(DealField.SHIPMENT_SUM, "UF_CRM_C1_SHIPMENT_SUM")
                .containsEntry(DealField.SHIPMENT_LINK, "UF_CRM_C1_SHIPMENT_LINK")
                .containsEntry(DealField.TAX_INVOICE_NUMBER, "UF_CRM_C1_TAX_INVOICE_NUMBER")
                .containsEntry(DealField.HANDED_OVER, "UF_CRM_C1_HANDED_OVER");
        assertThat(tenant.crm().productFields())
                .isEqualTo(Map.of(ProductField.ARTICLE, "property98", ProductField.BARCODE, "property99"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tenant", "trade-11", "erp-2"})
    void ten_lines_mean_one_seller_everything_paid_ahead_and_nothing_withheld_but_trials(String file) {
        Tenant demo = read("demo/" + file + ".yaml");

        assertThat(demo.terms())
                .isEqualTo(new Terms(
                        List.of(OwnCompany.only(COMPANY)),
                        List.of(),
                        ItemPolicy.byName(file.equals("tenant") ? Unknown.DESCRIBE : Unknown.ASK_PEOPLE),
                        new Admission(Instant.MIN, Set.of("тест", "test"), Map.of()),
                        Set.of("RUB"),
                        OutdatedVat.ASK_PEOPLE,
                        Lost.WITHDRAW,
                        Won.TELL,
                        Mode.LIVE));
        assertThat(demo.scenarios())
                .hasSize(2)
                .allSatisfy(scenario -> assertThat(scenario.onProblem()).isEqualTo(new OnProblem.Stay()));
        assertThat(demo.scenarios().getFirst().aim())
                .isInstanceOfSatisfying(
                        Aim.Agree.class, agree -> assertThat(agree.payment()).isEqualTo(PaymentTerms.WHOLE_AHEAD));
        assertThat(demo.scenarios().getLast().aim())
                .isInstanceOfSatisfying(
                        Aim.Deliver.class,
                        deliver -> assertThat(deliver.paper()).isEqualTo(Paper.TAX_INVOICE));
        assertThat(demo.crm().fields().containsKey(DealField.ORDER_NUMBER)).isEqualTo(!file.equals("tenant"));
        assertThat(demo.crm().productFields()).isEmpty();
    }
}
