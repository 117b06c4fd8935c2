package dev.crm1c.admin;

import dev.crm1c.model.port.CrmSetUp;
import dev.crm1c.model.port.Portals;
import dev.crm1c.model.port.Tenants;
import dev.crm1c.model.portal.OurAddress;
import dev.crm1c.model.portal.Piece;
import dev.crm1c.model.portal.PortalDiagnosis;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes what a tenant's portal needs and then examines it. Every step looks before it makes, so the whole may be repeated at any time; a portal
 * that stops in the middle is told by the examination.
 */
@ApplicationScoped
class SetUpPortal {
    private final Tenants tenants;
    private final CrmSetUp setUp;
    private final Portals portals;
    private final CheckPortal checkPortal;

    SetUpPortal(Tenants tenants, CrmSetUp setUp, Portals portals, CheckPortal checkPortal) {
        this.tenants = tenants;
        this.setUp = setUp;
        this.portals = portals;
        this.checkPortal = checkPortal;
    }

    record Result(List<Piece> pieces, PortalDiagnosis diagnosis) {}

    /** Empty when there is no such tenant. */
    Optional<Result> setUp(TenantId id) {
        return tenants.find(id).map(tenant -> new Result(pieces(tenant), checkPortal.check(tenant)));
    }

    private List<Piece> pieces(Tenant tenant) {
        var pieces = new ArrayList<Piece>();
        collect(setUp.fields(tenant), pieces);
        switch (portals.find(tenant.id()).ourAddress()) {
            case OurAddress.Known(var address) -> collect(setUp.application(tenant, address), pieces);
            case OurAddress.Unknown() -> {}
        }
        return pieces;
    }

    private static void collect(Reply<List<Piece>> made, List<Piece> pieces) {
        if (made instanceof Reply.Got<List<Piece>>(var all)) {
            pieces.addAll(all);
        }
    }
}
