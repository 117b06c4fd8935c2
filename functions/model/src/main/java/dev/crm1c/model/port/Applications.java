package dev.crm1c.model.port;

import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.portal.Sealed;
import dev.crm1c.model.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;

/**
 * Our applications on the tenants' portals, with tokens that change at every renewal: whoever renews them claims it first, because two
 * renewals with one refresh token kill each other (reference "bitrix24", 1.2). Reads are never old.
 */
public interface Applications {
    Optional<InstalledApplication> find(TenantId tenant);

    /** Takes the place of a former installation, and of any renewal that is under way; the version goes on counting. */
    void install(TenantId tenant, InstalledApplication application);

    void remove(TenantId tenant);

    /**
     * @param version of the tokens that have run out
     * @param until when others may try, should we not come back
     */
    Claim claimRenewal(TenantId tenant, long version, Instant until);

    /** The vendor refuses for good: whoever holds the claim keeps everybody from asking again before then. A new installation ends it. */
    void putOffRenewal(TenantId tenant, long version, Instant until);

    /** Stores the new pair in place of that version, in one write, and gives up the claim. */
    Renewal renewed(TenantId tenant, long version, Sealed tokens);

    sealed interface Claim {
        /** Nobody else renews before the claim ends. */
        record Ours() implements Claim {}

        record OfAnother(Instant until) implements Claim {}

        /** Somebody has done it already. */
        record Over(InstalledApplication current) implements Claim {}

        record NotInstalled() implements Claim {}
    }

    enum Renewal {
        STORED,
        /** The application was installed anew or removed meanwhile; the pair at hand is of no use. */
        SUPERSEDED
    }
}
