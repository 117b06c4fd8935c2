package dev.crm1c.model.fake;

import dev.crm1c.model.port.Applications;
import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.portal.Sealed;
import dev.crm1c.model.tenant.TenantId;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

public final class InMemoryApplications implements Applications {
    private final Clock clock;
    private final Map<TenantId, InstalledApplication> installed = new HashMap<>();
    private final Map<TenantId, Instant> claims = new HashMap<>();

    public InMemoryApplications(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Optional<InstalledApplication> find(TenantId tenant) {
        return Optional.ofNullable(installed.get(tenant));
    }

    @Override
    public synchronized void install(TenantId tenant, InstalledApplication application) {
        long version = find(tenant).map(InstalledApplication::version).orElse(0L) + 1;
        installed.put(tenant, with(application, application.tokens(), version));
        claims.remove(tenant);
    }

    @Override
    public synchronized void remove(TenantId tenant) {
        installed.remove(tenant);
        claims.remove(tenant);
    }

    @Override
    public synchronized Claim claimRenewal(TenantId tenant, long version, Instant until) {
        InstalledApplication current = installed.get(tenant);
        if (current == null) {
            return new Claim.NotInstalled();
        }
        if (current.version() != version) {
            return new Claim.Over(current);
        }
        Instant held = claims.getOrDefault(tenant, Instant.MIN);
        if (held.isAfter(clock.instant())) {
            return new Claim.OfAnother(held);
        }
        claims.put(tenant, until);
        return new Claim.Ours();
    }

    @Override
    public synchronized void putOffRenewal(TenantId tenant, long version, Instant until) {
        if (find(tenant).filter(current -> current.version() == version).isPresent()) {
            claims.put(tenant, until);
        }
    }

    @Override
    public synchronized Renewal renewed(TenantId tenant, long version, Sealed tokens) {
        InstalledApplication current = installed.get(tenant);
        if (current == null || current.version() != version) {
            return Renewal.SUPERSEDED;
        }
        installed.put(tenant, with(current, tokens, version + 1));
        claims.remove(tenant);
        return Renewal.STORED;
    }

    private static InstalledApplication with(InstalledApplication application, Sealed tokens, long version) {
        return new InstalledApplication(
                application.memberId(),
                application.applicationToken(),
                application.server(),
                tokens,
                version,
                application.installedAt());
    }
}
