package dev.crm1c.simulators.bitrix24.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * An error as it goes over the wire. The code is a string, an empty string or a bare number, family by family
 * (bitrix24.md §4.1); which of them it is, is part of the behaviour.
 */
public record RestError(int status, JsonNode code, String description, Map<String, String> more) {
    public RestError {
        more = Map.copyOf(more);
    }

    public static RestError of(int status, String code, String description) {
        return new RestError(status, Json.NODES.textNode(code), description, Map.of());
    }

    /** Old crm.* methods: the code is an empty string and only the description tells. */
    public static RestError old(String description) {
        return of(400, "", description);
    }

    /** The crm.item.productrow.* and requisite.link.* families answer with a numeric code. */
    public static RestError numbered(int code, String description) {
        return new RestError(400, Json.NODES.numberNode(code), description, Map.of());
    }

    public ObjectNode body() {
        ObjectNode body = Json.object();
        body.set("error", code);
        body.put("error_description", description);
        more.forEach(body::put);
        return body;
    }

    /** Some errors carry one key more (bitrix24.md §4.1). */
    public RestError with(String key, String value) {
        return new RestError(status, code, description, Map.of(key, value));
    }

    public RestRefusal refusal() {
        return new RestRefusal(this);
    }
}
