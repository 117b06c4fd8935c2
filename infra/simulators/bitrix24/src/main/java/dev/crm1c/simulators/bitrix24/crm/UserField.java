package dev.crm1c.simulators.bitrix24.crm;

/** A field that the portal's people, or an integration, have added to the deals (bitrix24.md §5.9). */
public record UserField(
        long id, String name, String userTypeId, FieldType type, boolean multiple, String label, String xmlId) {

    Field field() {
        return Field.user(name, type, multiple);
    }
}
