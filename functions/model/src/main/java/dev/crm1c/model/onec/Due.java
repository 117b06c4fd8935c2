package dev.crm1c.model.onec;

import dev.crm1c.model.money.Money;
import java.time.LocalDate;

/** One part of what is to be paid for a sale. */
public record Due(Moment moment, int percent, Money sum, LocalDate on) {

    /** The wire name stands in profiles and tenant files: never rename one. */
    public enum Moment {
        /** Before anything is bought or made for the sale. */
        ADVANCE("advance"),
        BEFORE_SHIPMENT("before-shipment"),
        AFTER_SHIPMENT("after-shipment");

        private final String wireName;

        Moment(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }
}
