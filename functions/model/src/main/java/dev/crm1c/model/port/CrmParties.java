package dev.crm1c.model.port;

import dev.crm1c.model.party.CompanyCard;
import dev.crm1c.model.party.ContactCard;
import dev.crm1c.model.portal.Written;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;

/**
 * Companies and people of 1C in the CRM, each of them once: looked for by origin, then by what tells them apart, and only then made. May be asked
 * for again after an end that was not clear. What people called a company, and what they know beside us, stays.
 */
public interface CrmParties {

    /** With its registration, its accounts and addresses. By ИНН and КПП when it does not carry its origin yet. */
    Reply<Put> company(Tenant tenant, CompanyCard card);

    /** By a mail address or a phone when it does not carry its origin yet, and only if these are one person's. */
    Reply<Put> contact(Tenant tenant, ContactCard card);

    record Put(CrmRef party, Written written) {}
}
