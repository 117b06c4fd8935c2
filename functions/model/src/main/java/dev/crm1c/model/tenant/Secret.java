package dev.crm1c.model.tenant;

/** A secret's text. Prints as {@code ***}, so that no log or exception can show it by accident. */
public record Secret(String text) {
    @Override
    public String toString() {
        return "***";
    }
}
