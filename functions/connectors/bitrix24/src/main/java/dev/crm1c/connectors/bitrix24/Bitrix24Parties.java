package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.party.CompanyCard;
import dev.crm1c.model.party.ContactCard;
import dev.crm1c.model.port.CrmParties;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;

/** Companies and people of the portal, desk by desk. */
@ApplicationScoped
class Bitrix24Parties implements CrmParties {
    private final CompanyDesk companies;
    private final ContactDesk contacts;

    Bitrix24Parties(CompanyDesk companies, ContactDesk contacts) {
        this.companies = companies;
        this.contacts = contacts;
    }

    @Override
    public Reply<Put> company(Tenant tenant, CompanyCard card) {
        return companies.put(tenant, card);
    }

    @Override
    public Reply<Put> contact(Tenant tenant, ContactCard card) {
        return contacts.put(tenant, card);
    }
}
