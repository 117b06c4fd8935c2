package dev.crm1c.model.onec;

import dev.crm1c.model.legal.BuyerIdentity;
import dev.crm1c.model.party.Reach;

/**
 * A counterparty that is to be made. {@code registrationNumber} is the ОГРН or ОГРНИП, blank when the CRM does not know it.
 *
 * @param name of a person: last name first
 */
public record CounterpartyCard(
        BuyerIdentity identity, String name, String fullName, String registrationNumber, Reach reach) {
    @Override
    public String toString() {
        return "CounterpartyCard[***]";
    }
}
