package dev.crm1c.model.port;

import dev.crm1c.model.portal.Piece;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import java.net.URI;
import java.util.List;

/** Makes what a tenant's CRM needs. Every step looks first and touches nothing that is there, so it may be repeated at any time. */
public interface CrmSetUp {

    /** The deal's fields that the tenant file names. */
    Reply<List<Piece>> fields(Tenant tenant);

    /**
     * Events, robot, tab and list of changes of our application. Nothing when the tenant is connected by a webhook: an employee makes the
     * outgoing one by hand. The portal drops all of it whenever the application is installed anew.
     *
     * @param ourAddress where the portal reaches us: {@code https://….amazonaws.com/crm/bitrix24/demo}
     */
    Reply<List<Piece>> application(Tenant tenant, URI ourAddress);
}
