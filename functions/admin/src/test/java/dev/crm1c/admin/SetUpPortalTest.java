package dev.crm1c.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.InMemoryPortals;
import dev.crm1c.model.fake.InMemoryTenants;
import dev.crm1c.model.fake.RecordingJournal;
import dev.crm1c.model.fake.RecordingSetUp;
import dev.crm1c.model.fake.SettableClock;
import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.portal.OurAddress;
import dev.crm1c.model.portal.Pace;
import dev.crm1c.model.portal.Pipeline;
import dev.crm1c.model.portal.Pipeline.Meaning;
import dev.crm1c.model.portal.Pipeline.Stage;
import dev.crm1c.model.portal.PortalDiagnosis;
import dev.crm1c.model.portal.PortalDiagnosis.Vitals;
import dev.crm1c.model.portal.PortalDiagnosis.Way;
import dev.crm1c.model.portal.PortalFinding;
import dev.crm1c.model.portal.PortalFinding.Part;
import dev.crm1c.model.portal.PortalFinding.Reason;
import dev.crm1c.model.portal.RequisitePreset.Kind;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SetUpPortalTest {
    private static final LegalIdentity SELLER =
            new LegalIdentity.SoleTrader(Inn.parse("500100732259").orElseThrow());

    private final InMemoryTenants tenants = new InMemoryTenants();
    private final InMemoryPortals portals = new InMemoryPortals();
    private final RecordingSetUp setUp = new RecordingSetUp();
    private final RecordingJournal journal = new RecordingJournal();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T10:00:00Z"));
    private PortalDiagnosis diagnosis = new PortalDiagnosis(
            List.of(), new Vitals.Known(Way.INCOMING_WEBHOOK, Set.of("crm"), Pace.USUAL), List.of());
    private AdminHandler admin;

    @BeforeEach
    void theDemoTenant() {
        tenants.put(DemoTenant.of("bitrix24", Unknown.DESCRIBE));
        var check = new CheckPortal(tenants, _ -> diagnosis, journal);
        admin = new AdminHandler(null, null, check, new SetUpPortal(tenants, setUp, portals, check));
    }

    private Map<String, Object> run(String task) {
        return admin.handleRequest(Map.of("task", task, "tenant", "demo"), null);
    }

    @Test
    void a_portal_of_a_webhook_gets_its_fields_and_is_examined() {
        Map<String, Object> answer = run("set-up-crm");

        assertThat((List<?>) answer.get("pieces"))
                .isNotEmpty()
                .allSatisfy(piece -> assertThat(piece.toString()).contains("DEAL_FIELD", "MADE"));
        assertThat(setUp.bound).isEmpty();
        assertThat(answer.get("report"))
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .contains("Портал подключён исправно: права, поля, воронки и реквизиты на месте.");
        assertThat(journal.lines).containsExactly("examined portal of demo");
    }

    @Test
    void a_portal_that_reaches_us_gets_bindings_too() {
        var ours = URI.create("https://api.example/crm/bitrix24/demo");
        portals.reachesUsAt(DemoTenant.ID, new OurAddress.Known(ours));

        run("set-up-crm");

        assertThat(setUp.bound).containsExactly(ours);
    }

    @Test
    void a_portal_that_stops_in_the_middle_is_told_by_the_examination() {
        setUp.nextStops(new Outcome.Later(clock.instant(), Delay.CRM_ACCESS_REFUSED));
        diagnosis = new PortalDiagnosis(
                List.of(new PortalFinding.NotCallable(Reason.WEBHOOK_DEAD)), new Vitals.Unknown(), List.of());

        Map<String, Object> answer = run("set-up-crm");

        assertThat((List<?>) answer.get("pieces")).isEmpty();
        assertThat(answer.get("findings").toString())
                .contains("NotCallable", "STOPS_EVERYTHING", "портал не узнаёт вебхук");
    }

    @Test
    void stages_that_speak_of_invoices_are_proposed() {
        diagnosis = new PortalDiagnosis(
                List.of(),
                new Vitals.Unknown(),
                List.of(
                        pipeline(
                                "0", "Продажи", "NEW:Новая", "PREPAYMENT_INVOICE:В работе", "EXECUTING:Выставить счёт"),
                        pipeline("3", "Сервис", "C3:NEW:Новая", "C3:PREPAYMENT_INVOICE:Подготовка"),
                        pipeline("5", "Кадры", "C5:NEW:Отклик", "C5:1:Собеседование")));

        assertThat(run("check-crm").get("suggestions").toString())
                .contains("  - when: {pipeline: 0, stage: \"EXECUTING\"}")
                .contains("  - when: {pipeline: 3, stage: \"C3:PREPAYMENT_INVOICE\"}")
                .doesNotContain("C5");
    }

    @Test
    void a_later_stage_that_speaks_of_delivery_is_proposed_with_its_documents() {
        diagnosis = new PortalDiagnosis(
                List.of(),
                new Vitals.Unknown(),
                List.of(
                        pipeline(
                                "0", "Продажи", "NEW:Доставка?", "P:Счёт", "FINAL_INVOICE:Счёт и прочее", "X:Отгрузка"),
                        pipeline("3", "Сервис", "C3:P:Оплата", "C3:FINAL_INVOICE:Готово"),
                        pipeline("5", "Склад", "C5:NEW:Отгрузка")));

        assertThat(run("check-crm").get("suggestions"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .extracting("line")
                .containsExactly(
                        "  - when: {pipeline: 0, stage: \"P\"}",
                        "  - when: {pipeline: 0, stage: \"X\"}\n    make: [realization, tax-invoice]",
                        "  - when: {pipeline: 3, stage: \"C3:P\"}",
                        "  - when: {pipeline: 3, stage: \"C3:FINAL_INVOICE\"}\n    make: [realization, tax-invoice]");
    }

    private static Pipeline pipeline(String code, String name, String... stages) {
        return new Pipeline(
                code,
                name,
                Arrays.stream(stages)
                        .map(stage -> new Stage(
                                new StageRef(code, stage.substring(0, stage.lastIndexOf(':'))),
                                stage.substring(stage.lastIndexOf(':') + 1),
                                Meaning.IN_PROGRESS))
                        .toList());
    }

    static Stream<PortalFinding> everyFinding() {
        return Stream.concat(
                Stream.concat(
                        Arrays.stream(Reason.values()).map(PortalFinding.NotCallable::new),
                        Arrays.stream(Part.values()).map(PortalFinding.PartUnreadable::new)),
                Stream.of(
                        new PortalFinding.EmployeeDismissed(),
                        new PortalFinding.ScopesMissing(Set.of("crm")),
                        new PortalFinding.NotAnAdministrator(),
                        new PortalFinding.FieldsMissing(List.of("UF_CRM_X")),
                        new PortalFinding.FieldOfOtherType("UF_CRM_X", "date", "boolean"),
                        new PortalFinding.PipelineUnknown("9"),
                        new PortalFinding.StageUnknown(new StageRef("9", "C9:NEW")),
                        new PortalFinding.SellerMissing(SELLER),
                        new PortalFinding.SellerDoubled(SELLER, 2),
                        new PortalFinding.PresetsMissing(List.of(Kind.ORGANIZATION)),
                        new PortalFinding.VatRateStrange("НДС 13%"),
                        new PortalFinding.MeasureStrange("ящик", "12345"),
                        new PortalFinding.EventsNotBound(List.of("ONCRMDEALUPDATE")),
                        new PortalFinding.RobotMissing(),
                        new PortalFinding.TabMissing(),
                        new PortalFinding.ChangeListUnused(),
                        new PortalFinding.Moved(URI.create("https://new.bitrix24.ru"))));
    }

    @ParameterizedTest
    @MethodSource("everyFinding")
    void every_finding_says_in_Russian_who_has_to_do_what(PortalFinding finding) {
        assertThat(PortalAdvice.of(finding))
                .matches("(Администратору Битрикс24|Тому, кто настраивает обмен): .{20,}\\.")
                .doesNotContain("null", "Optional", "[", "record");
    }

    @Test
    void a_stranger_is_refused() {
        assertThatThrownBy(() -> admin.handleRequest(Map.of("task", "set-up-crm", "tenant", "nobody"), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
