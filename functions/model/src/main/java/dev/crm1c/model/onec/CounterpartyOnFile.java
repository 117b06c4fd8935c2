package dev.crm1c.model.onec;

/** A counterparty that 1C already has. */
public sealed interface CounterpartyOnFile {
    OneCRef ref();

    /** Бухгалтерия: there is nothing above it. */
    record Alone(OneCRef ref) implements CounterpartyOnFile {}

    /** Управление торговлей, ERP. */
    record OfPartner(OneCRef ref, OneCRef partner) implements CounterpartyOnFile {}
}
