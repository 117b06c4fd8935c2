package dev.crm1c.connectors.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.NoteSlot;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.SettableClock;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Remark;
import dev.crm1c.model.port.BaseFacts;
import dev.crm1c.model.port.Links;
import dev.crm1c.model.port.Links.Claiming;
import dev.crm1c.model.port.NoticeInbox;
import dev.crm1c.model.port.Tenants;
import dev.crm1c.model.port.WakeUps;
import dev.crm1c.model.port.WakeUps.Due;
import dev.crm1c.model.port.WebhookDoors;
import dev.crm1c.model.port.Works;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.sync.Work.LastLook;
import dev.crm1c.model.sync.Work.Note;
import dev.crm1c.model.sync.Work.Parking;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.TenantId;
import dev.crm1c.model.tenant.WebhookDoor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
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

/** Everything that is remembered, in the table of {@code template.yaml}. Each test has a tenant of its own. */
@QuarkusTest
@QuarkusTestResource(TemplateInEmulator.class)
class TableTest {
    private static final Instant AT = Surroundings.START;
    private static final CrmRef DEAL = new CrmRef(CrmKind.DEAL, "1");
    private static final CrmRef COMPANY = new CrmRef(CrmKind.COMPANY, "77");
    private static final LinkKey INVOICE = LinkKey.ofDocument(OneCKind.INVOICE, DEAL);

    @Inject
    Works works;

    @Inject
    WakeUps wakeUps;

    @Inject
    NoticeInbox inbox;

    @Inject
    Links links;

    @Inject
    BaseFacts facts;

    @Inject
    Tenants tenants;

    @Inject
    WebhookDoors doors;

    @Inject
    Table table;

    @Inject
    SettableClock clock;

    private TenantId tenant;

    @BeforeEach
    void aTenantOfItsOwn() {
        tenant = new TenantId("t-" + UUID.randomUUID().toString().substring(0, 8));
    }

    private Work parked(CrmRef subject, Instant until, Set<CrmRef> waitsFor) {
        return Work.unseen(tenant, subject).with(new Parking.Parked(until, "InnMissing", 2, waitsFor));
    }

    @Test
    void every_state_of_a_work_comes_back_as_it_was() {
        var text = Fingerprint.of("text");
        for (Work work : List.of(
                Work.unseen(tenant, DEAL),
                Work.unseen(tenant, DEAL).lookedAt(AT).with(NoteSlot.STATUS, new Note.BeingWritten(text)),
                Work.unseen(tenant, DEAL).lookedAt(AT).with(NoteSlot.STATUS, new Note.Written("812", text)),
                parked(DEAL, AT.plusSeconds(60), Set.of(COMPANY)),
                parked(DEAL, AT.plusSeconds(60), Set.of()))) {
            works.put(work);
            assertThat(works.find(tenant, DEAL)).isEqualTo(work);
        }
        assertThat(works.find(tenant, COMPANY).lastLook()).isEqualTo(new LastLook.Never());
    }

    @Test
    void who_waits_for_a_company_is_found_while_it_waits() {
        CrmRef other = new CrmRef(CrmKind.DEAL, "2");
        works.put(parked(DEAL, AT, Set.of(COMPANY)));
        works.put(parked(other, AT, Set.of(COMPANY, new CrmRef(CrmKind.COMPANY, "7"))));

        assertThat(works.waitingFor(tenant, COMPANY)).containsExactlyInAnyOrder(DEAL, other);
        assertThat(works.waitingFor(tenant, new CrmRef(CrmKind.COMPANY, "7"))).containsExactly(other);
        assertThat(works.anybodyWaiting(tenant)).isEqualTo(Works.Waiting.SOMEBODY);

        works.put(works.find(tenant, DEAL).with(new Parking.NotParked()));
        works.put(works.find(tenant, other).with(new Parking.NotParked()));
        assertThat(works.waitingFor(tenant, COMPANY)).isEmpty();
        assertThat(works.anybodyWaiting(tenant)).isEqualTo(Works.Waiting.NOBODY);
    }

    private List<Due> ours(Instant now) {
        return wakeUps.due(now, 1_000).stream()
                .filter(due -> due.notice().tenant().equals(tenant))
                .toList();
    }

    @Test
    void parked_work_is_due_at_its_time_and_not_again_while_it_is_leased() {
        works.put(parked(DEAL, AT.plusSeconds(60), Set.of()));

        assertThat(ours(AT.plusSeconds(59))).isEmpty();
        List<Due> due = ours(AT.plusSeconds(61));
        assertThat(due).singleElement().satisfies(one -> {
            assertThat(one.notice().subject()).isEqualTo(DEAL);
            assertThat(one.notice().cause()).isEqualTo(Cause.WOKEN);
        });

        wakeUps.sent(due.getFirst(), AT.plusSeconds(600));
        assertThat(ours(AT.plusSeconds(599))).isEmpty();
        assertThat(ours(AT.plusSeconds(601))).hasSize(1);
    }

    @Test
    void a_lease_does_not_overwrite_what_the_worker_has_settled_meanwhile() {
        works.put(parked(DEAL, AT, Set.of()));
        Due due = ours(AT.plusSeconds(1)).getFirst();
        works.put(works.find(tenant, DEAL).with(new Parking.NotParked()));

        wakeUps.sent(due, AT.plusSeconds(600));

        assertThat(works.find(tenant, DEAL).parking()).isEqualTo(new Parking.NotParked());
        assertThat(ours(AT.plusSeconds(601))).isEmpty();
    }

    @Test
    void a_kept_notice_goes_to_the_queue_once_and_as_old_as_it_was() {
        var notice = new ChangeNotice(tenant, DEAL, AT, Cause.WEBHOOK);
        assertThat(inbox.keep(notice)).isEqualTo(NoticeInbox.Keeping.KEPT);

        List<Due> due = ours(AT.plusSeconds(1));
        assertThat(due).extracting(Due::notice).containsExactly(notice);
        wakeUps.sent(due.getFirst(), AT.plusSeconds(600));
        assertThat(ours(AT.plusSeconds(1_000))).isEmpty();
    }

    @Test
    void every_state_of_a_link_comes_back_as_it_was() {
        var ref = new OneCRef(OneCKind.INVOICE, new UUID(1, 2));
        var asked = Fingerprint.of("asked");
        var found = Fingerprint.of("found");
        var facts = new DocumentFacts("00БП-000001", LocalDateTime.of(2026, 11, 21, 13, 0, 5), new Money(677_572));
        var written = new Link.Written(ref, asked, found, facts);
        var verified = new Link.Verified(
                ref,
                asked,
                found,
                facts,
                List.of(
                        new Remark(Remark.Kind.CONTRACT_OF_MANY),
                        new Remark(Remark.Kind.LINES_DESCRIBED, List.of(2, 3))));
        for (Link link : List.of(
                new Link.Planned(new Link.Claim(DEAL, AT)),
                new Link.Planned(new Link.Claim(DEAL, AT, new UUID(1, 1))),
                new Link.Created(ref),
                new Link.Created(ref, LocalDate.of(2026, 11, 21)),
                new Link.OnFile(ref, "166", LocalDate.of(2026, 11, 21)),
                new Link.OnFile(ref, "", Link.Created.NEVER),
                written,
                verified,
                new Link.Changing(written, Fingerprint.of("new"), Fingerprint.of("meant"), AT),
                new Link.Changing(verified, Fingerprint.of("new"), Fingerprint.of("meant"), AT),
                new Link.Withdrawn(ref, facts),
                new Link.ComingBack(ref, facts))) {
            links.put(tenant, INVOICE, link);
            assertThat(links.find(tenant, INVOICE)).isEqualTo(link);
        }
        links.forget(tenant, INVOICE);
        assertThat(links.find(tenant, INVOICE)).isEqualTo(new Link.Absent());
    }

    @Test
    void what_a_former_release_had_posted_and_not_proved_is_a_document_of_which_nothing_is_known() {
        var ref = new OneCRef(OneCKind.INVOICE, new UUID(1, 2));
        table.put(Item.at(tenant.value(), "LINK#" + INVOICE.key())
                .with("linkState", "POSTED")
                .with("refKey", ref.key().toString()));

        assertThat(links.find(tenant, INVOICE)).isEqualTo(new Link.Created(ref));
    }

    @Test
    void of_many_claimers_one_wins() throws Exception {
        List<Callable<Claiming>> claimers = IntStream.range(0, 20)
                .<Callable<Claiming>>mapToObj(i -> () -> links.claim(
                        tenant, INVOICE, new Link.Claim(new CrmRef(CrmKind.DEAL, Integer.toString(i + 1)), AT)))
                .toList();
        try (var threads = Executors.newFixedThreadPool(10)) {
            long won = threads.invokeAll(claimers).stream()
                    .filter(claiming -> claiming.resultNow() == Claiming.WON)
                    .count();
            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    void a_dead_makers_claim_is_taken_over_once() {
        var dead = new Link.Claim(DEAL, AT);
        var next = new Link.Claim(DEAL, AT.plusSeconds(200));
        links.claim(tenant, INVOICE, dead);

        assertThat(links.takeOver(tenant, INVOICE, dead, next)).isEqualTo(Claiming.WON);
        assertThat(links.takeOver(tenant, INVOICE, dead, next)).isEqualTo(Claiming.LOST);
        links.put(tenant, INVOICE, new Link.Created(new OneCRef(OneCKind.INVOICE, new UUID(1, 2))));
        assertThat(links.takeOver(tenant, INVOICE, next, dead)).isEqualTo(Claiming.LOST);
    }

    @Test
    void what_is_retired_in_1c_is_replaced_by_one_of_many() {
        var retired = new OneCRef(OneCKind.INVOICE, new UUID(1, 2));
        var claim = new Link.Claim(DEAL, AT, retired.key());
        links.put(tenant, INVOICE, new Link.Created(retired, LocalDate.of(2026, 11, 20)));

        assertThat(links.claimInstead(tenant, INVOICE, new OneCRef(OneCKind.INVOICE, new UUID(1, 3)), claim))
                .isEqualTo(Claiming.LOST);
        assertThat(links.claimInstead(tenant, INVOICE, retired, claim)).isEqualTo(Claiming.WON);
        assertThat(links.claimInstead(tenant, INVOICE, retired, claim)).isEqualTo(Claiming.LOST);
        assertThat(links.find(tenant, INVOICE)).isEqualTo(new Link.Planned(claim));
    }

    @Test
    void links_of_many_lines_are_read_together() {
        var keys = IntStream.range(0, 230)
                .mapToObj(i -> new LinkKey(OneCKind.ITEM, "product#" + i))
                .collect(Collectors.toSet());
        keys.stream()
                .limit(150)
                .forEach(key -> links.put(
                        tenant, key, new Link.Created(new OneCRef(OneCKind.ITEM, new UUID(3, key.hashCode())))));

        assertThat(links.findAll(tenant, keys)).hasSize(150);
        assertThat(links.findAll(tenant, Set.of())).isEmpty();
    }

    @Test
    void tenants_with_equal_ids_of_things_do_not_see_each_other() {
        links.claim(tenant, INVOICE, new Link.Claim(DEAL, AT));
        works.put(parked(DEAL, AT, Set.of(COMPANY)));
        var stranger = new TenantId("s-" + tenant.value().substring(2));

        assertThat(links.find(stranger, INVOICE)).isEqualTo(new Link.Absent());
        assertThat(works.find(stranger, DEAL)).isEqualTo(Work.unseen(stranger, DEAL));
        assertThat(works.waitingFor(stranger, COMPANY)).isEmpty();
    }

    @Test
    void what_is_known_of_a_base_ends_with_its_time() {
        var demo = DemoTenant.of("bitrix24", Unknown.DESCRIBE);
        var base = new OneCBase(
                Map.of("organization", new UUID(1, 1), "vatRate.22", new UUID(1, 2)), Set.of("СтавкиНДС/НДС22"));
        facts.put(demo, base, AT.plusSeconds(60));

        assertThat(facts.find(demo, AT)).contains(base);
        assertThat(facts.find(demo, AT.plusSeconds(61))).isEmpty();
    }

    @Test
    void a_tenant_and_its_door_are_kept_and_remembered_for_a_minute() {
        var demo = DemoTenant.of("bitrix24", Unknown.DESCRIBE);
        var door = new WebhookDoor(
                demo.id(),
                new CrmSystem("bitrix24"),
                List.of(WebhookDoor.digestOf(new Secret("token"))),
                Set.of("member"),
                2);
        assertThat(doors.doorOf(demo.id())).isEmpty();

        tenants.put(demo, "tenant: demo", door);

        assertThat(tenants.find(demo.id())).contains(demo);
        assertThat(doors.doorOf(demo.id())).contains(door);
        var elsewhere = new WebhookDoor(demo.id(), door.system(), door.tokenDigests(), Set.of(), 3);
        table.put(Item.at("demo", "DOOR")
                .with("system", "bitrix24")
                .with(
                        "tokens",
                        elsewhere.tokenDigests().stream().map(Fingerprint::hex).toList())
                .with("lanes", 3));
        assertThat(doors.doorOf(demo.id()))
                .as("another process wrote it a moment ago")
                .contains(door);
        clock.advance(Duration.ofSeconds(61));
        assertThat(doors.doorOf(demo.id())).contains(elsewhere);
    }
}
