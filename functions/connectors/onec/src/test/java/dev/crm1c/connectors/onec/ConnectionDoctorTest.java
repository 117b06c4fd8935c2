package dev.crm1c.connectors.onec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.Diagnosis;
import dev.crm1c.model.onec.Diagnosis.SelfDescription;
import dev.crm1c.model.onec.Diagnosis.Vitals;
import dev.crm1c.model.onec.Finding;
import dev.crm1c.model.onec.Finding.Barrier;
import dev.crm1c.model.onec.Finding.Contracts;
import dev.crm1c.model.onec.Finding.Reason;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.outbound.AddressRule.Verdict;
import dev.crm1c.model.port.OneCDoctor;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.SessionMode;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.onec.DemoBase;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.OneCSimulator;
import dev.crm1c.simulators.onec.SelfSignedCertificate;
import dev.crm1c.simulators.onec.faults.Fault;
import dev.crm1c.simulators.onec.structure.Release;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each misconfiguration is found for what it is, in a base that was only read. */
@QuarkusTest
@DisplayName("The connection doctor")
class ConnectionDoctorTest {
    private static final String USER = Surroundings.USER;
    private static final String INVOICES = "Document_СчетНаОплатуПокупателю";

    @Inject
    OneCDoctor doctor;

    private OneCSimulator base;
    private DemoBase seeded;

    private Tenant tenant(OneCSettings settings) {
        base = OneCSimulator.start(settings.withLogin(USER, Surroundings.PASSWORD));
        seeded = DemoBase.seed(base.accountant());
        base.resetCounters();
        return BaseTenants.at(base.address(), settings.configuration().name(), "demo/onec", Tailoring.NONE);
    }

    private static OneCSettings accounting() {
        return OneCSettings.of("accounting-3").withLongestQuery(100_000);
    }

    @AfterEach
    void stopBase() {
        if (base != null) {
            base.close();
        }
    }

    private List<Finding> findings(Tenant tenant) {
        return doctor.examine(tenant).findings();
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting-3", "trade-11", "erp-2"})
    @DisplayName("a good base of each configuration is found healthy, by reading only, with its own description kept")
    void healthy(String configuration) {
        Tenant tenant = tenant(OneCSettings.of(configuration));

        Diagnosis diagnosis = doctor.examine(tenant);

        assertThat(diagnosis.findings()).isEmpty();
        assertThat(diagnosis.vitals())
                .isInstanceOfSatisfying(
                        Vitals.Measured.class,
                        measured -> assertThat(measured.publication()).isEqualTo(SessionMode.AUTO_USE));
        assertThat(diagnosis.metadata())
                .isInstanceOfSatisfying(
                        SelfDescription.Read.class,
                        read -> assertThat(read.lacks()).isEmpty());
        assertThat(base.requests())
                .allSatisfy(request -> assertThat(request.method()).isEqualTo("GET"));
    }

    @Test
    @DisplayName("1 an address inside our network is not called")
    void forbiddenAddress() {
        assertThat(findings(BaseTenants.at(URI.create("http://10.1.2.3/base"), "demo/onec")))
                .containsExactly(new Finding.AddressRefused(Verdict.HTTPS_REQUIRED));
        assertThat(findings(BaseTenants.at(URI.create("https://10.1.2.3/base"), "demo/onec")))
                .containsExactly(new Finding.AddressRefused(Verdict.NETWORK_FORBIDDEN));
    }

    @Test
    @DisplayName("2 a base that is off, 3 a place without a base")
    void nobodyThere() {
        Tenant off = tenant(accounting());
        base.close();
        assertThat(findings(off)).containsExactly(new Finding.NotReached(Barrier.CONNECTION_REFUSED));
        tenant(accounting());
        assertThat(findings(BaseTenants.at(base.address().resolve("/other"), "demo/onec")))
                .containsExactly(new Finding.Refused(Reason.NOTHING_PUBLISHED_THERE));
    }

    @Test
    @DisplayName("4 a certificate that nobody trusts")
    void certificate() {
        Tenant tenant =
                tenant(accounting().withTls(SelfSignedCertificate.valid().server()));
        assertThat(findings(tenant)).containsExactly(new Finding.NotReached(Barrier.CERTIFICATE));
    }

    @Test
    @DisplayName("5 a wrong password, 6 no secret at all")
    void login() {
        tenant(accounting());
        assertThat(findings(BaseTenants.at(base.address(), "demo/wrong-password")))
                .containsExactly(new Finding.Refused(Reason.WRONG_PASSWORD));
        assertThat(findings(BaseTenants.at(base.address(), "demo/absent"))).containsExactly(new Finding.NoCredential());
    }

    @Test
    @DisplayName("7 the user has no role for OData")
    void role() {
        Tenant tenant = tenant(accounting());
        base.users().user(USER).withoutODataRole();
        assertThat(findings(tenant)).containsExactly(new Finding.Refused(Reason.NO_ODATA_ROLE));
    }

    @Test
    @DisplayName("8 sets that are not published, by their names")
    void unpublished() {
        Tenant tenant = tenant(accounting()
                .withPublished(Set.of(
                        INVOICES,
                        "Catalog_Контрагенты",
                        "Catalog_Организации",
                        "Catalog_ДоговорыКонтрагентов",
                        "Catalog_Номенклатура",
                        "Catalog_БанковскиеСчета",
                        "Catalog_СтраныМира")));
        assertThat(findings(tenant))
                .contains(new Finding.SetsNotPublished(
                        List.of("Catalog_Валюты", "InformationRegister_СтатусыДокументов")));
    }

    @Test
    @DisplayName("8 a fresh base publishes nothing at all; 9 another configuration than the file says")
    void otherConfiguration() {
        tenant(OneCSettings.of("trade-11"));
        Tenant mistaken = BaseTenants.at(base.address(), "accounting-3", "demo/onec", Tailoring.NONE);
        assertThat(findings(mistaken)).contains(new Finding.OtherConfiguration("accounting-3", "trade-11"));
    }

    @Test
    @DisplayName("10 a set without right, 11 rows that are hidden")
    void rights() {
        Tenant tenant = tenant(accounting());
        base.users().user(USER).withoutRightTo("InformationRegister_СтатусыДокументов");
        UUID hidden = base.accountant().counterparty("Тайный", "5001000027", "502401001");
        base.users().user(USER).withoutRow("Catalog_Контрагенты", hidden);

        assertThat(findings(tenant))
                .contains(
                        new Finding.SetForbidden("InformationRegister_СтатусыДокументов"),
                        new Finding.RowsHidden("Catalog_Контрагенты"));
    }

    @Test
    @DisplayName("12 a wrong organization, and everything else that is missing is told in the same breath")
    void dictionaries() {
        Tenant tenant = tenant(accounting());
        base.accountant().edit("Catalog_Валюты", seeded.currency(), "Code", "810");
        Tenant other =
                withOrganization(tenant, new LegalIdentity.Organization(new Inn("7802000030"), new Kpp("780201001")));

        assertThat(findings(other))
                .containsExactlyInAnyOrder(
                        new Finding.Unready(
                                new Problem.OrganizationNotFound(other.onec().organization())),
                        new Finding.Unready(new Problem.DictionaryEntryMissing("Валюты", "643 (рубль)")));
    }

    private static Tenant withOrganization(Tenant tenant, LegalIdentity organization) {
        return BaseTenants.with(tenant, OwnCompany.only(organization)).sellingAs(OwnCompany.only(organization));
    }

    @Test
    @DisplayName(
            "13 several warehouses and none chosen, 14 an agreement that wants contracts where the scenario makes none")
    void trade() {
        Tenant tenant = tenant(OneCSettings.of("trade-11"));
        base.accountant().warehouse("Дальний");
        var withoutContract = new Tenant(
                tenant.id(),
                tenant.crm(),
                tenant.onec(),
                List.of(new Scenario("0", Set.of("WON"), Set.of(OneCKind.ORDER, OneCKind.INVOICE))),
                tenant.terms(),
                tenant.lanes());

        assertThat(findings(withoutContract))
                .containsExactlyInAnyOrder(
                        new Finding.Unready(new Problem.EntryNotChosen("Склады", "onec.use.warehouse")),
                        new Finding.AgreementDisagrees(Contracts.USED));
    }

    @Test
    @DisplayName(
            "15 an older release: a field of another type is coped with, a missing field and a missing rate are named")
    void release() {
        Tenant tenant = tenant(accounting()
                .withRelease(Release.AS_DUMPED)
                .withSingleReference(INVOICES + "_Товары", "Номенклатура", "Catalog_Номенклатура")
                .withoutProperty("Catalog_ДоговорыКонтрагентов", "СпособВыставленияДокументов"));

        Diagnosis diagnosis = doctor.examine(tenant);

        assertThat(diagnosis.findings())
                .contains(
                        new Finding.FieldsMissing(List.of("Catalog_ДоговорыКонтрагентов/СпособВыставленияДокументов")),
                        new Finding.ValuesMissing(List.of(
                                "СтавкиНДС/НДС22",
                                "СтавкиНДС/НДС22_122",
                                "СтавкиНДС/НДС5",
                                "СтавкиНДС/НДС5_105",
                                "СтавкиНДС/НДС7",
                                "СтавкиНДС/НДС7_107")));
        assertThat(diagnosis.metadata())
                .isInstanceOfSatisfying(
                        SelfDescription.Read.class,
                        read -> assertThat(read.lacks())
                                .contains(INVOICES + "/Товары/Номенклатура", "СтавкиНДС/НДС22"));
    }

    @Test
    @DisplayName("16 metadata that cannot be read while the data can")
    void metadata() {
        Tenant tenant = tenant(accounting());
        base.faults().on("GET", "$metadata").always(Fault.internalError());
        Diagnosis diagnosis = doctor.examine(tenant);
        assertThat(diagnosis.findings()).containsExactly(new Finding.MetadataUnreadable());
        assertThat(diagnosis.metadata()).isInstanceOf(SelfDescription.NotRead.class);
    }

    @Test
    @DisplayName("17 a base closed for maintenance, 18 no licence, 19 a platform being updated")
    void passing() {
        Tenant tenant = tenant(accounting());
        base.accountant().lockBase("Ведутся работы");
        assertThat(findings(tenant)).containsExactly(new Finding.Refused(Reason.MAINTENANCE));
        base.accountant().unlockBase();
        for (Map.Entry<Reason, Fault> trouble : Map.of(
                        Reason.NO_LICENCE, Fault.noFreeLicence(),
                        Reason.PLATFORM_BEING_UPDATED, Fault.versionsDiffer(),
                        Reason.NO_FREE_SESSION, Fault.noSession())
                .entrySet()) {
            base.faults().on("GET", "standard.odata").next(1, trouble.getValue());
            assertThat(findings(tenant)).containsExactly(new Finding.Refused(trouble.getKey()));
        }
    }

    @Test
    @DisplayName("20 sessions driven otherwise than the file says")
    void sessions() {
        Tenant tenant = tenant(accounting().withSessionMode(dev.crm1c.simulators.onec.http.SessionMode.USE));
        assertThat(findings(tenant)).containsExactly(new Finding.SessionsDiffer(SessionMode.CLIENT_DRIVEN));
        assertThat(base.liveSessions())
                .as("what was started to find out is ended")
                .isZero();
    }

    @Test
    @DisplayName("21 a newest document in the future: the zone is not what the file says")
    void zone() {
        Tenant tenant = tenant(accounting());
        base.accountant()
                .create(INVOICES, Map.of("Date", "2026-11-21T16:00:00", "Организация_Key", seeded.organization()));
        assertThat(findings(tenant)).singleElement().isInstanceOf(Finding.ZoneDoubtful.class);
    }
}
