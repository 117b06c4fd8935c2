package dev.crm1c.model.port;

import dev.crm1c.model.deal.DealFile;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import java.util.List;

/** Documents of 1C as people sign them. Standard OData cannot make one (reference "onec", 3.2): nobody answers here before 1C has our extension. */
public interface PrintedForms {
    Reply<List<DealFile>> of(Tenant tenant, OneCRef document);
}
