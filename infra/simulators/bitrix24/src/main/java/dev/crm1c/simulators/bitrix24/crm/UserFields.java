package dev.crm1c.simulators.bitrix24.crm;

import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The user fields of deals; other kinds have none in this portal. */
public final class UserFields {
    private static final String PREFIX = "UF_CRM_";
    private static final int LONGEST_NAME = 43;
    private static final Map<String, FieldType> TYPES = Map.of(
            "string", FieldType.STRING,
            "url", FieldType.STRING,
            "enumeration", FieldType.INTEGER,
            "integer", FieldType.INTEGER,
            "double", FieldType.DOUBLE,
            "boolean", FieldType.USER_FLAG,
            "date", FieldType.DATE,
            "datetime", FieldType.DATETIME);

    private final Ids ids;
    private final Map<String, UserField> deals = new LinkedHashMap<>();

    UserFields(Ids ids) {
        this.ids = ids;
        add("C1_INVOICE_NUMBER", "string", false, "Счёт 1С: номер", null);
        add("C1_INVOICE_DATE", "date", false, "Счёт 1С: дата", null);
        add("C1_INVOICE_SUM", "double", false, "Счёт 1С: сумма", null);
        add("C1_INVOICE_LINK", "url", false, "Счёт 1С: ссылка", null);
    }

    List<Field> of(ItemType type) {
        return type == ItemType.DEAL
                ? deals.values().stream().map(UserField::field).toList()
                : List.of();
    }

    public List<UserField> all() {
        return List.copyOf(deals.values());
    }

    /** The prefix is put before the name when it is missing. */
    public UserField add(String name, String userTypeId, boolean multiple, String label, String xmlId) {
        FieldType type = Optional.ofNullable(TYPES.get(userTypeId))
                .orElseThrow(() -> RestError.of(
                                400, "ERROR_CORE", "Пользовательский тип \"" + userTypeId + "\" не найден.<br>")
                        .refusal());
        String full = name.startsWith(PREFIX) ? name : PREFIX + name;
        if (!full.matches("[A-Z0-9_]+") || full.length() > LONGEST_NAME || full.equals(PREFIX)) {
            throw RestError.of(400, "ERROR_CORE", "Неверное имя поля \"" + full + "\".<br>")
                    .refusal();
        }
        if (deals.containsKey(full)) {
            throw RestError.of(400, "ERROR_CORE", "Поле " + full + " для объекта CRM_DEAL уже существует.<br>")
                    .refusal();
        }
        UserField field = new UserField(ids.next("userField"), full, userTypeId, type, multiple, label, xmlId);
        deals.put(full, field);
        return field;
    }
}
