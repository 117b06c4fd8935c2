package dev.crm1c.model.fake;

import dev.crm1c.model.port.Tenants;
import dev.crm1c.model.port.WebhookDoors;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import dev.crm1c.model.tenant.WebhookDoor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class InMemoryTenants implements Tenants, WebhookDoors {
    private final Map<TenantId, Tenant> tenants = new HashMap<>();
    private final Map<TenantId, WebhookDoor> doors = new HashMap<>();
    private final Map<TenantId, WebhookDoor> remembered = new HashMap<>();

    public void put(Tenant tenant) {
        tenants.put(tenant.id(), tenant);
    }

    public void put(WebhookDoor door) {
        doors.put(door.tenant(), door);
    }

    @Override
    public Optional<Tenant> find(TenantId id) {
        return Optional.ofNullable(tenants.get(id));
    }

    @Override
    public List<TenantId> all() {
        return List.copyOf(tenants.keySet());
    }

    @Override
    public void put(Tenant tenant, String file, WebhookDoor door) {
        put(tenant);
        put(door);
    }

    /** What was read once is remembered until it is read anew. */
    @Override
    public Optional<WebhookDoor> doorOf(TenantId tenant) {
        return Optional.ofNullable(remembered.computeIfAbsent(tenant, doors::get));
    }

    @Override
    public Optional<WebhookDoor> doorAnew(TenantId tenant) {
        remembered.remove(tenant);
        return doorOf(tenant);
    }
}
