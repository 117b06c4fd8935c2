package dev.crm1c.model.party;

import java.util.List;

/** How somebody can be reached. */
public record Reach(List<String> phones, List<String> emails) {
    public Reach {
        phones = List.copyOf(phones);
        emails = List.copyOf(emails);
    }

    @Override
    public String toString() {
        return "Reach[***]";
    }
}
