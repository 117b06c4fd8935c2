package dev.crm1c.model.portal;

/** Encrypted text, readable only with a key from the secret store; what lies in the table is this (docs/adr/0008). */
public record Sealed(String text) {
    @Override
    public String toString() {
        return "sealed";
    }
}
