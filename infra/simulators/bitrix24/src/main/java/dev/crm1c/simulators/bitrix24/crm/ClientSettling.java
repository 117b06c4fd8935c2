package dev.crm1c.simulators.bitrix24.crm;

import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongPredicate;

/** Whom an item is for: contactId is the first of contactIds, and whichever of the two was changed leads. */
record ClientSettling(LongPredicate companyExists, LongPredicate contactExists) {

    void settle(Map<String, Object> before, Map<String, Object> values) {
        require(companyExists, values.get("companyId"), "Компания");
        if (!same(before, values, "contactIds")) {
            set(
                    values,
                    "contactId",
                    contacts(values).isEmpty() ? null : contacts(values).getFirst());
        } else if (!same(before, values, "contactId")) {
            set(values, "contactIds", values.get("contactId") == null ? null : List.of(values.get("contactId")));
        }
        contacts(values).forEach(id -> require(contactExists, id, "Контакт"));
    }

    static void require(LongPredicate exists, Object id, String title) {
        if (id != null && !exists.test((long) id)) {
            throw notValid(title);
        }
    }

    static RuntimeException notValid(String title) {
        return RestError.of(400, "CRM_FIELD_ERROR_VALUE_NOT_VALID", "Неверное значение поля \"" + title + "\"<br>")
                .refusal();
    }

    static boolean same(Map<String, Object> before, Map<String, Object> values, String field) {
        return Objects.equals(before.get(field), values.get(field));
    }

    private static List<?> contacts(Map<String, Object> values) {
        return values.get("contactIds") instanceof List<?> ids ? ids : List.of();
    }

    private static void set(Map<String, Object> values, String field, Object value) {
        if (value == null) {
            values.remove(field);
        } else {
            values.put(field, value);
        }
    }
}
