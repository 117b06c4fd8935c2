package dev.crm1c.simulators.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.wire.PhpNumber;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.Locale;

/** What a method was called with, wherever it stood: query, form or JSON. */
public record Params(ObjectNode values) {

    /** The new methods know their parameters by one spelling only. */
    public JsonNode exact(String name) {
        JsonNode value = values.get(name);
        return value == null ? MissingNode.getInstance() : value;
    }

    /** The old methods take id and ID, fields and FIELDS (bitrix24.md §7.1). */
    public JsonNode anyCase(String name) {
        JsonNode lower = exact(name);
        return lower.isMissingNode() ? exact(name.toUpperCase(Locale.ROOT)) : lower;
    }

    /** Text in either spelling, empty when there is none. */
    public String text(String name) {
        return anyCase(name).asText("");
    }

    /** A number that a new method cannot do without. */
    public long required(String name) {
        JsonNode value = exact(name);
        if (value.isMissingNode() || value.isNull()) {
            throw RestError.numbered(100, "Could not find value for parameter {" + name + "}")
                    .refusal();
        }
        return PhpNumber.whole(value);
    }

    /** A map that a new method cannot do without. */
    public JsonNode requiredArray(String name) {
        JsonNode value = exact(name);
        if (!value.isContainerNode()) {
            throw RestError.numbered(100, "Could not find value for parameter {" + name + "}")
                    .refusal();
        }
        return value;
    }

    /** The id that an old method cannot do without. */
    public long oldId() {
        long id = PhpNumber.whole(anyCase("id"));
        if (id <= 0) {
            throw RestError.old("ID is not defined or invalid.").refusal();
        }
        return id;
    }

    /** The fields that an old method cannot do without. */
    public JsonNode oldFields() {
        JsonNode fields = anyCase("fields");
        if (!fields.isContainerNode()) {
            throw RestError.old("Parameter 'fields' must be array.").refusal();
        }
        return fields;
    }
}
