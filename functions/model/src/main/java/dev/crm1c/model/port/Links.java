package dev.crm1c.model.port;

import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.tenant.TenantId;
import java.util.Map;
import java.util.Set;

/** The pairs of things in both systems. A cache of truth: it can be rebuilt from the markers in 1C. */
public interface Links {
    Link find(TenantId tenant, LinkKey key);

    /** Only those that exist. */
    Map<LinkKey, Link> findAll(TenantId tenant, Set<LinkKey> keys);

    /** Atomic: of two claimers one wins, whatever lane or process they run in. */
    Claiming claim(TenantId tenant, LinkKey key, Link.Claim claim);

    /** Takes a claim over from a maker that died; loses when anybody was faster. */
    Claiming takeOver(TenantId tenant, LinkKey key, Link.Claim former, Link.Claim next);

    /** Claims the making of another in place of one that is no longer in use; loses when anybody was faster. */
    Claiming claimInstead(TenantId tenant, LinkKey key, OneCRef former, Link.Claim claim);

    void put(TenantId tenant, LinkKey key, Link link);

    void forget(TenantId tenant, LinkKey key);

    enum Claiming {
        WON,
        LOST
    }
}
