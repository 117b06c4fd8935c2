package dev.crm1c.crmtoonec;

import dev.crm1c.model.port.Crm;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.Tenant;

/** Where people open what a message speaks of. */
record Places(Tenant tenant, Crm crm, CrmRef deal) {
    String of(CrmRef object) {
        return crm.linkTo(tenant, object);
    }
}
