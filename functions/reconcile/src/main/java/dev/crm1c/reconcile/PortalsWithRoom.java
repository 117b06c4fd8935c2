package dev.crm1c.reconcile;

import dev.crm1c.model.port.Portals;
import dev.crm1c.model.port.RequestRoom;
import dev.crm1c.model.portal.PortalFacts;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much of what has waited each portal takes now. More would find the bucket empty and go to the end of the line; all of it
 * would leave nothing for the deal that somebody edits at this moment.
 */
@ApplicationScoped
class PortalsWithRoom {
    private static final int PARTS = 3;
    private static final int PARTS_FOR_THOSE_WHO_WAITED = 2;

    private final Portals portals;
    private final RequestRoom requests;

    PortalsWithRoom(Portals portals, RequestRoom requests) {
        this.portals = portals;
        this.requests = requests;
    }

    Portion portion() {
        return new Portion();
    }

    /** What one portion of work may still begin. Tenants of one portal share its room. */
    final class Portion {
        private final Map<String, Integer> left = new HashMap<>();

        boolean takes(Optional<Tenant> tenant) {
            return tenant.map(this::takesOneOf).orElse(true);
        }

        private boolean takesOneOf(Tenant tenant) {
            PortalFacts facts = portals.find(tenant.id());
            String portal = facts.whereabouts().from(tenant.crm().address()).getRawAuthority();
            int room = left.computeIfAbsent(portal, name -> forThoseWhoWaited(requests.room(name, facts.pace())));
            left.put(portal, room - 1);
            return room > 0;
        }

        private static int forThoseWhoWaited(int room) {
            return Math.ceilDiv(room * PARTS_FOR_THOSE_WHO_WAITED, PARTS);
        }
    }
}
