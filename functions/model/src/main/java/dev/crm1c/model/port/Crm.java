package dev.crm1c.model.port;

import dev.crm1c.model.deal.DealReading;
import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.Tenant;
import java.util.Optional;

/** A CRM as our steps need it. Every remote failure comes back as the {@code Stopped} of a reply. */
public interface Crm {
    CrmSystem system();

    /** Everything about one deal, in one request while it has at most 50 product rows. */
    Reply<DealReading> readDeal(Tenant tenant, CrmRef deal);

    /** The company that a requisite or a bank account belongs to; empty when it is gone or is a person's. One request. */
    Reply<Optional<CrmRef>> companyOf(Tenant tenant, CrmRef legal);

    /** Writes fields and note in one request; returns the note's id. */
    Reply<String> tell(Tenant tenant, CrmRef deal, Telling telling, NotePlace place);
}
