package dev.crm1c.model.fake;

import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.port.Links;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.tenant.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

public final class InMemoryLinks implements Links {
    private final Map<String, Link> links = new HashMap<>();

    /** As after the loss of the table. */
    public void clear() {
        links.clear();
    }

    private static String at(TenantId tenant, LinkKey key) {
        return tenant + "/" + key.key();
    }

    @Override
    public Link find(TenantId tenant, LinkKey key) {
        return links.getOrDefault(at(tenant, key), new Link.Absent());
    }

    @Override
    public Map<LinkKey, Link> findAll(TenantId tenant, Set<LinkKey> keys) {
        var found = new HashMap<LinkKey, Link>();
        keys.stream()
                .filter(key -> links.containsKey(at(tenant, key)))
                .forEach(key -> found.put(key, links.get(at(tenant, key))));
        return found;
    }

    @Override
    public Claiming claim(TenantId tenant, LinkKey key, Link.Claim claim) {
        return links.putIfAbsent(at(tenant, key), new Link.Planned(claim)) == null ? Claiming.WON : Claiming.LOST;
    }

    @Override
    public Claiming takeOver(TenantId tenant, LinkKey key, Link.Claim former, Link.Claim next) {
        return links.replace(at(tenant, key), new Link.Planned(former), new Link.Planned(next))
                ? Claiming.WON
                : Claiming.LOST;
    }

    @Override
    public Claiming claimInstead(TenantId tenant, LinkKey key, OneCRef former, Link.Claim claim) {
        boolean stands = switch (find(tenant, key)) {
            case Link.Created(OneCRef ref, var _) -> ref.equals(former);
            case Link.OnFile(OneCRef ref, var _, var _) -> ref.equals(former);
            default -> false;
        };
        if (stands) {
            put(tenant, key, new Link.Planned(claim));
            return Claiming.WON;
        }
        return Claiming.LOST;
    }

    @Override
    public void put(TenantId tenant, LinkKey key, Link link) {
        links.put(at(tenant, key), link);
    }

    @Override
    public void forget(TenantId tenant, LinkKey key) {
        links.remove(at(tenant, key));
    }
}
