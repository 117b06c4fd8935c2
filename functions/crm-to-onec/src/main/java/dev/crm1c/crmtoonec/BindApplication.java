package dev.crm1c.crmtoonec;

import dev.crm1c.model.port.CrmSetUp;
import dev.crm1c.model.port.Portals;
import dev.crm1c.model.portal.OurAddress;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Outcome.Because;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;

/** Our application was installed or updated, which drops whatever it had bound on the portal: bind what is missing. */
@ApplicationScoped
class BindApplication {
    private final Portals portals;
    private final CrmSetUp setUp;

    BindApplication(Portals portals, CrmSetUp setUp) {
        this.portals = portals;
        this.setUp = setUp;
    }

    Outcome bind(Tenant tenant) {
        return switch (portals.find(tenant.id()).ourAddress()) {
            case OurAddress.Unknown() -> new Outcome.Refused("no portal has called this tenant's addresses yet");
            case OurAddress.Known(var address) ->
                setUp.application(tenant, address).end(_ -> new Outcome.Unchanged(Because.BOUND));
        };
    }
}
