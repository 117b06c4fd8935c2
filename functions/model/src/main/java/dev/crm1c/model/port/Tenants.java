package dev.crm1c.model.port;

import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import dev.crm1c.model.tenant.WebhookDoor;
import java.util.List;
import java.util.Optional;

/** The tenants of this deployment. What is read may be up to a minute old. */
public interface Tenants {
    Optional<Tenant> find(TenantId id);

    /** Every tenant in service. */
    List<TenantId> all();

    /** Takes effect for new work within a minute.
     *
     * @param file the tenant file's text, kept as it came
     */
    void put(Tenant tenant, String file, WebhookDoor door);
}
