package dev.crm1c.model.fake;

import dev.crm1c.model.port.Works;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Work;
import dev.crm1c.model.sync.Work.Parking;
import dev.crm1c.model.tenant.TenantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

public final class InMemoryWorks implements Works {
    private final Map<String, Work> works = new HashMap<>();
    private final Set<CrmRef> broken = new HashSet<>();

    /** From now on whoever asks for this one finds no table. */
    public void breakAt(CrmRef subject) {
        broken.add(subject);
    }

    @Override
    public Work find(TenantId tenant, CrmRef subject) {
        if (broken.contains(subject)) {
            throw new IllegalStateException("no table");
        }
        return works.getOrDefault(tenant + "/" + subject, Work.unseen(tenant, subject));
    }

    @Override
    public void put(Work work) {
        works.put(work.tenant() + "/" + work.subject(), work);
    }

    @Override
    public List<CrmRef> waitingFor(TenantId tenant, CrmRef cure) {
        return works.values().stream()
                .filter(work -> work.tenant().equals(tenant))
                .filter(work -> work.parking() instanceof Parking.Parked parked
                        && parked.waitsFor().contains(cure))
                .map(Work::subject)
                .toList();
    }

    @Override
    public Waiting anybodyWaiting(TenantId tenant) {
        return works.values().stream()
                        .anyMatch(work -> work.tenant().equals(tenant)
                                && work.parking() instanceof Parking.Parked parked
                                && !parked.waitsFor().isEmpty())
                ? Waiting.SOMEBODY
                : Waiting.NOBODY;
    }
}
