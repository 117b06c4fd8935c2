package dev.crm1c.model.onec;

/** The kinds of 1C objects we make or link. The wire name is part of table keys and of profiles: never rename one. */
public enum OneCKind {
    /** The person or group behind counterparties; Управление торговлей and ERP have them, Бухгалтерия does not. */
    PARTNER("partner"),
    COUNTERPARTY("counterparty"),
    CONTRACT("contract"),
    /** The counterparty's own account in a bank. */
    BANK_ACCOUNT("bank-account"),
    ITEM("item"),
    ORDER("order"),
    INVOICE("invoice"),
    /** Goods or services handed over: in Бухгалтерия one document for both, in Управление торговлей what a warehouse gives out. */
    REALIZATION("realization"),
    /** Work done, as Управление торговлей and ERP write it down; in Бухгалтерия a realization says it. */
    ACT("act"),
    TAX_INVOICE("tax-invoice");

    private final String wireName;

    OneCKind(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
