package dev.crm1c.model.onec;

import java.util.UUID;

/** What a document needs of the tenant's base and what hardly ever changes there: found once a day, then taken from the table. */
public record OneCBase(UUID organization, UUID bankAccount, UUID currency, UUID country) {}
