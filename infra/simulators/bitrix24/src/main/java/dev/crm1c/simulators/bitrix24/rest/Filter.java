package dev.crm1c.simulators.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.FieldType;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A filter of a list: all conditions must hold; in crm.item.list a group may say {@code logic: OR} (bitrix24.md §4.6). */
final class Filter {
    private static final String LOGIC = "logic";

    private final Columns columns;

    Filter(Columns columns) {
        this.columns = columns;
    }

    Predicate<ObjectNode> of(JsonNode filter) {
        List<Predicate<ObjectNode>> parts = new ArrayList<>();
        boolean or = false;
        for (Map.Entry<String, JsonNode> entry : PhpArray.entries(filter).entrySet()) {
            Condition condition = Condition.of(entry.getKey(), entry.getValue());
            FieldType type = columns.types().get(condition.field());
            if (type != null) {
                parts.add(row -> condition.holds(row.path(condition.field()), type, columns.time()));
            } else if (columns.strict() && entry.getKey().equalsIgnoreCase(LOGIC)) {
                or = entry.getValue().asText().equalsIgnoreCase("OR");
            } else if (columns.strict() && condition.isGroup() && PhpArray.is(entry.getValue())) {
                parts.add(of(entry.getValue()));
            } else if (columns.strict()) {
                throw RestError.of(
                                400,
                                "INVALID_ARG_VALUE",
                                "Invalid filter: field '" + condition.field() + "' is not allowed in filter")
                        .refusal();
            }
        }
        boolean any = or;
        return row -> any
                ? parts.stream().anyMatch(part -> part.test(row))
                : parts.stream().allMatch(part -> part.test(row));
    }
}
