package dev.crm1c.simulators.bitrix24.crm;

import java.util.List;
import java.util.Map;

/** Companies and contacts: the portal keeps no checks here, it only counts phones and mail addresses. */
final class PartyRules implements ItemRules {
    @Override
    public void born(Map<String, Object> values, Moment moment) {
        values.putIfAbsent("assignedById", moment.actor());
        values.putIfAbsent("opened", "Y");
    }

    @Override
    public void settle(Map<String, Object> before, Map<String, Object> values, Moment moment) {
        List<?> rows = values.get("fm") instanceof List<?> given ? given : List.of();
        values.put("hasPhone", has(rows, "PHONE"));
        values.put("hasEmail", has(rows, "EMAIL"));
    }

    private static String has(List<?> rows, String typeId) {
        return rows.stream()
                        .map(MultiField.class::cast)
                        .anyMatch(row -> row.typeId().equals(typeId))
                ? "Y"
                : "N";
    }
}
