package dev.crm1c.simulators.onec;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.UUID;

/** The documents the accountant enters and posts around a sale; what they move, the base knows itself. */
abstract sealed class Papers permits AccountingPapers, TradePapers {
    protected final Window window;

    Papers(Window window) {
        this.window = window;
    }

    /** A receipt of money for this sale: an invoice or an order. */
    abstract UUID pay(UUID sale, BigDecimal sum);

    /** A receipt of money that names no sale at all. */
    abstract UUID payUnallocated(UUID counterparty, UUID organization, BigDecimal sum);

    abstract UUID refund(UUID sale, BigDecimal sum);

    /** Ships all that the sale has. */
    abstract UUID ship(UUID sale);

    abstract UUID setPrice(UUID item, UUID priceKind, BigDecimal price, UUID currency, LocalDateTime at);

    /** Goods come to a warehouse, from nobody in particular. */
    abstract UUID receiveStock(UUID item, UUID warehouse, BigDecimal quantity, BigDecimal cost, LocalDateTime at);

    /** Whether the release has the documents for prices and purchases. */
    abstract boolean complete();
}
