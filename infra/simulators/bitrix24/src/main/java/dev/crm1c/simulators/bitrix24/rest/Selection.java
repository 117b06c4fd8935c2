package dev.crm1c.simulators.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which fields of a row go into a list. A given select limits the row to it, even the id has to be asked for. */
public final class Selection {
    private final Set<String> fields;

    private Selection(Set<String> fields) {
        this.fields = fields;
    }

    /**
     * @param byDefault what an absent select gives
     * @param star what "*" stands for
     * @param userFields what "UF_*" stands for
     */
    public static Selection of(
            JsonNode select, Collection<String> byDefault, Collection<String> star, Collection<String> userFields) {
        List<JsonNode> asked = PhpArray.values(select);
        if (asked.isEmpty()) {
            return new Selection(new LinkedHashSet<>(byDefault));
        }
        Set<String> fields = new LinkedHashSet<>();
        for (JsonNode name : asked) {
            switch (name.asText()) {
                case "*" -> fields.addAll(star);
                case "UF_*" -> fields.addAll(userFields);
                default -> fields.add(name.asText());
            }
        }
        return new Selection(fields);
    }

    public ObjectNode of(ObjectNode full) {
        ObjectNode row = Json.object();
        full.properties().forEach(field -> {
            if (fields.contains(field.getKey())) {
                row.set(field.getKey(), field.getValue());
            }
        });
        return row;
    }
}
