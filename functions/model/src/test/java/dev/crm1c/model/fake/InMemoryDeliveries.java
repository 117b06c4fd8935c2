package dev.crm1c.model.fake;

import dev.crm1c.model.deal.Portion;
import dev.crm1c.model.port.Deliveries;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

public final class InMemoryDeliveries implements Deliveries {
    private final Map<String, List<Portion>> portions = new HashMap<>();

    @Override
    public List<Portion> of(TenantId tenant, CrmRef deal) {
        return List.copyOf(portions.getOrDefault(tenant + "/" + deal, List.of()));
    }

    @Override
    public Adding add(TenantId tenant, CrmRef deal, Portion portion) {
        List<Portion> known = portions.computeIfAbsent(tenant + "/" + deal, _ -> new ArrayList<>());
        if (known.size() != portion.number() - 1) {
            return Adding.TAKEN;
        }
        known.add(portion);
        return Adding.KEPT;
    }
}
