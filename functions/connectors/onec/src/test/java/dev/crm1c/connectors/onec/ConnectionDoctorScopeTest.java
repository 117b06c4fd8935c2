package dev.crm1c.connectors.onec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.onec.Diagnosis;
import dev.crm1c.model.onec.Diagnosis.SelfDescription;
import dev.crm1c.model.onec.Finding;
import dev.crm1c.model.onec.ItemKey;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.port.OneCDoctor;
import dev.crm1c.model.tenant.ItemPolicy;
import dev.crm1c.model.tenant.ItemPolicy.NewItems;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms;
import dev.crm1c.simulators.onec.OneCSettings;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the doctor asks of a base depends on what the tenant makes there. */
@QuarkusTest
class ConnectionDoctorScopeTest extends InASellingBase {
    private static final String REALIZATIONS = "Document_РеализацияТоваровУслуг";
    private static final String RESERVES = "AccumulationRegister_ЗапасыИПотребности";

    @Inject
    OneCDoctor doctor;

    private Diagnosis examine(Set<OneCKind> makes, String... hidden) {
        return examine(
                makes, Terms.usual(OwnCompany.only(DemoTenant.SELLER), ItemPolicy.byName(Unknown.DESCRIBE)), hidden);
    }

    private Diagnosis examine(Set<OneCKind> makes, Terms terms, String... hidden) {
        Set<String> shown = ConfigurationStructure.of("trade-11").sets().stream()
                .filter(set -> !List.of(hidden).contains(set))
                .collect(Collectors.toUnmodifiableSet());
        Tenant tenant = tenant(OneCSettings.of("trade-11").withPublished(shown), Tailoring.NONE);
        return doctor.examine(new Tenant(
                tenant.id(),
                tenant.crm(),
                tenant.onec(),
                List.of(new Scenario("0", Set.of("WON"), makes)),
                terms,
                tenant.lanes()));
    }

    @Test
    @DisplayName(
            "nobody has to publish documents that he does not make; a register of the books that is hidden is kept in mind")
    void onlyWhatIsMade() {
        Diagnosis diagnosis =
                examine(EnumSet.of(OneCKind.CONTRACT, OneCKind.ORDER, OneCKind.INVOICE), REALIZATIONS, RESERVES);

        assertThat(diagnosis.findings()).isEmpty();
        assertThat(diagnosis.metadata())
                .isInstanceOfSatisfying(
                        SelfDescription.Read.class,
                        read -> assertThat(read.lacks()).containsExactly(RESERVES));
    }

    @Test
    @DisplayName("barcodes, rates, kinds and units are asked of the base where the tenant's terms need them")
    void whatTheTermsNeed() {
        List<String> needed = List.of(
                "Catalog_ВидыНоменклатуры",
                "Catalog_УпаковкиЕдиницыИзмерения",
                "InformationRegister_ОтносительныеКурсыВалют",
                "InformationRegister_ШтрихкодыНоменклатуры");
        Set<OneCKind> makes = EnumSet.of(OneCKind.CONTRACT, OneCKind.ORDER);
        assertThat(examine(makes, needed.toArray(String[]::new)).findings()).isEmpty();

        Terms terms =
                terms(new ItemPolicy(List.of(ItemKey.BARCODE), Unknown.CREATE, NewItems.UNSAID), Set.of("RUB", "CNY"));
        base.close();
        assertThat(examine(makes, terms, needed.toArray(String[]::new)).findings())
                .containsExactly(new Finding.SetsNotPublished(needed));
    }

    private static Terms terms(ItemPolicy items, Set<String> currencies) {
        Terms usual = Terms.usual(OwnCompany.only(DemoTenant.SELLER), items);
        return new Terms(
                usual.sellers(),
                usual.contracts(),
                items,
                usual.admission(),
                currencies,
                usual.outdatedVat(),
                usual.lost(),
                usual.won(),
                usual.mode());
    }

    @Test
    @DisplayName("who makes realizations is told that they are not published")
    void realizations() {
        assertThat(examine(EnumSet.of(OneCKind.CONTRACT, OneCKind.ORDER, OneCKind.REALIZATION), REALIZATIONS)
                        .findings())
                .containsExactly(new Finding.SetsNotPublished(List.of(REALIZATIONS)));
    }
}
