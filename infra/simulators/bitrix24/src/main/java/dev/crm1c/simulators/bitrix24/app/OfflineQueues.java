package dev.crm1c.simulators.bitrix24.app;

import dev.crm1c.simulators.bitrix24.app.OfflineRecord.EventData;
import dev.crm1c.simulators.bitrix24.app.OfflineRecord.Queue;
import dev.crm1c.simulators.bitrix24.app.OfflineRecord.Verdict;
import dev.crm1c.simulators.bitrix24.crm.Change;
import dev.crm1c.simulators.bitrix24.crm.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Offline events: the state and not the history of objects. A free record takes a further change of its object in, a
 * reserved one does not, or that change would be confirmed unseen (bitrix24.md §2.6, §7.8).
 */
public final class OfflineQueues {
    /** No longer is anything kept; documented of reserved records, here it is the fate of all. */
    private static final Duration LIFE = Duration.ofDays(30);

    private final Clock clock;
    private final Ids ids;
    private final NavigableMap<Long, OfflineRecord> records = new TreeMap<>();
    private volatile EventData shown = EventData.FIELDS;

    public OfflineQueues(Clock clock, Ids ids) {
        this.clock = clock;
        this.ids = ids;
    }

    /** EVENT_DATA and EVENT_ADDITIONAL become false, as in the documented sample. */
    public void hideData() {
        shown = EventData.FALSE;
    }

    EventData shown() {
        return shown;
    }

    void put(Queue queue, String event, Change change) {
        expire();
        String messageId = messageId(event, change);
        records.values().stream()
                .filter(known -> known.isFree()
                        && known.queue().equals(queue)
                        && known.messageId().equals(messageId))
                .findFirst()
                .ifPresentOrElse(known -> keep(known.changedAgain(change, clock.instant())), () -> {
                    keep(new OfflineRecord(
                            ids.next("offlineEvent"),
                            queue,
                            event,
                            change,
                            clock.instant(),
                            messageId,
                            "",
                            Verdict.NONE));
                });
    }

    /** What the queue holds, by id. */
    List<OfflineRecord> of(Queue queue) {
        expire();
        return records.values().stream()
                .filter(known -> known.queue().equals(queue))
                .toList();
    }

    void remove(Collection<OfflineRecord> taken) {
        taken.forEach(record -> records.remove(record.id()));
    }

    List<OfflineRecord> reserve(Collection<OfflineRecord> taken, String processId) {
        return replace(taken, record -> record.reservedBy(processId));
    }

    void fail(String clientId, Predicate<OfflineRecord> which) {
        replace(all(clientId, which), OfflineRecord::failed);
    }

    void clear(String clientId, Predicate<OfflineRecord> which) {
        remove(all(clientId, which));
    }

    private List<OfflineRecord> all(String clientId, Predicate<OfflineRecord> which) {
        expire();
        return records.values().stream()
                .filter(record -> record.queue().clientId().equals(clientId))
                .filter(which)
                .toList();
    }

    private List<OfflineRecord> replace(Collection<OfflineRecord> taken, UnaryOperator<OfflineRecord> change) {
        List<OfflineRecord> changed = new ArrayList<>(taken.stream().map(change).toList());
        changed.forEach(this::keep);
        return changed;
    }

    private void keep(OfflineRecord record) {
        records.put(record.id(), record);
    }

    private void expire() {
        records.values()
                .removeIf(record -> !clock.instant().isBefore(record.changedAt().plus(LIFE)));
    }

    private static String messageId(String event, Change change) {
        byte[] object = (event + change.fields()).getBytes(StandardCharsets.UTF_8);
        return UUID.nameUUIDFromBytes(object).toString().replace("-", "");
    }
}
