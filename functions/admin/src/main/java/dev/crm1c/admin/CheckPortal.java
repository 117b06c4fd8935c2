package dev.crm1c.admin;

import dev.crm1c.model.port.CrmDoctor;
import dev.crm1c.model.port.Journal;
import dev.crm1c.model.port.Tenants;
import dev.crm1c.model.portal.PortalDiagnosis;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Proves a tenant's connection to the CRM without writing there. */
@ApplicationScoped
class CheckPortal {
    private final Tenants tenants;
    private final CrmDoctor doctor;
    private final Journal journal;

    CheckPortal(Tenants tenants, CrmDoctor doctor, Journal journal) {
        this.tenants = tenants;
        this.doctor = doctor;
        this.journal = journal;
    }

    /** Empty when there is no such tenant. */
    Optional<PortalDiagnosis> check(TenantId id) {
        return tenants.find(id).map(this::check);
    }

    PortalDiagnosis check(Tenant tenant) {
        PortalDiagnosis diagnosis = doctor.examine(tenant);
        journal.examined(tenant.id(), diagnosis);
        return diagnosis;
    }
}
