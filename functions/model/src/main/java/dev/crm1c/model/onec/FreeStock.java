package dev.crm1c.model.onec;

import java.math.BigDecimal;
import java.util.UUID;

/** How much of an item lies in one place and is promised to nobody; never below zero. */
public record FreeStock(UUID item, Place place, BigDecimal quantity) {

    public sealed interface Place {
        record Warehouse(UUID key) implements Place {}

        /** The base keeps its books without warehouses. */
        record Anywhere() implements Place {}
    }
}
