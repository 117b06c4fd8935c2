package dev.crm1c.model.fake;

import dev.crm1c.model.port.BaseShapes;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

public final class InMemoryBaseShapes implements BaseShapes {
    private final Map<TenantId, Shape> shapes = new ConcurrentHashMap<>();

    @Override
    public Optional<Shape> find(Tenant tenant) {
        return Optional.ofNullable(shapes.get(tenant.id()));
    }

    @Override
    public void put(Tenant tenant, Shape shape) {
        shapes.put(tenant.id(), shape);
    }
}
