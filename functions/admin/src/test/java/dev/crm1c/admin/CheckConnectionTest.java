package dev.crm1c.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.InMemoryBaseFacts;
import dev.crm1c.model.fake.InMemoryBaseShapes;
import dev.crm1c.model.fake.InMemoryTenants;
import dev.crm1c.model.fake.RecordingJournal;
import dev.crm1c.model.fake.SettableClock;
import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.Diagnosis;
import dev.crm1c.model.onec.Diagnosis.SelfDescription;
import dev.crm1c.model.onec.Diagnosis.Vitals;
import dev.crm1c.model.onec.Finding;
import dev.crm1c.model.onec.Finding.Reason;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.port.OneCDoctor;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.SessionMode;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CheckConnectionTest {
    private static final Tenant DEMO = DemoTenant.of("bitrix24", Unknown.DESCRIBE);
    private static final Vitals QUICK = new Vitals.Measured(
            7, Duration.ofMillis(3), Duration.ofMillis(5), Duration.ofMillis(40), SessionMode.AUTO_USE);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-22T03:00:00Z"));
    private final InMemoryTenants tenants = new InMemoryTenants();
    private final InMemoryBaseShapes shapes = new InMemoryBaseShapes();
    private final InMemoryBaseFacts facts = new InMemoryBaseFacts();
    private final RecordingJournal journal = new RecordingJournal();
    private Diagnosis next = healthy("one");

    private final List<LegalIdentity> examined = new ArrayList<>();
    private final Map<LegalIdentity, Finding> ofCompany = new HashMap<>();
    private final CheckConnection check = new CheckConnection(tenants, this::examine, shapes, facts, journal, clock);
    private final AdminHandler admin = new AdminHandler(null, check, null, null);

    static CheckConnection neverAsked() {
        OneCDoctor nobody = _ -> {
            throw new AssertionError("not asked");
        };
        return new CheckConnection(
                new InMemoryTenants(),
                nobody,
                new InMemoryBaseShapes(),
                new InMemoryBaseFacts(),
                new RecordingJournal(),
                new SettableClock(Instant.EPOCH));
    }

    /** {@code next}, and what is said of the company that sells. */
    private Diagnosis examine(Tenant tenant) {
        LegalIdentity seller = tenant.onec().organization();
        examined.add(seller);
        return new Diagnosis(
                Stream.concat(next.findings().stream(), Stream.ofNullable(ofCompany.get(seller)))
                        .toList(),
                next.vitals(),
                next.metadata());
    }

    private static Tenant sellingBesides(LegalIdentity second) {
        Terms terms = DEMO.terms();
        return new Tenant(
                DEMO.id(),
                DEMO.crm(),
                DEMO.onec(),
                DEMO.scenarios(),
                new Terms(
                        List.of(terms.sellers().getFirst(), OwnCompany.only(second)),
                        terms.contracts(),
                        terms.items(),
                        terms.admission(),
                        terms.currencies(),
                        terms.outdatedVat(),
                        terms.lost(),
                        terms.won(),
                        terms.mode()),
                DEMO.lanes());
    }

    private static Diagnosis healthy(String description) {
        return new Diagnosis(
                List.of(), QUICK, new SelfDescription.Read(Fingerprint.of(description), Set.of("СтавкиНДС/НДС22")));
    }

    @Test
    void a_healthy_base_is_called_so_and_its_description_kept() {
        tenants.put(DEMO);

        Map<String, Object> answer = admin.handleRequest(Map.of("task", "check-1c", "tenant", "demo"), null);

        assertThat(answer.get("findings")).isEqualTo(List.of());
        assertThat(answer.get("report").toString()).contains("Подключение исправно", "7 запросов", "autouse");
        assertThat(shapes.find(DEMO).orElseThrow().lacks()).containsExactly("СтавкиНДС/НДС22");
        assertThat(journal.lines).containsExactly("examined demo");
    }

    @Test
    void advice_says_in_russian_who_has_to_do_what() {
        tenants.put(DEMO);
        next = new Diagnosis(
                List.of(
                        new Finding.Refused(Reason.NO_ODATA_ROLE),
                        new Finding.SetsNotPublished(List.of("Catalog_Валюты", "Document_СчетНаОплатуПокупателю")),
                        new Finding.Unready(new Problem.EntryNotChosen("Склады", "onec.use.warehouse"))),
                new Vitals.NotMeasured(),
                new SelfDescription.NotRead());

        Map<String, Object> answer = admin.handleRequest(Map.of("task", "check-1c", "tenant", "demo"), null);

        assertThat(answer.get("report").toString())
                .contains(
                        "Администратору 1С: дайте пользователю обмена роль",
                        "отметьте: Справочник «Валюты», Документ «СчетНаОплатуПокупателю».",
                        "Тому, кто настраивает обмен: в справочнике «Склады» несколько");
        assertThat(answer.get("findings").toString())
                .contains("STOPS_EVERYTHING", "SetsNotPublished", "BREAKS_DOCUMENTS");
        assertThat(shapes.find(DEMO)).isEmpty();
    }

    @Test
    void an_update_of_the_base_is_noticed_and_what_was_known_of_it_forgotten() {
        tenants.put(DEMO);
        check.check(DEMO.id());
        facts.put(DEMO, new OneCBase(Map.of(), Set.of()), clock.instant().plusSeconds(60));
        check.check(DEMO.id());
        assertThat(facts.find(DEMO, clock.instant())).as("the same base").isPresent();

        next = healthy("another");

        assertThat(check.check(DEMO.id()).orElseThrow().findings()).containsExactly(new Finding.BaseUpdated());
        assertThat(facts.find(DEMO, clock.instant())).isEmpty();
    }

    @Test
    void each_company_that_sells_is_examined_and_what_is_true_of_the_base_is_told_once() {
        var second = new LegalIdentity.SoleTrader(new Inn("500100732259"));
        tenants.put(sellingBesides(second));
        next = new Diagnosis(
                List.of(
                        new Finding.SetsNotPublished(List.of("Catalog_Валюты")),
                        new Finding.Slow(Duration.ofSeconds(4))),
                next.vitals(),
                next.metadata());
        ofCompany.put(DemoTenant.SELLER, new Finding.Unready(new Problem.OrganizationNotFound(DemoTenant.SELLER)));
        ofCompany.put(second, new Finding.Unready(new Problem.OrganizationHasNoBankAccount(second)));

        Map<String, Object> answer = admin.handleRequest(Map.of("task", "check-1c", "tenant", "demo"), null);

        assertThat(examined).containsExactly(DemoTenant.SELLER, second);
        assertThat((List<?>) answer.get("findings")).hasSize(4);
        assertThat(answer.get("report").toString())
                .contains(
                        "в базе нет организации с ИНН 7700000016 и КПП 773601001. Исправьте onec.organization или",
                        "Бухгалтеру: у организации с ИНН 500100732259 не указан банковский счёт.");
        assertThat(journal.lines).containsExactly("examined demo SetsNotPublished Slow Unready Unready");
    }

    @Test
    void a_base_that_cannot_be_reached_is_not_asked_again_for_the_next_company() {
        tenants.put(sellingBesides(new LegalIdentity.SoleTrader(new Inn("500100732259"))));
        next = new Diagnosis(
                List.of(new Finding.Refused(Reason.WRONG_PASSWORD)),
                new Vitals.NotMeasured(),
                new SelfDescription.NotRead());

        assertThat(check.check(DEMO.id()).orElseThrow().findings()).hasSize(1);
        assertThat(examined).containsExactly(DemoTenant.SELLER);
    }

    @Test
    void a_round_examines_who_was_not_examined_today_while_there_is_time() {
        tenants.put(DEMO);

        assertThat(check.checkStale(() -> false)).isZero();
        assertThat(check.checkStale(() -> true)).isEqualTo(1);
        clock.advance(Duration.ofHours(19));
        assertThat(check.checkStale(() -> true)).isZero();
        clock.advance(Duration.ofHours(2));
        assertThat(check.checkStale(() -> true)).isEqualTo(1);
    }

    @Test
    void an_unknown_tenant_and_an_unknown_task_are_told() {
        assertThatThrownBy(() -> admin.handleRequest(Map.of("task", "check-1c", "tenant", "nobody"), null))
                .hasMessage("no such tenant");
        assertThatThrownBy(() -> admin.handleRequest(Map.of("task", "dance"), null))
                .hasMessageContaining("check-1c");
    }
}
