package dev.crm1c.model.port;

import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.tenant.Tenant;
import java.time.Instant;
import java.util.Optional;

/** What was found in a tenant's base and stays true for a while; kept for each of the tenant's own companies. */
public interface BaseFacts {
    /** Empty when nothing was found yet, it is older than its time, or the tenant's connection was changed since. */
    Optional<OneCBase> find(Tenant tenant, Instant now);

    void put(Tenant tenant, OneCBase base, Instant until);

    /** When the base turns out to be another than it was: for all of the tenant's companies. */
    void forget(Tenant tenant);
}
