package dev.crm1c.model.fake;

import dev.crm1c.model.port.Portals;
import dev.crm1c.model.portal.Pace;
import dev.crm1c.model.portal.PortalFacts;
import dev.crm1c.model.portal.Whereabouts;
import dev.crm1c.model.tenant.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryPortals implements Portals {
    private final Map<TenantId, PortalFacts> facts = new ConcurrentHashMap<>();

    @Override
    public PortalFacts find(TenantId tenant) {
        return facts.getOrDefault(tenant, PortalFacts.NOTHING_KNOWN);
    }

    @Override
    public void moved(TenantId tenant, Whereabouts.Moved move) {
        facts.put(tenant, new PortalFacts(move, find(tenant).pace()));
    }

    @Override
    public void takes(TenantId tenant, Pace pace) {
        facts.put(tenant, new PortalFacts(find(tenant).whereabouts(), pace));
    }
}
