package dev.crm1c.crmapp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.Problem;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.sync.Work.Parking;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import dev.crm1c.model.tenant.Terms;
import dev.crm1c.model.tenant.Terms.Mode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TabWordingTest {
    private static final Instant NOON = Instant.parse("2026-11-21T09:00:00Z");
    private static final CrmRef DEAL = new CrmRef(CrmKind.DEAL, "8061");
    private static final Tenant DEMO = DemoTenant.of("bitrix24", Unknown.DESCRIBE);
    private static final Work UNSEEN = Work.unseen(new TenantId("demo"), DEAL);

    private static List<String> lines(Work work, Standing.Document... documents) {
        return TabWording.of(DEMO).standing(new Standing(work, List.of(documents)));
    }

    private static Work parked(String reason, CrmRef... waitsFor) {
        return UNSEEN.lookedAt(NOON).with(new Parking.Parked(NOON.plusSeconds(3600), reason, 1, Set.of(waitsFor)));
    }

    @Test
    void a_deal_that_was_never_looked_at_says_so() {
        assertThat(lines(UNSEEN)).containsExactly("Эта сделка в 1С ещё не передавалась.");
    }

    @Test
    void a_deal_that_waits_for_people_says_for_what_since_when_and_until_when() {
        assertThat(lines(parked(
                        "InnMissing,KppMissing,NoLines",
                        new CrmRef(CrmKind.REQUISITE, "5"),
                        new CrmRef(CrmKind.COMPANY, "77"))))
                .containsExactly(
                        "Сделка ждёт исправлений: реквизиты компании; товары и услуги. Что именно сделать, написано в ленте сделки.",
                        "Как только изменится компания № 77, реквизит № 5, сделка проверится сама.",
                        "Следующая проверка: 21.11.2026 13:00.",
                        "Последняя проверка: 21.11.2026 12:00.");
    }

    @ParameterizedTest
    @EnumSource
    void every_delay_has_words(Delay delay) {
        assertThat(lines(parked(delay.name())).getFirst())
                .doesNotContain(delay.name())
                .doesNotContain("исправлений");
    }

    static Stream<Class<?>> problems() {
        return leaves(Problem.class);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(TabWordingTest::leaves)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("problems")
    void every_problem_has_words_of_its_own(Class<?> problem) {
        assertThat(ProblemTopics.of(problem.getSimpleName())).isNotEqualTo(ProblemTopics.OTHER);
    }

    @Test
    void a_code_of_a_former_release_is_worded_without_being_shown() {
        assertThat(lines(parked("SomethingOld")).getFirst())
                .contains(ProblemTopics.OTHER)
                .doesNotContain("Old");
    }

    @Test
    void documents_on_their_way_say_how_far_they_are() {
        var ref = new OneCRef(OneCKind.INVOICE, new UUID(0, 1));
        var facts = new DocumentFacts("1", LocalDateTime.of(2026, 11, 21, 10, 0), new Money(100));
        var written = new Link.Written(ref, Fingerprint.of("asked"), Fingerprint.of("found"), facts);
        assertThat(lines(
                        UNSEEN,
                        new Standing.Document(OneCKind.ORDER, written),
                        new Standing.Document(
                                OneCKind.ORDER,
                                new Link.Changing(written, Fingerprint.of("new"), Fingerprint.of("meant"), NOON)),
                        new Standing.Document(OneCKind.INVOICE, new Link.Planned(new Link.Claim(DEAL, NOON))),
                        new Standing.Document(OneCKind.ACT, new Link.Created(ref)),
                        new Standing.Document(OneCKind.INVOICE, new Link.Withdrawn(ref, facts)),
                        new Standing.Document(OneCKind.INVOICE, new Link.ComingBack(ref, facts))))
                .containsExactly(
                        "Заказ клиента: записан в 1С, сверяется со сделкой.",
                        "Заказ клиента: меняется в 1С вслед за сделкой.",
                        "Счёт на оплату: создаётся в 1С с 21.11.2026 12:00.",
                        "Акт: записан в 1С, ещё не проведён.",
                        "Счёт на оплату: отменён в 1С, потому что сделка проиграна.",
                        "Счёт на оплату: возвращается в 1С вслед за сделкой.");
    }

    private static Tenant with(Set<String> currencies, Mode mode) {
        Terms terms = DEMO.terms();
        return new Tenant(
                DEMO.id(),
                DEMO.crm(),
                DEMO.onec(),
                DEMO.scenarios(),
                new Terms(
                        terms.sellers(),
                        terms.contracts(),
                        terms.items(),
                        terms.admission(),
                        currencies,
                        terms.outdatedVat(),
                        terms.lost(),
                        terms.won(),
                        mode),
                DEMO.lanes());
    }

    private static String sumFor(Tenant tenant) {
        var invoice = new Link.Verified(
                new OneCRef(OneCKind.INVOICE, new UUID(0, 1)),
                Fingerprint.of("a"),
                Fingerprint.of("b"),
                new DocumentFacts("7", LocalDateTime.parse("2026-11-20T12:00:00"), new Money(12_345)),
                List.of());
        return TabWording.of(tenant)
                .standing(new Standing(UNSEEN, List.of(new Standing.Document(OneCKind.INVOICE, invoice))))
                .getFirst();
    }

    @Test
    void a_sum_has_a_currency_only_where_there_is_but_one() {
        assertThat(sumFor(DEMO)).endsWith("на сумму 123,45 ₽.");
        assertThat(sumFor(with(Set.of("RUB", "USD"), Mode.LIVE))).endsWith("на сумму 123,45.");
        assertThat(sumFor(with(Set.of("USD"), Mode.LIVE))).endsWith("на сумму 123,45.");
    }

    @Test
    void a_rehearsal_says_that_nothing_is_written() {
        assertThat(TabWording.of(with(Set.of("RUB"), Mode.REHEARSAL)).standing(new Standing(UNSEEN, List.of())))
                .containsExactly("Пробный режим: в 1С ничего не записывается.", "Эта сделка в 1С ещё не передавалась.");
    }
}
