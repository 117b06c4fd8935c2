package dev.crm1c.connectors.onec;

import dev.crm1c.model.onec.BankDetails;
import dev.crm1c.model.onec.Contacts;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.port.CounterpartyDetails;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;

/** The rest of a counterparty's card over standard OData. */
@ApplicationScoped
class ODataCounterpartyDetails implements CounterpartyDetails {
    private final BankAccountDesk accounts;
    private final ContactDesk contactDesk;

    ODataCounterpartyDetails(BankAccountDesk accounts, ContactDesk contactDesk) {
        this.accounts = accounts;
        this.contactDesk = contactDesk;
    }

    @Override
    public Reply<OneCRef> bankAccount(Tenant tenant, Parties parties, BankDetails details, ProposedKey proposed) {
        return accounts.account(tenant, parties, details, proposed);
    }

    @Override
    public Reply<Addition> contacts(Tenant tenant, OneCRef counterparty, Contacts contacts) {
        return contactDesk.add(tenant, counterparty, contacts);
    }
}
