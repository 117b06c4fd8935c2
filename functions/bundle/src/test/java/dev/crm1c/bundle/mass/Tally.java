package dev.crm1c.bundle.mass;

import dev.crm1c.model.onec.Diagnosis;
import dev.crm1c.model.port.Journal;
import dev.crm1c.model.portal.PortalDiagnosis;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.tenant.TenantId;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the functions write down, counted. */
@Mock
@Singleton
class Tally implements Journal {
    final AtomicInteger received = new AtomicInteger();
    final AtomicInteger woken = new AtomicInteger();
    final AtomicInteger broken = new AtomicInteger();
    final Map<CrmRef, Integer> parks = new ConcurrentHashMap<>();
    final Map<Delay, Integer> delays = new ConcurrentHashMap<>();
    final Map<CrmRef, Instant> done = new ConcurrentHashMap<>();
    private final Clock clock;

    Tally(Clock clock) {
        this.clock = clock;
    }

    void forget() {
        received.set(0);
        woken.set(0);
        broken.set(0);
        parks.clear();
        delays.clear();
        done.clear();
    }

    @Override
    public void received(ChangeNotice notice) {
        received.incrementAndGet();
    }

    @Override
    public void woken(int count) {
        woken.addAndGet(count);
    }

    @Override
    public void rehearsed(TenantId tenant, CrmRef deal, List<String> plan) {}

    @Override
    public void settled(ChangeNotice notice, Outcome outcome) {
        switch (outcome) {
            case Outcome.Later(var _, Delay why) -> {
                parks.merge(notice.subject(), 1, Integer::sum);
                delays.merge(why, 1, Integer::sum);
            }
            case Outcome.Unchanged(Outcome.Because because)
            when because == Outcome.Because.NO_SCENARIO -> done.put(notice.subject(), clock.instant());
            case Outcome.Applied _, Outcome.Unchanged _, Outcome.NeedsPeople _, Outcome.Refused _ -> {}
        }
    }

    @Override
    public void broke(String messageId, RuntimeException cause) {
        broken.incrementAndGet();
    }

    @Override
    public void ofNoInterest(TenantId tenant, String event) {}

    @Override
    public void turnedAway(TenantId tenant, String why) {}

    @Override
    public void installed(TenantId tenant) {}

    @Override
    public void uninstalled(TenantId tenant) {}

    @Override
    public void buried(String messageId) {}

    @Override
    public void examined(TenantId tenant, Diagnosis diagnosis) {}

    @Override
    public void examined(TenantId tenant, PortalDiagnosis diagnosis) {}
}
