package dev.crm1c.model.onec;

import dev.crm1c.model.money.Money;
import java.time.LocalDateTime;

/** What the CRM is told about a document. The date is in the base's own time zone, as 1C gives it. */
public record DocumentFacts(String number, LocalDateTime date, Money total) {}
