package dev.crm1c.simulators.bitrix24.method;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.rest.Listing;
import dev.crm1c.simulators.bitrix24.rest.Selection;
import dev.crm1c.simulators.bitrix24.wire.Json;
import java.util.Collection;
import java.util.List;

/** The container of a list, family by family: {@code result}, {@code result.items} and so on (bitrix24.md §4.6). */
record Wrapped(String name, Selection selection) implements Listing.Wrapping {

    static Wrapped bare(Selection selection) {
        return new Wrapped("", selection);
    }

    /** Whole rows, of a method that knows no select. */
    static Wrapped whole(String name, Collection<String> fields) {
        return new Wrapped(name, Selection.of(Json.NODES.missingNode(), fields, List.of(), List.of()));
    }

    @Override
    public ObjectNode row(ObjectNode full) {
        return selection.of(full);
    }

    @Override
    public JsonNode list(ArrayNode rows) {
        return name.isEmpty() ? rows : Json.object().set(name, rows);
    }
}
