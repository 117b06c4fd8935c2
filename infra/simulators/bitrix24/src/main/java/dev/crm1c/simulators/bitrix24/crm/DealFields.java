package dev.crm1c.simulators.bitrix24.crm;

/** Which fields for an invoice of 1C a deal has before anybody adds one through REST. */
public enum DealFields {
    NONE,
    /** Number, date, sum and link. */
    MADE_BY_HAND
}
