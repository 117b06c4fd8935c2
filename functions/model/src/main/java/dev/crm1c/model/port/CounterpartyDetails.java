package dev.crm1c.model.port;

import dev.crm1c.model.onec.BankDetails;
import dev.crm1c.model.onec.Contacts;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.onec.Parties;
import dev.crm1c.model.onec.ProposedKey;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;

/** What a counterparty's card has beside its name and numbers. What people wrote there stays as it is: we only add. */
public interface CounterpartyDetails {

    /** The account with this number: found, or made. People are asked when the base does not know the bank. */
    Reply<OneCRef> bankAccount(Tenant tenant, Parties parties, BankDetails details, ProposedKey proposed);

    /** Adds a phone or an address of a kind that the card has none of. */
    Reply<Addition> contacts(Tenant tenant, OneCRef counterparty, Contacts contacts);

    enum Addition {
        NOTHING,
        SOMETHING
    }
}
