package dev.crm1c.simulators.bitrix24.crm;

import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The user fields of every kind; deals have four of an integration from the start. */
public final class UserFields {

    /** What a new field is to be; the label and the outer code may be null. */
    public record Wish(String entityId, String name, String userTypeId, boolean multiple, String label, String xmlId) {}

    private static final String DEAL = "CRM_DEAL";
    private static final String REQUISITE = "CRM_REQUISITE";
    private static final int LONGEST_NAME = 43;

    private static final Map<String, FieldType> TYPES = Map.of(
            "string", FieldType.STRING,
            "url", FieldType.STRING,
            "enumeration", FieldType.INTEGER,
            "integer", FieldType.INTEGER,
            "double", FieldType.DOUBLE,
            "boolean", FieldType.USER_FLAG,
            "date", FieldType.DATE,
            "datetime", FieldType.DATETIME,
            "file", FieldType.FILE);
    /** Requisites have fewer types (§5.6 [doc]). */
    private static final List<String> TYPES_OF_REQUISITES = List.of("string", "boolean", "double", "datetime");

    private final Ids ids;
    private final ChangeFeed feed;
    private final NavigableMap<Long, UserField> fields = new TreeMap<>();

    UserFields(Ids ids, ChangeFeed feed, DealFields dealFields) {
        this.ids = ids;
        this.feed = feed;
        switch (dealFields) {
            case NONE -> {}
            case MADE_BY_HAND -> makeByHand();
        }
    }

    private void makeByHand() {
        keep(new Wish(DEAL, "UF_CRM_C1_INVOICE_NUMBER", "string", false, "Счёт 1С: номер", null), FieldType.STRING);
        keep(new Wish(DEAL, "UF_CRM_C1_INVOICE_DATE", "date", false, "Счёт 1С: дата", null), FieldType.DATE);
        keep(new Wish(DEAL, "UF_CRM_C1_INVOICE_SUM", "double", false, "Счёт 1С: сумма", null), FieldType.DOUBLE);
        keep(new Wish(DEAL, "UF_CRM_C1_INVOICE_LINK", "url", false, "Счёт 1С: ссылка", null), FieldType.STRING);
    }

    List<Field> of(ItemType type) {
        return of(type.userFieldEntity()).stream().map(UserField::field).toList();
    }

    List<String> namesOfRequisites() {
        return of(REQUISITE).stream().map(UserField::name).toList();
    }

    public List<UserField> of(String entityId) {
        return fields.values().stream()
                .filter(field -> field.entityId().equals(entityId))
                .toList();
    }

    /** Empty also when the field is another kind's. */
    public Optional<UserField> find(String entityId, long id) {
        return Optional.ofNullable(fields.get(id))
                .filter(field -> field.entityId().equals(entityId));
    }

    /** The name is whole here, with its prefix. */
    public UserField add(long actor, Wish wish) {
        FieldType type = Optional.ofNullable(TYPES.get(wish.userTypeId()))
                .filter(known -> !wish.entityId().equals(REQUISITE) || TYPES_OF_REQUISITES.contains(wish.userTypeId()))
                .orElseThrow(() -> core("Пользовательский тип \"" + wish.userTypeId() + "\" не найден.<br>"));
        String name = wish.name();
        if (!name.matches("UF_CRM_[A-Z0-9_]+") || tooLong(wish)) {
            throw core("Неверное имя поля \"" + name + "\".<br>");
        }
        if (of(wish.entityId()).stream().anyMatch(field -> field.name().equals(name))) {
            throw core("Поле " + name + " для объекта " + wish.entityId() + " уже существует.<br>");
        }
        UserField field = keep(wish, type);
        announce("ADD", field, actor);
        return field;
    }

    public void change(long actor, UserField before, String label, String xmlId) {
        UserField after = before.relabelled(label, xmlId);
        fields.put(after.id(), after);
        announce("UPDATE", after, actor);
    }

    /** What the items have in it stays where it is and is not shown any more. */
    public void delete(long actor, UserField field) {
        fields.remove(field.id());
        announce("DELETE", field, actor);
    }

    /** The fields of smart invoices speak as those of smart processes do [guess]. */
    private void announce(String what, UserField field, long actor) {
        String kind = field.entityId().equals("CRM_SMART_INVOICE")
                ? "TYPE"
                : field.entityId().substring("CRM_".length());
        CrmEvent event = CrmEvent.valueOf("ONCRM" + kind + "USERFIELD" + what);
        feed.changed(Change.ofUserField(event, field.id(), field.entityId(), field.name(), actor));
    }

    private UserField keep(Wish wish, FieldType type) {
        UserField field = new UserField(
                ids.next("userField"),
                wish.entityId(),
                wish.name(),
                wish.userTypeId(),
                type,
                wish.multiple(),
                wish.label(),
                wish.xmlId());
        fields.put(field.id(), field);
        return field;
    }

    private static boolean tooLong(Wish wish) {
        // The name of a smart invoice's field begins with 21 characters of its entity; the limit is of the old family.
        return !wish.name().startsWith("UF_CRM_SMART_INVOICE_") && wish.name().length() > LONGEST_NAME;
    }

    private static RuntimeException core(String description) {
        return RestError.of(400, "ERROR_CORE", description).refusal();
    }
}
