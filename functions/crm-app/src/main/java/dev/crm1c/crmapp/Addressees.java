package dev.crm1c.crmapp;

import dev.crm1c.model.port.CrmApplication;
import dev.crm1c.model.port.CrmApplications;
import dev.crm1c.model.port.Tenants;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whom {@code /crm/{system}/{tenant}/…} names: a tenant of ours whose CRM it is. */
@ApplicationScoped
class Addressees {
    private final Tenants tenants;
    private final CrmApplications applications;

    Addressees(Tenants tenants, CrmApplications applications) {
        this.tenants = tenants;
        this.applications = applications;
    }

    record Addressee(Tenant tenant, CrmApplication crm) {}

    /** Empty for whatever is not ours, without saying which part of it is not. */
    Optional<Addressee> find(String system, String tenant) {
        var crmSystem = new CrmSystem(system);
        return applications
                .of(crmSystem)
                .flatMap(crm -> TenantId.parse(tenant)
                        .flatMap(tenants::find)
                        .filter(known -> known.crm().system().equals(crmSystem))
                        .map(known -> new Addressee(known, crm)));
    }
}
