package dev.crm1c.crmtoonec;

import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.port.BaseFacts;
import dev.crm1c.model.port.OneC;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What hardly ever changes in a tenant's base: asked of 1C once a day. */
@ApplicationScoped
class KnownBase {
    private static final Duration STAYS_KNOWN = Duration.ofDays(1);

    private final OneC oneC;
    private final BaseFacts facts;
    private final Clock clock;

    KnownBase(OneC oneC, BaseFacts facts, Clock clock) {
        this.oneC = oneC;
        this.facts = facts;
        this.clock = clock;
    }

    Reply<OneCBase> of(Tenant tenant) {
        Instant now = clock.instant();
        return facts.find(tenant, now)
                .map(Reply::of)
                .orElseGet(() -> oneC.findBase(tenant).map(found -> {
                    facts.put(tenant, found, now.plus(STAYS_KNOWN));
                    return found;
                }));
    }
}
