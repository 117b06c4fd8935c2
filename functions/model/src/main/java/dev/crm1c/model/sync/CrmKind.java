package dev.crm1c.model.sync;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of CRM objects that a notice can point at. The wire name is part of queue messages and table keys: never rename one. */
public enum CrmKind {
    DEAL("deal"),
    COMPANY("company"),
    CONTACT("contact"),
    REQUISITE("requisite"),
    BANK_DETAIL("bank-detail"),
    INVOICE("invoice"),
    PRODUCT("product"),
    /** The CRM's own list of what has changed; there is one, its id is {@code 0}. */
    CHANGE_LIST("change-list"),
    /** Our application in the CRM, with what it has bound there; there is one, its id is {@code 0}. */
    APPLICATION("application");

    private final String wireName;

    CrmKind(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<CrmKind> fromWire(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(name))
                .findFirst();
    }
}
