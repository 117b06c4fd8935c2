package dev.crm1c.simulators.onec.failure;

/** The language of error texts; it follows the user of the base (onec.md §1.7). */
public enum Language {
    RUSSIAN("ru"),
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }
}
