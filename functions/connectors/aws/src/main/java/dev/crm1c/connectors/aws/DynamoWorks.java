package dev.crm1c.connectors.aws;

import dev.crm1c.model.port.Works;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps {@code WORK#} items, one for each CRM object, and {@code WAITS#} items, one for each "this one waits for that one". */
@ApplicationScoped
class DynamoWorks implements Works {
    private static final String WAITS = "WAITS#";
    /** More objects than this waiting for one company is no business of one wake-up: the hourly look finds the rest. */
    private static final int MOST_WAITERS = 200;

    private final Table table;

    DynamoWorks(Table table) {
        this.table = table;
    }

    @Override
    public Work find(TenantId tenant, CrmRef subject) {
        return table.get(tenant.value(), WorkItem.WORK + subject.key())
                .map(item -> WorkItem.read(tenant, subject, item))
                .orElseGet(() -> Work.unseen(tenant, subject));
    }

    /** The new waits stand before the work says it waits, the old ones fall after: a crash between leaves a wake-up too many, never one too few. */
    @Override
    public void put(Work work) {
        Set<String> waits = WorkItem.waitsOf(work);
        waits.forEach(cure -> table.put(Item.at(work.tenant().value(), waitKey(cure, work.subject()))));
        Optional<Item> former = table.put(WorkItem.of(work));
        former.map(item -> item.texts("waitsFor")).orElse(Set.of()).stream()
                .filter(cure -> !waits.contains(cure))
                .forEach(cure -> table.delete(work.tenant().value(), waitKey(cure, work.subject())));
    }

    @Override
    public List<CrmRef> waitingFor(TenantId tenant, CrmRef cure) {
        String prefix = WAITS + cure.key() + "#";
        return table.beginningWith(tenant.value(), prefix, MOST_WAITERS).stream()
                .flatMap(item -> CrmRef.fromKey(item.sort().substring(prefix.length())).stream())
                .toList();
    }

    @Override
    public Waiting anybodyWaiting(TenantId tenant) {
        return table.beginningWith(tenant.value(), WAITS, 1).isEmpty() ? Waiting.NOBODY : Waiting.SOMEBODY;
    }

    private static String waitKey(String cure, CrmRef waiter) {
        return WAITS + cure + "#" + waiter.key();
    }
}
