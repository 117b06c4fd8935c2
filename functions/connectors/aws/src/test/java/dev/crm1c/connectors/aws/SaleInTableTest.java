package dev.crm1c.connectors.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.deal.Portion;
import dev.crm1c.model.deal.StageRef;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.legal.Inn;
import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.money.Quantity;
import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.port.BaseFacts;
import dev.crm1c.model.port.Deliveries;
import dev.crm1c.model.port.Deliveries.Adding;
import dev.crm1c.model.port.Links;
import dev.crm1c.model.port.Works;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.sync.Work.Errand;
import dev.crm1c.model.sync.Work.Note;
import dev.crm1c.model.sync.Work.Shown;
import dev.crm1c.model.sync.Work.Todo;
import dev.crm1c.model.tenant.DealCondition;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.OwnCompany;
import dev.crm1c.model.tenant.OwnCompany.Naming;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered between an agreement and the last delivery. Each test has a tenant of its own. */
@QuarkusTest
@QuarkusTestResource(TemplateInEmulator.class)
class SaleInTableTest {
    private static final Instant AT = Surroundings.START;
    private static final CrmRef DEAL = new CrmRef(CrmKind.DEAL, "1");
    private static final Fingerprint TEXT = Fingerprint.of("text");
    private static final OneCBase BASE = new OneCBase(Map.of("organization", new UUID(1, 1)), Set.of());
    private static final OneCBase OTHER_BASE = new OneCBase(Map.of("organization", new UUID(1, 2)), Set.of());

    @Inject
    Works works;

    @Inject
    Links links;

    @Inject
    Deliveries deliveries;

    @Inject
    BaseFacts facts;

    @Inject
    Table table;

    private TenantId tenant;

    @BeforeEach
    void aTenantOfItsOwn() {
        tenant = new TenantId("t-" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void notes_shown_fields_and_the_thing_to_do_come_back_as_they_were() {
        Work unseen = Work.unseen(tenant, DEAL);
        for (Work work : List.of(
                unseen.with(NoteSlot.STATUS, new Note.BeingWritten(TEXT))
                        .with(NoteSlot.of(OneCKind.INVOICE), new Note.Written("812", TEXT))
                        .with(NoteSlot.of(OneCKind.REALIZATION, 2), new Note.Written("a=b", Fingerprint.of("2"))),
                unseen.with(new Shown.Fields(TEXT)).with(new Todo.BeingMade(AT)),
                unseen.with(new Todo.Open("77")),
                unseen.with(new Errand.Unfinished(new StageRef("9", "C9:EXECUTING"))),
                unseen.with(NoteSlot.STATUS, new Note.BeingWritten(TEXT)).without(NoteSlot.STATUS))) {
            works.put(work);
            assertThat(works.find(tenant, DEAL)).isEqualTo(work);
        }
    }

    @Test
    void the_only_note_of_a_former_release_is_read_as_the_status_and_kept_in_its_slot() {
        Item former = Item.at(tenant.value(), "WORK#" + DEAL.key())
                .with("noteText", TEXT.hex())
                .with("noteId", "812");
        table.put(former);
        Work read = works.find(tenant, DEAL);
        assertThat(read).isEqualTo(Work.unseen(tenant, DEAL).with(NoteSlot.STATUS, new Note.Written("812", TEXT)));

        works.put(read);

        assertThat(works.find(tenant, DEAL)).isEqualTo(read);
        assertThat(table.get(tenant.value(), former.sort()).orElseThrow().attributes())
                .doesNotContainKeys("noteText", "noteId");

        table.put(Item.at(tenant.value(), "WORK#" + DEAL.key()).with("todo", "BEING_MADE"));
        assertThat(works.find(tenant, DEAL).todo()).isEqualTo(new Todo.None());

        table.put(Item.at(tenant.value(), "WORK#" + DEAL.key()).with("noteText", TEXT.hex()));
        assertThat(works.find(tenant, DEAL).notes())
                .containsExactly(Map.entry(NoteSlot.STATUS, new Note.BeingWritten(TEXT)));
    }

    @Test
    void a_document_that_was_taken_back_is_remembered_as_such() {
        var key = LinkKey.ofDocument(OneCKind.ORDER, DEAL);
        var withdrawn = new Link.Withdrawn(
                new OneCRef(OneCKind.ORDER, new UUID(1, 2)),
                new DocumentFacts("0000-000001", LocalDateTime.of(2026, 11, 21, 10, 0), new Money(100)));
        links.put(tenant, key, withdrawn);

        assertThat(links.find(tenant, key)).isEqualTo(withdrawn);
    }

    @Test
    void every_kind_of_remark_can_be_kept() {
        assertThat(Arrays.stream(Remark.Kind.values()).map(kind -> new Remark(kind, List.of(1, 3))))
                .allSatisfy(
                        remark -> assertThat(Remark.fromStored(remark.stored())).isEqualTo(remark));
    }

    private static Portion portion(int number, Map<Integer, String> rows) {
        return new Portion(
                number,
                rows.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, row -> new Quantity(new BigDecimal(row.getValue())))),
                Set.of(30));
    }

    @Test
    void portions_come_back_from_the_first_to_the_last() {
        List<Portion> twelve = IntStream.rangeClosed(1, 12)
                .mapToObj(number -> portion(number, Map.of(1, "0.001", 30, "1200")))
                .toList();
        twelve.forEach(
                portion -> assertThat(deliveries.add(tenant, DEAL, portion)).isEqualTo(Adding.KEPT));

        assertThat(deliveries.of(tenant, DEAL)).isEqualTo(twelve);
        assertThat(deliveries.of(tenant, new CrmRef(CrmKind.DEAL, "12"))).isEmpty();
        assertThat(deliveries.of(new TenantId("somebody-else"), DEAL)).isEmpty();
    }

    @Test
    void a_portion_that_stands_is_never_written_over() {
        deliveries.add(tenant, DEAL, portion(1, Map.of(1, "5")));

        assertThat(deliveries.add(tenant, DEAL, portion(1, Map.of(1, "7")))).isEqualTo(Adding.TAKEN);
        assertThat(deliveries.of(tenant, DEAL)).containsExactly(portion(1, Map.of(1, "5")));
    }

    @Test
    void of_many_who_add_the_same_portion_one_does() throws Exception {
        List<Callable<Adding>> adders = IntStream.rangeClosed(1, 20)
                .<Callable<Adding>>mapToObj(i ->
                        () -> deliveries.add(tenant, DEAL, portion(1, Map.of(1, Integer.toString(i)))))
                .toList();
        try (var threads = Executors.newFixedThreadPool(10)) {
            assertThat(threads.invokeAll(adders).stream()
                            .filter(adding -> adding.resultNow() == Adding.KEPT)
                            .count())
                    .isEqualTo(1);
        }
        assertThat(deliveries.of(tenant, DEAL)).hasSize(1);
    }

    private Tenant demo() {
        Tenant demo = DemoTenant.of("bitrix24", Unknown.DESCRIBE);
        return new Tenant(tenant, demo.crm(), demo.onec(), demo.scenarios(), demo.terms(), 2);
    }

    private static Tenant selling(Tenant tenant, String inn, Map<String, String> entries) {
        return tenant.sellingAs(new OwnCompany(
                new LegalIdentity.SoleTrader(new Inn(inn)), Naming.BY_CONDITION, DealCondition.ANY, entries));
    }

    @Test
    void what_is_known_of_a_base_is_known_for_each_company_that_sells() {
        Tenant first = demo();
        Tenant second = selling(first, "500100732259", Map.of());
        facts.put(first, BASE, AT.plusSeconds(60));
        assertThat(facts.find(second, AT)).isEmpty();

        facts.put(second, OTHER_BASE, AT.plusSeconds(60));
        assertThat(facts.find(first, AT)).contains(BASE);
        assertThat(facts.find(second, AT)).contains(OTHER_BASE);
        assertThat(facts.find(selling(first, "500100732259", Map.of("warehouse", "Южный")), AT))
                .as("its entries were changed in the tenant file")
                .isEmpty();
    }

    @Test
    void when_a_base_turns_out_another_everything_known_of_it_is_forgotten() {
        Tenant first = demo();
        Tenant second = selling(first, "500100732259", Map.of());
        facts.put(first, BASE, AT.plusSeconds(60));
        facts.put(second, OTHER_BASE, AT.plusSeconds(60));

        facts.forget(second);

        assertThat(facts.find(first, AT)).isEmpty();
        assertThat(facts.find(second, AT)).isEmpty();
    }
}
