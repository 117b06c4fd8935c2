package dev.crm1c.model.port;

import dev.crm1c.model.portal.ChangeChannel;
import dev.crm1c.model.portal.OurAddress;
import dev.crm1c.model.portal.Pace;
import dev.crm1c.model.portal.PortalFacts;
import dev.crm1c.model.portal.Whereabouts;
import dev.crm1c.model.tenant.TenantId;
import java.util.List;

/** What we have learnt of the tenants' portals since their files were written. What is read may be up to a minute old. */
public interface Portals {

    /** {@link PortalFacts#NOTHING_KNOWN} of a portal that we have learnt nothing of. */
    PortalFacts find(TenantId tenant);

    void moved(TenantId tenant, Whereabouts.Moved move);

    void takes(TenantId tenant, Pace pace);

    void tellsBy(TenantId tenant, ChangeChannel channel);

    void reachesUsAt(TenantId tenant, OurAddress.Known address);

    /** Those whose portal keeps a list of changes for us. */
    List<TenantId> withChangeList();
}
