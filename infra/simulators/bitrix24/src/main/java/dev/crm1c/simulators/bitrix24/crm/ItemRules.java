package dev.crm1c.simulators.bitrix24.crm;

import java.util.Map;

/** What the portal itself adds to, checks in and refuses of an item that is about to be saved. */
interface ItemRules {
    /** Fills the fields of a new item that nobody has given. */
    void born(Map<String, Object> values, Moment moment);

    /** Brings derived fields in line; it changes nothing where nothing has changed. */
    void settle(Map<String, Object> before, Map<String, Object> values, Moment moment);

    /** What is said of a saved change; it is always one thing. */
    default Change announced(Item before, Item after, long actor) {
        return after.type().change(after.type().updated(), after.id(), actor);
    }
}
