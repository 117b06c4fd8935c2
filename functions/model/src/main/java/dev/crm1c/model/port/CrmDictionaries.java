package dev.crm1c.model.port;

import dev.crm1c.model.catalogue.CatalogueWords;
import dev.crm1c.model.portal.Pipeline;
import dev.crm1c.model.portal.RequisitePreset;
import dev.crm1c.model.portal.Seller;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import java.util.List;

/** How a tenant's CRM is set up. Read by whoever connects it; every remote failure comes back as the {@code Stopped} of a reply. */
public interface CrmDictionaries {

    /** Two requests, as long as there are at most 50 pipelines. */
    Reply<List<Pipeline>> pipelines(Tenant tenant, Pipeline.Of owner);

    /** The companies that sell, with everything that they are registered as. */
    Reply<List<Seller>> sellers(Tenant tenant);

    Reply<List<RequisitePreset>> requisitePresets(Tenant tenant);

    /** Needs the right to the catalogue. One request, as long as every dictionary has at most 50 entries. */
    Reply<CatalogueWords> catalogueWords(Tenant tenant);
}
