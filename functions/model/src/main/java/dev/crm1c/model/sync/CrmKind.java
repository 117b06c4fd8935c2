package dev.crm1c.model.sync;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of CRM objects that a notice can point at. The wire name is part of queue messages and table keys: never rename one. */
public enum CrmKind {
    DEAL("deal"),
    COMPANY("company"),
    REQUISITE("requisite");

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
