package dev.crm1c.model.fake;

import dev.crm1c.model.port.Portals;
import dev.crm1c.model.portal.ChangeChannel;
import dev.crm1c.model.portal.OurAddress;
import dev.crm1c.model.portal.Pace;
import dev.crm1c.model.portal.PortalFacts;
import dev.crm1c.model.portal.Whereabouts;
import dev.crm1c.model.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

public final class InMemoryPortals implements Portals {
    private final Map<TenantId, PortalFacts> facts = new ConcurrentHashMap<>();

    @Override
    public PortalFacts find(TenantId tenant) {
        return facts.getOrDefault(tenant, PortalFacts.NOTHING_KNOWN);
    }

    @Override
    public void moved(TenantId tenant, Whereabouts.Moved move) {
        change(tenant, old -> new PortalFacts(move, old.pace(), old.channel(), old.ourAddress()));
    }

    @Override
    public void takes(TenantId tenant, Pace pace) {
        change(tenant, old -> new PortalFacts(old.whereabouts(), pace, old.channel(), old.ourAddress()));
    }

    @Override
    public void tellsBy(TenantId tenant, ChangeChannel channel) {
        change(tenant, old -> new PortalFacts(old.whereabouts(), old.pace(), channel, old.ourAddress()));
    }

    @Override
    public void reachesUsAt(TenantId tenant, OurAddress.Known address) {
        change(tenant, old -> new PortalFacts(old.whereabouts(), old.pace(), old.channel(), address));
    }

    private void change(TenantId tenant, UnaryOperator<PortalFacts> change) {
        facts.put(tenant, change.apply(find(tenant)));
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
