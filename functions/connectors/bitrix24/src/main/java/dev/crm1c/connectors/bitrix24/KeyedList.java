package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.StreamSupport;

/**
 * What is listed page by page; the order and the place in it are ours to set.
 *
 * @param parameters filter and select, and what else the method wants
 */
record KeyedList(String method, ObjectNode parameters, Key key) {

    /** How the method calls the id of its rows. */
    enum Key {
        /** {@code crm.item.*}, {@code catalog.*}, {@code sale.*}. */
        MODERN("id"),
        /** {@code crm.deal.*}, requisites, statuses, the timeline. */
        OLD("ID");

        private final String field;

        Key(String field) {
            this.field = field;
        }

        /** -1 when the row has none. */
        long of(JsonNode row) {
            return row.path(field).asLong(-1);
        }
    }

    ObjectNode firstPage() {
        ObjectNode page = parameters.deepCopy().put("start", -1);
        page.putObject("order").put(key.field, "ASC");
        if (page.path("select") instanceof ArrayNode select && !selects(select)) {
            select.add(key.field);
        }
        return page;
    }

    ObjectNode pageAfter(long last) {
        ObjectNode page = firstPage();
        page.withObjectProperty("filter").put(">" + key.field, last);
        return page;
    }

    private boolean selects(ArrayNode select) {
        return StreamSupport.stream(select.spliterator(), false)
                .map(JsonNode::asText)
                .anyMatch(name -> name.equals(key.field) || name.equals("*"));
    }
}
