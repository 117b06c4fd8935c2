package dev.crm1c.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.crm1c.model.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WakeParkedWorkTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final WakeUps.Due DUE = new WakeUps.Due(
            new ChangeNotice(new TenantId("demo"), new CrmRef(CrmKind.DEAL, "1"), NOW, Cause.WOKEN),
            "handle",
            NOW.minusSeconds(5));

    private final RecordingQueue queue = new RecordingQueue();
    private final List<WakeUps.Due> leased = new ArrayList<>();
    private final ReconcileHandler handler = new ReconcileHandler(
            new WakeParkedWork(
                    new WakeUps() {
                        @Override
                        public List<Due> due(Instant now, int limit) {
                            return List.of(DUE);
                        }

                        @Override
                        public void sent(Due due, Instant leaseUntil) {
                            assertThat(leaseUntil).isAfter(NOW);
                            leased.add(due);
                        }
                    },
                    new InMemoryTenants(),
                    queue,
                    new RecordingJournal(),
                    new SettableClock(NOW)),
            new AskForChangeLists(new InMemoryPortals(), new InMemoryTenants(), queue, new SettableClock(NOW)));

    @Test
    void what_is_due_goes_to_the_queue_and_is_leased_after_that() {
        assertThat(handler.handleRequest(Map.of("task", "wake-parked"), null)).containsEntry("woken", 1);
        assertThat(queue.sent).containsExactly(DUE.notice());
        assertThat(leased).containsExactly(DUE);
    }

    @Test
    void what_the_queue_did_not_take_stays_due() {
        queue.queueIsDown();
        assertThat(handler.handleRequest(Map.of("task", "wake-parked"), null)).containsEntry("woken", 0);
        assertThat(leased).isEmpty();
    }

    @Test
    void a_schedule_with_a_typing_error_fails_loudly() {
        assertThatThrownBy(() -> handler.handleRequest(Map.of("task", "wake-packed"), null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
