package dev.crm1c.model.onec;

import java.time.LocalDate;

/** A contract with a buyer that 1C already has and that is open. 1C's empty date means "no date". */
public record ContractOnFile(OneCRef ref, LocalDate date) {}
