package dev.crm1c.model.port;

import dev.crm1c.model.portal.PortalDiagnosis;
import dev.crm1c.model.tenant.Tenant;

/** Examines a tenant's CRM by reading only. */
public interface CrmDoctor {
    PortalDiagnosis examine(Tenant tenant);
}
