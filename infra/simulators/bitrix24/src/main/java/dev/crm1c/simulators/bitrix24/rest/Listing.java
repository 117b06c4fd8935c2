package dev.crm1c.simulators.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.FieldType;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** A page of a list: fifty rows and no other number, the total, and where the next page begins (bitrix24.md §4.6). */
public final class Listing {
    private static final int PAGE = 50;
    /** start=-1 asks for rows without a count: total is 0 and there is no next. */
    private static final long WITHOUT_COUNT = -1;

    private final JsonNode filter;
    private final JsonNode order;
    private final long start;

    public Listing(JsonNode filter, JsonNode order, JsonNode start) {
        this.filter = filter;
        this.order = order;
        this.start = PhpNumber.whole(start);
    }

    /** Chooses rows that are shown in full and lets the caller cut them down to what was selected. */
    public Answer answer(Columns columns, Collection<ObjectNode> rows, Wrapping wrapping) {
        List<ObjectNode> found = rows(columns, rows);
        long from = Math.max(0, start);
        ArrayNode page = Json.NODES.arrayNode();
        found.stream().skip(from).limit(PAGE).map(wrapping::row).forEach(page::add);
        if (start == WITHOUT_COUNT) {
            return new Answer(wrapping.list(page), OptionalLong.of(0), OptionalLong.empty());
        }
        boolean more = found.size() > from + PAGE;
        return new Answer(
                wrapping.list(page),
                OptionalLong.of(found.size()),
                more ? OptionalLong.of(from + PAGE) : OptionalLong.empty());
    }

    /** What was asked for, in the order asked for, without pages. */
    public List<ObjectNode> rows(Columns columns, Collection<ObjectNode> rows) {
        return rows.stream()
                .filter(new Filter(columns).of(filter))
                .sorted(comparator(columns))
                .toList();
    }

    private Comparator<ObjectNode> comparator(Columns columns) {
        Comparator<ObjectNode> comparator = (one, other) -> 0;
        for (Map.Entry<String, JsonNode> by : PhpArray.entries(order).entrySet()) {
            FieldType type = columns.types().get(by.getKey());
            if (type != null) {
                Comparator<ObjectNode> next = byColumn(by.getKey(), new Comparison(type, columns.time()));
                boolean descending = by.getValue().asText().equalsIgnoreCase("DESC");
                comparator = comparator.thenComparing(descending ? next.reversed() : next);
            }
        }
        return comparator.thenComparing(
                byColumn(columns.idColumn(), new Comparison(FieldType.INTEGER, columns.time())));
    }

    /** Empty values come first, as they do in MySQL. */
    private static Comparator<ObjectNode> byColumn(String name, Comparison comparison) {
        return (one, other) -> {
            JsonNode left = one.path(name);
            JsonNode right = other.path(name);
            boolean leftEmpty = left.asText().isEmpty() || left.isNull();
            boolean rightEmpty = right.asText().isEmpty() || right.isNull();
            return leftEmpty || rightEmpty
                    ? Boolean.compare(rightEmpty, leftEmpty)
                    : comparison.order(left, right).orElse(0);
        };
    }

    /** How a list goes into the result: bare, or under a name; whole rows, or some of their fields. */
    public interface Wrapping {
        ObjectNode row(ObjectNode full);

        JsonNode list(ArrayNode rows);
    }
}
