package dev.crm1c.model.onec;

/** How a counterparty can be reached; blank where nobody knows. */
public record Contacts(String phone, String email) {
    @Override
    public String toString() {
        return "Contacts[***]";
    }
}
