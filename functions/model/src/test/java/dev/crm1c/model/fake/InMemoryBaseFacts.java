package dev.crm1c.model.fake;

import dev.crm1c.model.legal.LegalIdentity;
import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.port.BaseFacts;
import dev.crm1c.model.tenant.Tenant;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Holds the facts of one tenant's base, for each of its companies. */
public final class InMemoryBaseFacts implements BaseFacts {
    private final Map<LegalIdentity, Known> known = new HashMap<>();

    private record Known(OneCBase base, Instant until) {}

    @Override
    public Optional<OneCBase> find(Tenant tenant, Instant now) {
        return Optional.ofNullable(known.get(tenant.onec().organization()))
                .filter(facts -> now.isBefore(facts.until()))
                .map(Known::base);
    }

    @Override
    public void put(Tenant tenant, OneCBase base, Instant goodUntil) {
        known.put(tenant.onec().organization(), new Known(base, goodUntil));
    }

    @Override
    public void forget(Tenant tenant) {
        known.clear();
    }
}
