package dev.crm1c.simulators.bitrix24.crm;

/**
 * A field that the portal's people, or an integration, have added (bitrix24.md §5.9).
 *
 * @param entityId whose field it is: CRM_DEAL, CRM_SMART_INVOICE …
 */
public record UserField(
        long id,
        String entityId,
        String name,
        String userTypeId,
        FieldType type,
        boolean multiple,
        String label,
        String xmlId) {

    Field field() {
        return Field.user(name, type, multiple);
    }

    UserField relabelled(String newLabel, String newXmlId) {
        return new UserField(id, entityId, name, userTypeId, type, multiple, newLabel, newXmlId);
    }
}
