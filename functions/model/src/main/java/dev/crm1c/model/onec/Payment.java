package dev.crm1c.model.onec;

import dev.crm1c.model.money.Money;
import java.time.LocalDateTime;
import java.util.UUID;

/**
 * A posted document by which money came in.
 *
 * @param date in the base's own time
 * @param total of the whole document, which may pay several sales
 * @param ofSale what its breakdown allots to the sale that was asked for
 */
public record Payment(UUID document, Way way, String number, LocalDateTime date, Money total, Money ofSale) {

    public enum Way {
        BANK,
        CASH,
        CARD
    }
}
