package dev.crm1c.model.fake;

import dev.crm1c.model.port.Portals;
import dev.crm1c.model.portal.ChangeChannel;
import dev.crm1c.model.portal.Pace;
import dev.crm1c.model.portal.PortalFacts;
import dev.crm1c.model.portal.Whereabouts;
import dev.crm1c.model.tenant.TenantId;
import java.util.List;
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
        facts.put(
                tenant, new PortalFacts(move, find(tenant).pace(), find(tenant).channel()));
    }

    @Override
    public void takes(TenantId tenant, Pace pace) {
        facts.put(
                tenant,
                new PortalFacts(find(tenant).whereabouts(), pace, find(tenant).channel()));
    }

    @Override
    public void tellsBy(TenantId tenant, ChangeChannel channel) {
        facts.put(
                tenant, new PortalFacts(find(tenant).whereabouts(), find(tenant).pace(), channel));
    }

    @Override
    public List<TenantId> withChangeList() {
        return facts.entrySet().stream()
                .filter(known -> known.getValue().channel() != ChangeChannel.EVENTS)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
