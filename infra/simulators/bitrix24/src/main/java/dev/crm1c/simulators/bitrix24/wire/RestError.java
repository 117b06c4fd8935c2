package dev.crm1c.simulators.bitrix24.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An error as it goes over the wire. The code is a string, an empty string or a bare number, family by family
 * (bitrix24.md §4.1); which of them it is, is part of the behaviour.
 */
public record RestError(int status, JsonNode code, String description) {

    public static RestError of(int status, String code, String description) {
        return new RestError(status, Json.NODES.textNode(code), description);
    }

    /** Old crm.* methods: the code is an empty string and only the description tells. */
    public static RestError old(String description) {
        return of(400, "", description);
    }

    /** The crm.item.productrow.* and requisite.link.* families answer with a numeric code. */
    public static RestError numbered(int code, String description) {
        return new RestError(400, Json.NODES.numberNode(code), description);
    }

    public ObjectNode body() {
        ObjectNode body = Json.object();
        body.set("error", code);
        return body.put("error_description", description);
    }

    public RestRefusal refusal() {
        return new RestRefusal(this);
    }
}
