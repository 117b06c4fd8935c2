package dev.crm1c.model.onec;

/** Whether a counterparty stands for itself. */
public sealed interface CounterpartyStanding {

    record HeadOffice() implements CounterpartyStanding {}

    /** A branch: same ИНН, a КПП of its own. */
    record BranchOf(CounterpartyOnFile head) implements CounterpartyStanding {}

    /** A branch whose head office 1C does not have. */
    record BranchAlone() implements CounterpartyStanding {}
}
