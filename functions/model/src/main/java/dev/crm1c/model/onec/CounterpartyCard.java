package dev.crm1c.model.onec;

import dev.crm1c.model.legal.LegalIdentity;

/** A counterparty that is to be made. {@code registrationNumber} is the ОГРН or ОГРНИП, blank when the CRM does not know it. */
public record CounterpartyCard(LegalIdentity identity, String name, String fullName, String registrationNumber) {}
