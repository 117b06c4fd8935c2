package dev.crm1c.model.party;

import dev.crm1c.model.sync.CrmRef;

/** A person who works at a company. */
public record ContactCard(Origin origin, CrmRef company, String lastName, String name, String secondName, Reach reach) {
    @Override
    public String toString() {
        return "ContactCard[***]";
    }
}
