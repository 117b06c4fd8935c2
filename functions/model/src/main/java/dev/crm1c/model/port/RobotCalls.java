package dev.crm1c.model.port;

import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.TenantId;
import java.util.List;

/** Robots of the CRM that called us about an object and stand still until we answer. */
public interface RobotCalls {

    /**
     * @param token the CRM's name for the call, at most 2,000 characters
     */
    Keeping keep(TenantId tenant, CrmRef subject, String token);

    List<String> unanswered(TenantId tenant, CrmRef subject);

    void answered(TenantId tenant, CrmRef subject, String token);

    enum Keeping {
        KEPT,
        UNAVAILABLE
    }
}
