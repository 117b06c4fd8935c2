package dev.crm1c.model.port;

import dev.crm1c.model.catalogue.ProductMarks;
import dev.crm1c.model.deal.DealReading;
import dev.crm1c.model.deal.RobotAnswer;
import dev.crm1c.model.deal.Telling;
import dev.crm1c.model.deal.Telling.Written;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.Tenant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** A CRM as our steps need it. Every remote failure comes back as the {@code Stopped} of a reply. */
public interface Crm {
    CrmSystem system();

    /** Everything about one deal that the tenant's rules look at, in one request while it has at most 50 product rows. */
    Reply<DealReading> readDeal(Tenant tenant, CrmRef deal);

    /** The company that a requisite or a bank detail belongs to; empty when that is gone or is a person's. One request. */
    Reply<Optional<CrmRef>> companyOf(Tenant tenant, CrmRef legalData);

    /**
     * Writes everything in one request; fields that are refused take no entry with them. An entry that is to be new unless it is there costs one
     * request more.
     */
    Reply<Written> tell(Tenant tenant, CrmRef deal, Telling telling);

    /** The entry in the deal's timeline that reads so, among the newest; for one whose id was lost with the answer. One request. */
    Reply<Optional<String>> findEntry(Tenant tenant, CrmRef deal, Predicate<String> text);

    /** Where people open an object of this CRM. */
    String linkTo(Tenant tenant, CrmRef object);

    /** What tells these products apart, by the CRM's ids; one request for 50 of them. One that is gone is missing. */
    Reply<Map<String, ProductMarks>> productMarks(Tenant tenant, Set<String> products);

    CrmPeople people();

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
