package dev.crm1c.model.portal;

/** Whether the portal had to be told anything. */
public enum Written {
    NOTHING,
    SOMETHING;

    public Written or(Written other) {
        return this == SOMETHING ? this : other;
    }
}
