package dev.crm1c.model.fake;

import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.port.BaseFacts;
import dev.crm1c.model.tenant.Tenant;
import java.time.Instant;
import java.util.Optional;

/** Holds the facts of one tenant's base. */
public final class InMemoryBaseFacts implements BaseFacts {
    private Optional<OneCBase> known = Optional.empty();
    private Instant until = Instant.MIN;

    @Override
    public Optional<OneCBase> find(Tenant tenant, Instant now) {
        return known.filter(_ -> now.isBefore(until));
    }

    @Override
    public void put(Tenant tenant, OneCBase base, Instant goodUntil) {
        known = Optional.of(base);
        until = goodUntil;
    }

    @Override
    public void forget(Tenant tenant) {
        known = Optional.empty();
    }
}
