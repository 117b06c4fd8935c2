package dev.crm1c.simulators.bitrix24.crm;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A deal, a contact or a company as it was saved; an empty field is absent from the values. */
public record Item(ItemType type, Map<String, Object> values) {
    public Item {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public long id() {
        return (long) values.get("id");
    }

    public Object value(String field) {
        return values.get(field);
    }

    public String text(String field) {
        return (String) values.getOrDefault(field, "");
    }

    public long reference(String field) {
        return (long) values.getOrDefault(field, 0L);
    }

    public BigDecimal amount(String field) {
        return (BigDecimal) values.getOrDefault(field, BigDecimal.ZERO);
    }

    public List<MultiField> multiFields() {
        return values.get("fm") instanceof List<?> rows
                ? rows.stream().map(MultiField.class::cast).toList()
                : List.of();
    }
}
