package dev.crm1c.model.onec;

import dev.crm1c.model.tenant.ContractRule.Choice;
import java.time.LocalDate;

/**
 * The contract that a deal goes by.
 *
 * @param name what it is called, the year written out
 * @param on the day for which it is wanted: one that has run out by then will not do
 * @param from the first day of a new one; a contract that is found may be older
 * @param until its last day; {@link LocalDate#MAX} where it has none
 */
public record ContractTerms(String name, Choice choice, LocalDate on, LocalDate from, LocalDate until) {
    /** The same of whatever name. */
    public ContractTerms anyOpen() {
        return new ContractTerms(name, Choice.ANY_OPEN, on, from, until);
    }
}
