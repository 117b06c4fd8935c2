package dev.crm1c.crmtoonec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.RecordingQueue;
import dev.crm1c.model.fake.SettableClock;
import dev.crm1c.model.port.CrmChangeList;
import dev.crm1c.model.port.CrmWebhook.Happening;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Outcome.Because;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.Tenant;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The list of changes that a portal keeps: nothing leaves it before it is in the queue. */
class CollectChangesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Tenant tenant = DemoTenant.of("fake", Unknown.DESCRIBE);
    private final RecordingQueue queue = new RecordingQueue();
    private final KeptList list = new KeptList();
    private final CollectChanges collect = new CollectChanges(queue, new SettableClock(NOW));

    /** Pages of entries; what is taken and neither confirmed nor given back would be lost. */
    private static final class KeptList implements CrmChangeList {
        final Deque<Entry> fresh = new ArrayDeque<>();
        final Deque<Entry> givenBack = new ArrayDeque<>();
        final List<Entry> held = new ArrayList<>();
        Reply<Said> whenConfirmed = Reply.of(Said.SAID);

        void changed(int count) {
            IntStream.range(0, count)
                    .forEach(i -> fresh.add(new Entry(
                            "m" + i, new Happening.Changed(new CrmRef(CrmKind.DEAL, Integer.toString(i + 1))))));
        }

        @Override
        public Reply<Taken> take(Tenant tenant, Which which) {
            Deque<Entry> from = which == Which.FRESH ? fresh : givenBack;
            var page = new ArrayList<Entry>();
            while (!from.isEmpty() && page.size() < 50) {
                page.add(from.remove());
            }
            held.addAll(page);
            return Reply.of(new Taken("process", page));
        }

        @Override
        public Reply<Said> confirm(Tenant tenant, Taken taken, List<Entry> entries) {
            held.removeAll(entries);
            return whenConfirmed;
        }

        @Override
        public Reply<Said> giveBack(Tenant tenant, Taken taken, List<Entry> entries) {
            held.removeAll(entries);
            givenBack.addAll(entries);
            return Reply.of(Said.SAID);
        }
    }

    @Test
    void every_entry_becomes_a_notice_and_is_confirmed() {
        list.changed(120);

        assertThat(collect.collect(tenant, list)).isEqualTo(new Outcome.Unchanged(Because.LIST_EMPTIED));

        assertThat(queue.sent).hasSize(120).doesNotHaveDuplicates();
        assertThat(queue.sent.getFirst())
                .isEqualTo(
                        new ChangeNotice(tenant.id(), new CrmRef(CrmKind.DEAL, "1"), NOW, ChangeNotice.Cause.WEBHOOK));
        assertThat(list.held).isEmpty();
    }

    @Test
    void what_the_queue_does_not_take_is_given_back_and_comes_first_the_next_time() {
        list.changed(3);
        queue.queueIsDown();

        assertThat(collect.collect(tenant, list))
                .isEqualTo(new Outcome.Later(NOW.plusSeconds(30), Delay.QUEUE_UNAVAILABLE));
        assertThat(list.held).isEmpty();
        assertThat(list.givenBack).hasSize(3);

        queue.queueIsUp();
        assertThat(collect.collect(tenant, list)).isEqualTo(new Outcome.Unchanged(Because.LIST_EMPTIED));
        assertThat(queue.sent).hasSize(3);
    }

    @Test
    void events_of_no_interest_are_confirmed_too() {
        list.fresh.add(new CrmChangeList.Entry("m", new Happening.OfNoInterest("ONCRMLEADADD")));

        collect.collect(tenant, list);

        assertThat(queue.sent).isEmpty();
        assertThat(list.held).isEmpty();
    }

    @Test
    void a_long_list_is_emptied_in_several_looks() {
        list.changed(700);

        assertThat(collect.collect(tenant, list)).isEqualTo(new Outcome.Later(NOW, Delay.OUT_OF_TIME));
        assertThat(queue.sent).hasSize(500);
        assertThat(collect.collect(tenant, list)).isEqualTo(new Outcome.Unchanged(Because.LIST_EMPTIED));
        assertThat(queue.sent).hasSize(700);
    }

    @Test
    void a_confirmation_that_fails_ends_the_look() {
        list.changed(60);
        var later = new Outcome.Later(NOW.plusSeconds(60), Delay.CRM_UNREACHABLE);
        list.whenConfirmed = Reply.stop(later);

        assertThat(collect.collect(tenant, list)).isEqualTo(later);
        assertThat(queue.sent).hasSize(50);
    }
}
