package dev.crm1c.model.port;

import dev.crm1c.model.deal.DealReading;
import dev.crm1c.model.deal.NotePlace;
import dev.crm1c.model.deal.RobotAnswer;
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

    /** The company that a requisite or a bank detail belongs to; empty when that is gone or is a person's. One request. */
    Reply<Optional<CrmRef>> companyOf(Tenant tenant, CrmRef legalData);

    /** Writes fields and note in one request; returns the note's id. */
    Reply<String> tell(Tenant tenant, CrmRef deal, Telling telling, NotePlace place);

    /** Lets a robot go on that stands still since it called us. */
    Reply<Answered> answerRobot(Tenant tenant, String token, RobotAnswer answer);

    /** The list of changes that this CRM keeps for us, if it can. */
    default Optional<CrmChangeList> changeList() {
        return Optional.empty();
    }

    enum Answered {
        TAKEN,
        /** It has gone on without us, or was stopped. */
        NOBODY_WAITS
    }
}
