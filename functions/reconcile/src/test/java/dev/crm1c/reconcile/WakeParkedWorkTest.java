package dev.crm1c.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.InMemoryPortals;
import dev.crm1c.model.fake.InMemoryTenants;
import dev.crm1c.model.fake.RecordingJournal;
import dev.crm1c.model.fake.RecordingQueue;
import dev.crm1c.model.fake.SettableClock;
import dev.crm1c.model.port.WakeUps;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WakeParkedWorkTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final TenantId STRANGER = new TenantId("stranger");

    /** What is leased is no longer due; the rest stays, in the order of its time. */
    private static final class Waiting implements WakeUps {
        final List<Due> entries = new ArrayList<>();
        final List<Due> leased = new ArrayList<>();

        @Override
        public List<Due> due(Instant now, int limit) {
            return entries.stream()
                    .filter(due -> !due.dueSince().isAfter(now))
                    .limit(limit)
                    .toList();
        }

        @Override
        public void sent(Due due, Instant leaseUntil) {
            assertThat(leaseUntil).isAfter(NOW);
            leased.add(due);
            entries.remove(due);
        }
    }

    private final SettableClock clock = new SettableClock(NOW);
    private final Waiting waiting = new Waiting();
    private final RecordingQueue queue = new RecordingQueue();
    private final InMemoryTenants tenants = new InMemoryTenants();
    private final Deque<OwnTick> own = new ArrayDeque<>();
    private final List<Duration> pauses = new ArrayList<>();
    private int room = 30;

    private final ReconcileHandler handler = new ReconcileHandler(
            new WakeParkedWork(
                    waiting,
                    tenants,
                    new PortalsWithRoom(new InMemoryPortals(), (_, _) -> room),
                    queue,
                    new RecordingJournal(),
                    (portion, in) -> own.add(new OwnTick(portion, in)),
                    clock),
            new AskForChangeLists(new InMemoryPortals(), new InMemoryTenants(), queue, clock));

    private WakeUps.Due waits(TenantId tenant, int deal, Instant since) {
        var notice = new ChangeNotice(tenant, new CrmRef(CrmKind.DEAL, Integer.toString(deal)), since, Cause.WOKEN);
        var due = new WakeUps.Due(notice, tenant + "/" + deal, since);
        waiting.entries.add(due);
        return due;
    }

    private record OwnTick(int portion, Duration in) {}

    /** By the scheduler's tick and those that follow it within its minute. */
    private int woken() {
        int woken =
                (int) handler.handleRequest(Map.of("task", "wake-parked"), null).get("woken");
        while (!own.isEmpty()) {
            OwnTick tick = own.remove();
            pauses.add(tick.in());
            clock.advance(tick.in());
            Object record = Map.of("body", Integer.toString(tick.portion()));
            woken += (int) handler.handleRequest(Map.of("Records", List.of(record)), null)
                    .get("woken");
        }
        return woken;
    }

    private void aPortalIsKnown() {
        tenants.put(DemoTenant.of("bitrix24", Unknown.DESCRIBE));
    }

    @Test
    void what_is_due_goes_to_the_queue_and_is_leased_after_that() {
        WakeUps.Due due = waits(DemoTenant.ID, 1, NOW.minusSeconds(5));

        assertThat(woken()).isEqualTo(1);
        assertThat(queue.sent).containsExactly(due.notice());
        assertThat(waiting.leased).containsExactly(due);
        assertThat(pauses).isEmpty();
    }

    @Test
    void what_the_queue_did_not_take_stays_due() {
        waits(DemoTenant.ID, 1, NOW.minusSeconds(5));
        queue.queueIsDown();
        assertThat(woken()).isEqualTo(0);
        assertThat(waiting.leased).isEmpty();
    }

    @Test
    void of_a_portal_no_more_is_woken_at_once_than_two_thirds_of_its_room() {
        aPortalIsKnown();
        IntStream.range(0, 500).forEach(deal -> waits(DemoTenant.ID, deal, NOW.minusSeconds(5)));

        assertThat(woken()).isEqualTo(4 * 20);
        assertThat(queue.sent.getFirst().subject().id()).isEqualTo("0");
        assertThat(queue.sent.getLast().subject().id()).isEqualTo("79");
        assertThat(pauses).hasSize(3).allMatch(Duration.ofSeconds(14)::equals);
    }

    @Test
    void a_portal_without_room_wakes_nobody_and_holds_up_no_other() {
        aPortalIsKnown();
        room = 0;
        IntStream.range(0, 1_500).forEach(deal -> waits(DemoTenant.ID, deal, NOW.minusSeconds(5)));
        WakeUps.Due another = waits(STRANGER, 1, NOW.minusSeconds(1));

        assertThat(woken()).isEqualTo(1);
        assertThat(waiting.leased).containsExactly(another);
    }

    @Test
    void a_tick_goes_on_for_what_is_due_within_its_minute() {
        waits(STRANGER, 1, NOW.minusSeconds(5));
        waits(STRANGER, 2, NOW.plusSeconds(10));
        waits(STRANGER, 3, NOW.plusSeconds(59));

        assertThat(woken()).isEqualTo(2);
        assertThat(pauses).containsExactly(Duration.ofSeconds(14));
    }

    @Test
    void a_message_that_is_no_tick_wakes_nobody() {
        waits(STRANGER, 1, NOW.minusSeconds(5));

        assertThat(handler.handleRequest(Map.of("Records", List.of(Map.of("body", "wake up!"))), null))
                .containsEntry("woken", 0);
    }

    @Test
    void a_schedule_with_a_typing_error_fails_loudly() {
        assertThatThrownBy(() -> handler.handleRequest(Map.of("task", "wake-packed"), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
