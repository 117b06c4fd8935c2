package dev.crm1c.model.deal;

/** What the CRM answers when asked for a deal. */
public sealed interface DealReading {
    record Present(Deal deal) implements DealReading {}

    record Gone() implements DealReading {}
}
