package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.connectors.bitrix24.Surroundings.SwitchedBudget;
import dev.crm1c.model.deal.Buyer;
import dev.crm1c.model.deal.Deal;
import dev.crm1c.model.deal.DealLine;
import dev.crm1c.model.deal.DealReading;
import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.RequestBudget.Grant;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.CrmConnection;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.SecretName;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Tenant.UnknownItems;
import dev.crm1c.simulators.bitrix24.Bitrix24Simulator;
import dev.crm1c.simulators.bitrix24.DemoPortal;
import dev.crm1c.simulators.bitrix24.PortalSettings;
import dev.crm1c.simulators.bitrix24.Salesperson;
import dev.crm1c.simulators.bitrix24.crm.ProductRow;
import dev.crm1c.simulators.bitrix24.crm.TimelineComment;
import dev.crm1c.simulators.bitrix24.fault.Fault;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The connector against the stand-in that was built from the reference alone. */
@QuarkusTest
class Bitrix24CrmTest {
    @Inject
    Crm crm;

    @Inject
    SwitchedBudget budget;

    private Bitrix24Simulator portal;
    private Salesperson salesperson;

    @BeforeEach
    void startPortal() {
        portal = Bitrix24Simulator.start(PortalSettings.defaults().withWebhookSecret(Surroundings.WEBHOOK_SECRET));
        salesperson = portal.salesperson();
        budget.next = new Grant.Granted();
        budget.refusals.clear();
    }

    @AfterEach
    void stopPortal() {
        portal.close();
    }

    private Tenant tenant() {
        return tenantAt(portal.address(), "demo/crm");
    }

    private static Tenant tenantAt(URI address, String secret) {
        Tenant demo = DemoTenant.of("bitrix24", UnknownItems.DESCRIBE);
        var connection = new CrmConnection(
                demo.crm().system(),
                address,
                new SecretName(secret),
                Set.of(),
                Map.of(
                        DealField.INVOICE_NUMBER, "UF_CRM_C1_INVOICE_NUMBER",
                        DealField.INVOICE_DATE, "UF_CRM_C1_INVOICE_DATE",
                        DealField.INVOICE_SUM, "UF_CRM_C1_INVOICE_SUM",
                        DealField.INVOICE_LINK, "UF_CRM_C1_INVOICE_LINK"));
        return new Tenant(demo.id(), connection, demo.onec(), demo.scenarios(), demo.unknownItems(), demo.lanes());
    }

    private static CrmRef ref(long deal) {
        return new CrmRef(CrmKind.DEAL, Long.toString(deal));
    }

    private Deal read(long deal) {
        DealReading reading = got(crm.readDeal(tenant(), ref(deal)));
        assertThat(reading).isInstanceOf(DealReading.Present.class);
        return ((DealReading.Present) reading).deal();
    }

    private static <T> T got(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Got.class);
        return ((Reply.Got<T>) reply).value();
    }

    private static Outcome stopped(Reply<?> reply) {
        assertThat(reply).isInstanceOf(Reply.Stopped.class);
        return ((Reply.Stopped<?>) reply).outcome();
    }

    private static Outcome later(Duration pause, Delay why) {
        return new Outcome.Later(Surroundings.NOW.plus(pause), why);
    }

    @Test
    @DisplayName("bitrix24.md §4.5: a deal with its rows, company and requisites is one request")
    void a_whole_deal_is_read_in_one_request() {
        DemoPortal demo = DemoPortal.fill(salesperson);
        portal.resetCounters();

        Deal deal = read(demo.deal());

        assertThat(portal.requestCount()).isEqualTo(1);
        assertThat(deal.stage()).isEqualTo(new StageRef("0", "NEW"));
        assertThat(deal.currency()).isEqualTo("RUB");
        assertThat(deal.buyer())
                .isEqualTo(new Buyer.CompanyWithRequisites(
                        new CrmRef(CrmKind.COMPANY, Long.toString(demo.company())),
                        "5001000027",
                        "502401001",
                        "1157800000027",
                        "ООО «Северный ветер»",
                        "Общество с ограниченной ответственностью «Северный ветер»"));
        assertThat(deal.lines()).extracting(DealLine::number).containsExactly(1, 2, 3);
        assertThat(deal.lines().get(0))
                .isEqualTo(new DealLine(
                        1,
                        new DealLine.Product.FromCatalogue("101"),
                        "Кресло офисное «Норд»",
                        new BigDecimal("4"),
                        new DealLine.Price.Rubles(new BigDecimal("12990.5")),
                        new DealLine.TaxRate.Percent(new BigDecimal("22"))));
        assertThat(deal.lines().get(2).taxRate()).isEqualTo(new DealLine.TaxRate.None());
    }

    @Test
    @DisplayName("bitrix24.md §4.5: companyId 0 stops the chain, and what came before it is enough to say so")
    void a_deal_without_a_company_has_no_buyer() {
        long deal = salesperson.deal("Без компании", 0);
        salesperson.rows(deal, List.of(ProductRow.of("Товар", "10", "1")));

        assertThat(read(deal).buyer()).isEqualTo(new Buyer.Nobody());
        assertThat(read(deal).lines()).hasSize(1);
    }

    @Test
    void a_company_without_requisites_is_only_a_company() {
        long company = salesperson.company("Без реквизитов");
        long deal = salesperson.deal("Сделка", company);

        assertThat(read(deal).buyer())
                .isEqualTo(new Buyer.CompanyOnly(new CrmRef(CrmKind.COMPANY, Long.toString(company))));
        assertThat(read(deal).lines()).isEmpty();
    }

    @Test
    @DisplayName("bitrix24.md §5.6: the deal's own choice of requisites, else the first by SORT and ID")
    void the_chosen_requisites_win() {
        long company = salesperson.company("Два набора");
        long first = salesperson.requisite(company, "5001000027", "502401001", "Первые", "", "");
        long second = salesperson.requisite(company, "7802000030", "780201001", "Вторые", "", "");
        long deal = salesperson.deal("Сделка", company);

        assertThat(inn(deal)).isEqualTo("5001000027");
        salesperson.chooseRequisites(deal, second, 0, 0, 0);
        assertThat(inn(deal)).isEqualTo("7802000030");
        assertThat(first).isLessThan(second);
    }

    private String inn(long deal) {
        return ((Buyer.CompanyWithRequisites) read(deal).buyer()).inn();
    }

    @Test
    @DisplayName("bitrix24.md §4.6: pages are 50 rows, and none is lost")
    void a_deal_of_many_rows_is_read_to_the_end() {
        long deal = salesperson.deal("Много строк", salesperson.company("Компания"));
        var rows = new ArrayList<ProductRow>();
        for (int i = 1; i <= 120; i++) {
            rows.add(ProductRow.of("Строка " + i, "10", "1").withSort(i));
        }
        salesperson.rows(deal, rows);
        portal.resetCounters();

        assertThat(read(deal).lines())
                .extracting(DealLine::name)
                .containsExactlyElementsOf(Stream.iterate(1, i -> i + 1)
                        .limit(120)
                        .map(i -> "Строка " + i)
                        .toList());
        assertThat(portal.requestCount()).isEqualTo(3);
    }

    @Test
    void a_deal_that_is_not_there_is_gone() {
        assertThat(got(crm.readDeal(tenant(), ref(404)))).isEqualTo(new DealReading.Gone());
    }

    @Test
    void the_company_of_a_requisite_is_found_and_a_persons_is_not() {
        long company = salesperson.company("Компания");
        long requisite = salesperson.requisite(company, "5001000027", "502401001", "Компания", "", "");

        assertThat(got(crm.companyOf(tenant(), new CrmRef(CrmKind.REQUISITE, Long.toString(requisite)))))
                .contains(new CrmRef(CrmKind.COMPANY, Long.toString(company)));
        assertThat(got(crm.companyOf(tenant(), new CrmRef(CrmKind.REQUISITE, "404"))))
                .isEqualTo(Optional.empty());
    }

    private static Telling.Invoice invoice(String note) {
        return new Telling.Invoice(
                note,
                new DocumentFacts("00БП-000001", LocalDateTime.of(2026, 11, 21, 13, 0), new Money(10_135_232)),
                "https://1c.example/base/#e1cib/data/Документ?ref=a1&x=y+z");
    }

    @Test
    @DisplayName("bitrix24.md §5.2, §5.10: fields by their own names and one timeline entry, in one request")
    void an_invoice_is_told_in_one_request() {
        long deal = salesperson.deal("Сделка", salesperson.company("Компания"));
        portal.resetCounters();

        String note = got(crm.tell(
                tenant(), ref(deal), invoice("Счёт №1 & 100% [URL=https://x]1С[/URL]\n+ строка"), new NotePlace.New()));

        assertThat(portal.requestCount()).isEqualTo(1);
        assertThat(portal.deal(deal).path("UF_CRM_C1_INVOICE_NUMBER").asText()).isEqualTo("00БП-000001");
        assertThat(portal.deal(deal).path("UF_CRM_C1_INVOICE_SUM").asDouble()).isEqualTo(101_352.32);
        assertThat(portal.deal(deal).path("UF_CRM_C1_INVOICE_DATE").asText()).startsWith("2026-11-21");
        assertThat(portal.deal(deal).path("UF_CRM_C1_INVOICE_LINK").asText()).endsWith("?ref=a1&x=y+z");
        assertThat(portal.timeline(deal)).singleElement().satisfies(comment -> {
            assertThat(Long.toString(comment.id())).isEqualTo(note);
            assertThat(comment.text()).isEqualTo("Счёт №1 & 100% [URL=https://x]1С[/URL]\n+ строка");
        });
    }

    @Test
    void new_words_take_the_place_of_the_old_ones() {
        long deal = salesperson.deal("Сделка", salesperson.company("Компания"));
        String note = got(crm.tell(tenant(), ref(deal), new Telling.Words("Чего-то нет"), new NotePlace.New()));

        got(crm.tell(tenant(), ref(deal), invoice("Счёт выставлен"), new NotePlace.Existing(note)));

        assertThat(portal.timeline(deal)).extracting(TimelineComment::text).containsExactly("Счёт выставлен");
    }

    @Test
    void a_note_that_somebody_deleted_is_written_anew() {
        long deal = salesperson.deal("Сделка", salesperson.company("Компания"));

        String note = got(crm.tell(tenant(), ref(deal), new Telling.Words("Счёт"), new NotePlace.Existing("404")));

        assertThat(portal.timeline(deal))
                .singleElement()
                .satisfies(comment -> assertThat(Long.toString(comment.id())).isEqualTo(note));
    }

    @Test
    @DisplayName("bitrix24.md §0.8: a create whose answer was lost is looked for before it is repeated")
    void a_note_whose_answer_was_lost_is_found_again() {
        long deal = salesperson.deal("Сделка", salesperson.company("Компания"));
        salesperson.comment(deal, "Чужая запись");
        portal.faults().on("batch").next(1, Fault.committedThenLost());

        assertThat(stopped(crm.tell(tenant(), ref(deal), new Telling.Words("Счёт"), new NotePlace.New())))
                .isEqualTo(later(Duration.ofMinutes(1), Delay.CRM_UNREACHABLE));
        got(crm.tell(tenant(), ref(deal), new Telling.Words("Счёт"), new NotePlace.NewUnlessThere()));

        assertThat(portal.timeline(deal))
                .extracting(TimelineComment::text)
                .containsExactlyInAnyOrder("Чужая запись", "Счёт");
    }

    static Stream<Arguments> what_each_fault_means() {
        Outcome unclear = later(Duration.ofMinutes(1), Delay.CRM_ANSWER_UNCLEAR);
        Outcome unreachable = later(Duration.ofMinutes(1), Delay.CRM_UNREACHABLE);
        return Stream.of(
                Arguments.of("503 of nginx", Fault.unavailablePage(), unclear),
                Arguments.of("502 of nginx", Fault.badGatewayPage(), unclear),
                Arguments.of("login page with 200", Fault.loginPage(), unclear),
                Arguments.of("500", Fault.internalServerError(), unclear),
                Arguments.of("overload", Fault.overloadLimit(), later(Duration.ofHours(1), Delay.CRM_LIMIT_REACHED)),
                Arguments.of(
                        "closed portal", Fault.portalDeleted(), later(Duration.ofHours(1), Delay.CRM_ADDRESS_WRONG)),
                Arguments.of(
                        "no REST in the plan",
                        Fault.restNotInPlan(),
                        later(Duration.ofHours(1), Delay.CRM_ACCESS_REFUSED)),
                Arguments.of(
                        "renamed portal",
                        Fault.movedTo(URI.create("http://127.0.0.1:1/")),
                        later(Duration.ofHours(1), Delay.CRM_ADDRESS_WRONG)),
                Arguments.of("lost connection", Fault.connectionLost(), unreachable),
                Arguments.of("lost answer", Fault.committedThenLost(), unreachable),
                Arguments.of("silence", Fault.committedThenSilent(Duration.ofSeconds(3)), unreachable),
                Arguments.of("half an answer", Fault.truncatedJson(), unclear),
                Arguments.of("answer without end", Fault.endlessBody(), unclear));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("what_each_fault_means")
    @DisplayName("bitrix24.md §4.1, §4.2")
    void a_failed_call_says_when_to_come_back(String name, Fault fault, Outcome meaning) {
        long deal = salesperson.deal("Сделка", salesperson.company("Компания"));
        portal.faults().on("batch").always(fault);

        assertThat(stopped(crm.readDeal(tenant(), ref(deal)))).isEqualTo(meaning);
    }

    @Test
    @DisplayName("bitrix24.md §4.5: a failed inner command is no empty list")
    void rows_that_could_not_be_read_are_not_taken_for_none() {
        DemoPortal demo = DemoPortal.fill(salesperson);
        portal.faults()
                .on("crm.item.productrow.list")
                .always(Fault.methodFails(400, "ACCESS_DENIED", "Доступ запрещен"));

        assertThat(stopped(crm.readDeal(tenant(), ref(demo.deal()))))
                .isEqualTo(later(Duration.ofHours(1), Delay.CRM_ACCESS_REFUSED));
    }

    @Test
    @DisplayName("bitrix24.md §4.3: a refusal stops everybody on this portal")
    void a_rate_refusal_is_told_to_the_shared_budget() {
        portal.bucket().resize(0, 0.001);

        assertThat(stopped(crm.readDeal(tenant(), ref(1))))
                .isEqualTo(later(Duration.ofSeconds(10), Delay.CRM_LIMIT_REACHED));
        assertThat(budget.refusals).containsExactly(Surroundings.NOW.plusSeconds(10));
    }

    @Test
    void a_spent_budget_means_no_call_at_all() {
        Instant free = Surroundings.NOW.plusSeconds(7);
        budget.next = new Grant.ComeBackAt(free);

        assertThat(stopped(crm.readDeal(tenant(), ref(1)))).isEqualTo(new Outcome.Later(free, Delay.CRM_BUDGET_SPENT));
        assertThat(portal.requestCount()).isZero();
    }

    @Test
    void a_wrong_secret_and_an_odd_one_and_none_are_access_trouble() {
        Outcome refused = later(Duration.ofHours(1), Delay.CRM_ACCESS_REFUSED);
        for (String secret : List.of("demo/wrong", "demo/odd", "demo/absent")) {
            assertThat(stopped(crm.readDeal(tenantAt(portal.address(), secret), ref(1))))
                    .isEqualTo(refused);
        }
    }

    @Test
    void an_address_inside_our_network_is_never_called() {
        assertThat(stopped(crm.readDeal(tenantAt(URI.create("http://169.254.169.254"), "demo/crm"), ref(1))))
                .isEqualTo(later(Duration.ofHours(1), Delay.CRM_ADDRESS_WRONG));
    }
}
