package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.Field;
import dev.crm1c.simulators.bitrix24.crm.FieldType;
import dev.crm1c.simulators.bitrix24.wire.Json;
import java.util.Set;

/** A field as the methods that end in .fields describe it (samples crm.item.fields, crm.requisite.bankdetail.fields). */
final class FieldDescription {

    private static final Set<String> PEOPLE =
            Set.of("createdBy", "updatedBy", "movedBy", "assignedById", "lastActivityBy");

    private FieldDescription() {}

    static ObjectNode of(Field field, String upperName) {
        ObjectNode json = plain(type(field), field.readOnly(), Mutability.CHANGEABLE, field.name());
        json.put("isMultiple", field.multiple() || field.type() == FieldType.REFERENCES);
        json.put("isDynamic", field.user());
        return json.put("upperName", upperName);
    }

    /** Whether a field may be written after its record was made. */
    enum Mutability {
        CHANGEABLE,
        IMMUTABLE
    }

    static ObjectNode plain(String type, boolean readOnly, Mutability mutability, String title) {
        return Json.object()
                .put("type", type)
                .put("isRequired", false)
                .put("isReadOnly", readOnly)
                .put("isImmutable", mutability == Mutability.IMMUTABLE)
                .put("isMultiple", false)
                .put("isDynamic", false)
                .put("title", title);
    }

    private static String type(Field field) {
        if (PEOPLE.contains(field.name())) {
            return "user";
        }
        return switch (field.type()) {
            case INTEGER, REFERENCE, NULLABLE_REFERENCE, REFERENCES -> "integer";
            case DOUBLE, MONEY -> "double";
            case STRING, DISABLED -> "string";
            case STATUS -> "crm_status";
            case FLAG, USER_FLAG -> "boolean";
            case DATE -> "date";
            case DATETIME -> "datetime";
            case MULTI_FIELDS -> "crm_multifield";
            case FILE -> "file";
        };
    }
}
