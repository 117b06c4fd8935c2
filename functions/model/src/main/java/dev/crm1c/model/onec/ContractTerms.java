package dev.crm1c.model.onec;

import dev.crm1c.model.tenant.ContractRule.Choice;
import java.time.LocalDate;

/**
 * The contract that a deal goes by.
 *
 * @param name what it is called, the year written out
 * @param from its first day; a contract that is looked for may be older
 * @param until its last day; {@link LocalDate#MAX} where it has none
 */
public record ContractTerms(String name, Choice choice, LocalDate from, LocalDate until) {}
