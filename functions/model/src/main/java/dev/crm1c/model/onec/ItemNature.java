package dev.crm1c.model.onec;

/** What an item is to 1C. */
public enum ItemNature {
    GOODS,
    SERVICE,
    /** A set of items, which no document takes as a line: its parts are sold. */
    KIT
}
