package dev.crm1c.model.deal;

import dev.crm1c.model.money.Quantity;
import java.util.Map;

/**
 * One part of a deal that is handed over at once.
 *
 * @param number from 1
 * @param rows how much of which row, by the row's number
 */
public record Portion(int number, Map<Integer, Quantity> rows) {
    public Portion {
        rows = Map.copyOf(rows);
    }
}
