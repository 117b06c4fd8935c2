package dev.crm1c.model.legal;

/** What a buyer is to the law. The wire name stands in tenant files and profiles: never rename one. */
public enum BuyerKind {
    ORGANIZATION("organization"),
    SOLE_TRADER("sole-trader"),
    /** Buys for himself: has no ИНН that anybody asks for. */
    PERSON("person");

    private final String wireName;

    BuyerKind(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
