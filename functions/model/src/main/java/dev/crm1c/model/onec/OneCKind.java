package dev.crm1c.model.onec;

/** The kinds of 1C objects we make or link. The wire name is part of table keys: never rename one. */
public enum OneCKind {
    COUNTERPARTY("counterparty"),
    CONTRACT("contract"),
    ITEM("item"),
    INVOICE("invoice");

    private final String wireName;

    OneCKind(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
