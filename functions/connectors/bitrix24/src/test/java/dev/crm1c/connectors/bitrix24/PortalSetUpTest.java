package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.Kpp;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.port.CrmDoctor;
import dev.crm1c.model.port.CrmSetUp;
import dev.crm1c.model.port.RequestBudget.Grant;
import dev.crm1c.model.portal.ChangeChannel;
import dev.crm1c.model.portal.Piece;
import dev.crm1c.model.portal.Piece.Sort;
import dev.crm1c.model.portal.Piece.Standing;
import dev.crm1c.model.portal.PortalDiagnosis;
import dev.crm1c.model.portal.PortalDiagnosis.Vitals;
import dev.crm1c.model.portal.PortalDiagnosis.Way;
import dev.crm1c.model.portal.PortalFinding;
import dev.crm1c.model.portal.PortalFinding.Reason;
import dev.crm1c.model.tenant.CrmConnection;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.Scenario;
import dev.crm1c.model.tenant.Scenario.OnProblem;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.bitrix24.PortalSettings;
import dev.crm1c.simulators.bitrix24.fault.Fault;
import dev.crm1c.simulators.bitrix24.limit.Plan.Feature;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a portal needs is made once, and what is wrong with it is found by reading. */
@QuarkusTest
class PortalSetUpTest extends HostingAnApplication {
    @Inject
    CrmSetUp setUp;

    @Inject
    CrmDoctor doctor;

    @Override
    PortalSettings settings() {
        return PortalSettings.defaults().withScopes("crm", "catalog", "user_brief");
    }

    @BeforeEach
    void aSeller() {
        long company = salesperson.myCompany("ООО Продавец");
        salesperson.requisite(company, "7700000016", "773601001", "Продавец", "ООО «Продавец»", "1157800000027");
    }

    private static List<Standing> standings(List<Piece> pieces) {
        return pieces.stream().map(Piece::standing).distinct().toList();
    }

    private List<PortalFinding> findings(Tenant tenant) {
        return doctor.examine(tenant).findings();
    }

    @Test
    void the_deals_fields_are_made_once() {
        assertThat(findings(tenant()))
                .contains(new PortalFinding.FieldsMissing(
                        tenant().crm().fields().values().stream().sorted().toList()));

        assertThat(standings(got(setUp.fields(tenant())))).containsExactly(Standing.MADE);
        int before = portal.requestCount();
        assertThat(standings(got(setUp.fields(tenant())))).containsExactly(Standing.WAS_THERE);
        assertThat(portal.requestCount() - before).as("a look and no more").isEqualTo(1);
        assertThat(findings(tenant())).isEmpty();
    }

    @Test
    void a_webhook_binds_nothing() {
        assertThat(got(setUp.application(tenant(), OURS))).isEmpty();
    }

    @Test
    void an_application_binds_all_that_it_wants_once_and_again_after_an_update() {
        Tenant tenant = application("crm", "catalog", "bizproc", "placement");
        got(setUp.fields(tenant));

        List<Piece> first = got(setUp.application(tenant, OURS));
        assertThat(first).allSatisfy(piece -> assertThat(piece.standing()).isEqualTo(Standing.MADE));
        assertThat(first).extracting(Piece::sort).contains(Sort.EVENT, Sort.ROBOT, Sort.TAB, Sort.CHANGE_LIST);
        assertThat(portals.find(DemoTenant.ID).channel()).isEqualTo(ChangeChannel.CHANGE_LIST_WITHOUT_OUR_OWN);
        assertThat(standings(got(setUp.application(tenant, OURS)))).containsExactly(Standing.WAS_THERE);
        assertThat(findings(tenant)).isEmpty();

        portal.applications().update("local.crm1c");
        assertThat(findings(tenant)).hasAtLeastOneElementOfType(PortalFinding.EventsNotBound.class);
        assertThat(got(setUp.application(tenant, OURS)))
                .extracting(Piece::standing)
                .contains(Standing.MADE);
        assertThat(findings(tenant)).isEmpty();
    }

    @Test
    void a_plan_without_lists_keeps_to_events() {
        portal.plan().without(Feature.REST_OFFLINE_EXTENDED);
        Tenant tenant = application("crm", "catalog", "bizproc", "placement");

        List<Piece> pieces = got(setUp.application(tenant, OURS));

        assertThat(pieces).extracting(Piece::sort).doesNotContain(Sort.CHANGE_LIST);
        assertThat(portals.find(DemoTenant.ID).channel()).isEqualTo(ChangeChannel.EVENTS);
    }

    @Test
    void an_application_that_has_bound_nothing_is_told_what_it_lacks() {
        Tenant tenant = application("crm");
        got(setUp.fields(tenant));

        assertThat(findings(tenant))
                .contains(
                        new PortalFinding.ScopesMissing(Set.of("bizproc", "placement")),
                        new PortalFinding.RobotMissing(),
                        new PortalFinding.TabMissing(),
                        new PortalFinding.ChangeListUnused(),
                        new PortalFinding.EventsNotBound(Bitrix24Event.listened()));
    }

    @Test
    void an_employee_who_is_no_administrator_makes_no_fields() {
        portal.users().demote(1);

        assertThat(standings(got(setUp.fields(tenant())))).containsExactly(Standing.REFUSED);
        assertThat(findings(tenant())).contains(new PortalFinding.NotAnAdministrator());
    }

    @Test
    void pipelines_and_stages_that_the_tenant_file_names_must_be_there() {
        got(setUp.fields(tenant()));
        Tenant demo = tenant();
        Set<OneCKind> makes = demo.makes();
        var wrong = new Tenant(
                demo.id(),
                demo.crm(),
                demo.onec(),
                List.of(
                        new Scenario("0", Set.of("EXECUTING", "INVOICED"), makes),
                        new Scenario(
                                "0",
                                Set.of("FINAL_INVOICE"),
                                demo.scenarios().getFirst().aim(),
                                new OnProblem.MoveTo("MENDING")),
                        new Scenario("99", Set.of("C99:NEW"), makes)),
                demo.terms(),
                demo.lanes());

        assertThat(findings(wrong))
                .containsExactlyInAnyOrder(
                        new PortalFinding.StageUnknown(new StageRef("0", "INVOICED")),
                        new PortalFinding.StageUnknown(new StageRef("0", "MENDING")),
                        new PortalFinding.PipelineUnknown("99"));
    }

    @Test
    void the_seller_must_be_there_and_only_once() {
        got(setUp.fields(tenant()));
        long twin = salesperson.myCompany("ООО Двойник");
        salesperson.requisite(twin, "7700000016", "773601001", "Двойник", "ООО «Двойник»", "1157800000027");

        assertThat(findings(tenant()))
                .containsExactly(new PortalFinding.SellerDoubled(tenant().onec().organization(), 2));
    }

    @Test
    void each_own_company_must_be_there() {
        got(setUp.fields(tenant()));
        var other = new LegalIdentity.Organization(new Inn("7707083893"), new Kpp("773601001"));
        Tenant both =
                with(tenant(), terms -> sellers(terms, OwnCompany.only(DemoTenant.SELLER), OwnCompany.only(other)));

        assertThat(findings(both)).containsExactly(new PortalFinding.SellerMissing(other));
    }

    @Test
    void a_field_of_another_type_is_found_and_left_alone() {
        Tenant demo = tenant();
        var titled = new CrmConnection(
                demo.crm().system(),
                demo.crm().address(),
                demo.crm().secret(),
                Set.of(),
                Map.of(DealField.INVOICE_DATE, "CONTACT_ID"),
                Map.of());
        var tenant = new Tenant(demo.id(), titled, demo.onec(), demo.scenarios(), demo.terms(), demo.lanes());

        assertThat(standings(got(setUp.fields(tenant)))).containsExactly(Standing.WAS_THERE);
        assertThat(findings(tenant)).hasExactlyElementsOfTypes(PortalFinding.FieldOfOtherType.class);
    }

    @Test
    void what_keeps_a_portal_from_answering_is_told_apart() {
        assertThat(findings(with("demo/wrong"))).containsExactly(notCallable(Reason.WEBHOOK_DEAD));
        assertThat(findings(with("demo/none"))).containsExactly(notCallable(Reason.NO_SECRET));
        assertThat(findings(with("demo/hosted"))).containsExactly(notCallable(Reason.APPLICATION_NOT_INSTALLED));
        assertThat(findings(tenantAt(URI.create("http://127.0.0.1:1"), "demo/crm")))
                .containsExactly(notCallable(Reason.UNREACHABLE));
        portal.faults().onAny().next(1, Fault.overloadLimit());
        assertThat(findings(tenant())).containsExactly(notCallable(Reason.BLOCKED));
        portal.faults().onAny().next(1, Fault.portalDeleted());
        assertThat(findings(tenant())).containsExactly(notCallable(Reason.PORTAL_CLOSED));
        portal.faults().onAny().next(1, Fault.badGatewayPage());
        assertThat(findings(tenant())).containsExactly(notCallable(Reason.NOT_UNDERSTOOD));
        budget.next = new Grant.ComeBackAt(Surroundings.NOW);
        assertThat(findings(tenant())).containsExactly(notCallable(Reason.BUSY));
        budget.next = new Grant.Granted();
        portal.plan().endRest();
        assertThat(findings(tenant())).containsExactly(notCallable(Reason.NOT_IN_PLAN));
    }

    private static PortalFinding notCallable(Reason reason) {
        return new PortalFinding.NotCallable(reason);
    }

    @Test
    void a_dismissed_employees_webhook_is_told() {
        portal.users().dismiss(1);

        assertThat(findings(tenant()))
                .singleElement()
                .satisfiesAnyOf(
                        finding -> assertThat(finding).isEqualTo(notCallable(Reason.WEBHOOK_DEAD)),
                        finding -> assertThat(finding).isEqualTo(notCallable(Reason.NO_RIGHT)),
                        finding -> assertThat(finding).isEqualTo(new PortalFinding.EmployeeDismissed()));
    }

    @Test
    void an_examination_says_in_whose_name_it_was_made_and_changes_nothing() {
        got(setUp.fields(tenant()));
        portal.resetCounters();

        PortalDiagnosis diagnosis = doctor.examine(tenant());

        assertThat(diagnosis.vitals()).isInstanceOfSatisfying(Vitals.Known.class, known -> {
            assertThat(known.way()).isEqualTo(Way.INCOMING_WEBHOOK);
            assertThat(known.scopes()).containsExactlyInAnyOrder("crm", "catalog", "user_brief");
        });
        assertThat(diagnosis.pipelines()).isNotEmpty();
        assertThat(portal.requests())
                .flatExtracting(
                        request -> request.commands().isEmpty() ? List.of(request.method()) : request.commands())
                .allSatisfy(method -> assertThat(Effect.of(method)).isEqualTo(Effect.READS));
    }
}
