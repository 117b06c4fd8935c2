package dev.crm1c.simulators.bitrix24.crm;

import java.util.Map;

/** What the portal itself adds to, checks in and refuses of an item that is about to be saved. */
interface ItemRules {
    /** Fills the fields of a new item that nobody has given. */
    void born(Map<String, Object> values, Moment moment);

    /** Brings derived fields in line; it changes nothing where nothing has changed. */
    void settle(Map<String, Object> before, Map<String, Object> values, Moment moment);

    /** Whether outgoing webhooks hear of this change. */
    default boolean heard(Item before, Item after) {
        return true;
    }
}
