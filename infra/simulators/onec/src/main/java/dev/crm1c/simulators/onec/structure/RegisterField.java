package dev.crm1c.simulators.onec.structure;

import java.util.ArrayList;
import java.util.List;

/**
 * A dimension or a resource under its name in 1C, which has no {@code _Key}, with the properties it is on the wire.
 *
 * @param balanced of an accounting register: one value for both sides of an entry, and not one for each
 */
public record RegisterField(String name, List<Property> properties, boolean balanced) {

    /** {@code Валюта_Key} of the debit side is {@code ВалютаDr_Key}. */
    List<Property> sided(String side) {
        List<Property> sided = new ArrayList<>();
        properties.forEach(property -> sided.add(property.named(sidedName(property.name(), side))));
        return sided;
    }

    /** What the value of this side is called in a record. */
    public String inRecord(String side) {
        String whole = properties.getFirst().name();
        return balanced ? whole : sidedName(whole, side);
    }

    private String sidedName(String property, String side) {
        return name + side + property.substring(name.length());
    }

    public Property property() {
        return properties.getFirst();
    }
}
