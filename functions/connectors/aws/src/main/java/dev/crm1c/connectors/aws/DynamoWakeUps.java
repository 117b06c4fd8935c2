package dev.crm1c.connectors.aws;

import dev.crm1c.model.port.NoticeInbox;
import dev.crm1c.model.port.WakeUps;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Everything with a {@code wakeAt}: parked {@code WORK#} and notices that the queue could not take ({@code INBOX#}). */
@ApplicationScoped
class DynamoWakeUps implements WakeUps, NoticeInbox {
    private static final String INBOX = "INBOX#";
    private static final String ASKED = "ASKED#";
    private static final String SEPARATOR = "|";

    private final Table table;

    DynamoWakeUps(Table table) {
        this.table = table;
    }

    @Override
    public Keeping keep(ChangeNotice notice) {
        try {
            table.put(Item.at(
                            notice.tenant().value(),
                            inboxOf(notice.cause()) + notice.subject().key())
                    .with(Table.WAKE_LANE, Table.ONLY_WAKE_LANE)
                    .with(Table.WAKE_AT, notice.noticedAt()));
            return Keeping.KEPT;
        } catch (SdkException _) {
            return Keeping.UNAVAILABLE;
        }
    }

    @Override
    public List<Due> due(Instant now, int limit) {
        return table.dueBefore(now.toEpochMilli(), limit).stream()
                .flatMap(item -> due(item, now))
                .toList();
    }

    private static Stream<Due> due(Item item, Instant now) {
        Instant since = item.optionalInstant(Table.WAKE_AT).orElseThrow();
        String partition = item.text(Item.PARTITION);
        int kind = item.sort().indexOf('#') + 1;
        Cause cause = causeOf(item.sort().substring(0, kind));
        return CrmRef.fromKey(item.sort().substring(kind))
                .map(subject ->
                        new ChangeNotice(new TenantId(partition), subject, cause == Cause.WOKEN ? now : since, cause))
                .map(notice -> new Due(notice, partition + SEPARATOR + item.sort(), since))
                .stream();
    }

    /** The index shows keys only, so the key says why. */
    private static String inboxOf(Cause cause) {
        return cause == Cause.ASKED ? ASKED : INBOX;
    }

    private static Cause causeOf(String prefix) {
        return switch (prefix) {
            case INBOX -> Cause.WEBHOOK;
            case ASKED -> Cause.ASKED;
            default -> Cause.WOKEN;
        };
    }

    /** Both writes hold only while nobody has touched the entry since it was found due: newer state wins. */
    @Override
    public void sent(Due due, Instant leaseUntil) {
        int cut = due.handle().indexOf(SEPARATOR);
        String partition = due.handle().substring(0, cut);
        String sort = due.handle().substring(cut + 1);
        var seen = AttributeValue.fromN(Long.toString(due.dueSince().toEpochMilli()));
        String untouched = Table.WAKE_AT + " = :seen";
        if (!sort.startsWith(WorkItem.WORK)) {
            table.deleteIf(partition, sort, untouched, Map.of(":seen", seen));
        } else {
            table.updateIf(
                    partition,
                    sort,
                    "SET " + Table.WAKE_AT + " = :lease",
                    untouched,
                    Map.of(":seen", seen, ":lease", AttributeValue.fromN(Long.toString(leaseUntil.toEpochMilli()))));
        }
    }
}
