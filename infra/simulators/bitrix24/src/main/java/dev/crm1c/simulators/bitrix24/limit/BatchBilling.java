package dev.crm1c.simulators.bitrix24.limit;

/** To which method the time of a batch is charged: the sources contradict each other (bitrix24.md §4.4). */
public enum BatchBilling {
    /** As documented: each command to its own method, the batch itself is free. */
    BY_COMMAND,
    /** As measured by others: all of it to the method "batch". */
    TO_BATCH
}
