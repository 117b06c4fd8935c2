package dev.crm1c.model.port;

import dev.crm1c.model.onec.Diagnosis;
import dev.crm1c.model.tenant.Tenant;

/** Examines a tenant's base without changing anything in it. Takes up to a few minutes: the base's description of itself is long. */
public interface OneCDoctor {
    Diagnosis examine(Tenant tenant);
}
