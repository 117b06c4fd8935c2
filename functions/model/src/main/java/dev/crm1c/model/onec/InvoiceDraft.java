package dev.crm1c.model.onec;

import dev.crm1c.model.money.Money;
import java.time.LocalDateTime;
import java.util.List;

/** An invoice as it should stand in 1C. */
public record InvoiceDraft(
        Marker marker,
        LocalDateTime date,
        OneCBase base,
        OneCRef counterparty,
        OneCRef contract,
        List<InvoiceLine> lines) {
    public InvoiceDraft {
        lines = List.copyOf(lines);
    }

    public Money total() {
        return lines.stream().map(InvoiceLine::gross).reduce(Money.ZERO, Money::plus);
    }
}
