package dev.crm1c.simulators.onec.structure;

/** How much of a moment an attribute keeps; the rest is cut off on write. */
public enum DatePart {
    DATE,
    TIME,
    DATE_TIME
}
