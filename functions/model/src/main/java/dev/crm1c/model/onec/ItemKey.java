package dev.crm1c.model.onec;

/** By what an item is known again. The wire name stands in tenant files: never rename one. */
public enum ItemKey {
    ARTICLE("article"),
    BARCODE("barcode"),
    NAME("name");

    private final String wireName;

    ItemKey(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }
}
