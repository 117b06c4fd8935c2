package dev.crm1c.simulators.bitrix24.crm;

/**
 * One field of an item.
 *
 * @param name its name in crm.item.*, or the UF_ name of a user field
 * @param oldName its name in crm.deal.*, empty when the old methods do not show it
 */
public record Field(String name, String oldName, FieldType type, boolean readOnly, boolean user, boolean multiple) {

    public static Field of(String name, String oldName, FieldType type) {
        return new Field(name, oldName, type, false, false, false);
    }

    public static Field disabled(String name) {
        return new Field(name, "", FieldType.DISABLED, true, false, false);
    }

    public Field byPortal() {
        return new Field(name, oldName, type, true, user, multiple);
    }

    static Field user(String name, FieldType type, boolean multiple) {
        return new Field(name, name, type, false, true, multiple);
    }
}
