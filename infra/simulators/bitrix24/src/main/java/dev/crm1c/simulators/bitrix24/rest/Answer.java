package dev.crm1c.simulators.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.wire.Json;
import java.util.OptionalLong;

/** What a method answers: the result and, for a list, how many there are and where the next page begins. */
public record Answer(JsonNode result, OptionalLong total, OptionalLong next) {

    public static Answer of(JsonNode result) {
        return new Answer(result, OptionalLong.empty(), OptionalLong.empty());
    }

    public static Answer of(long id) {
        return of(Json.NODES.numberNode(id));
    }

    /** Old methods answer a write with a bare true. */
    public static Answer yes() {
        return of(Json.NODES.booleanNode(true));
    }

    /** {@code {"item": …}} and the like. */
    public static Answer named(String name, JsonNode value) {
        return of(Json.object().set(name, value));
    }
}
