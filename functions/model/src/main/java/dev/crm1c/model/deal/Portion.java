package dev.crm1c.model.deal;

import dev.crm1c.model.money.Quantity;
import java.util.Map;
import java.util.Set;

/**
 * One part of a deal that is handed over at once.
 *
 * @param number from 1
 * @param rows how much of which row, by the row's number
 * @param services those of the rows that sell no goods
 */
public record Portion(int number, Map<Integer, Quantity> rows, Set<Integer> services) {
    public Portion {
        rows = Map.copyOf(rows);
        services = Set.copyOf(services);
    }
}
