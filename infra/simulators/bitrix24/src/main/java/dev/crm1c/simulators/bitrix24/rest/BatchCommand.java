package dev.crm1c.simulators.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import dev.crm1c.simulators.bitrix24.wire.PhpForm;
import java.util.List;

/** One command of a batch: {@code "a": "crm.item.get?entityTypeId=2&id=5"}. */
public record BatchCommand(String key, String method, String query) {

    public static List<BatchCommand> of(Params batch) {
        return PhpArray.entries(batch.anyCase("cmd")).entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static BatchCommand of(String key, JsonNode text) {
        String command = text.asText();
        int question = command.indexOf('?');
        return question < 0
                ? new BatchCommand(key, command, "")
                : new BatchCommand(key, command.substring(0, question), command.substring(question + 1));
    }

    ObjectNode params() {
        return query.isEmpty() ? Json.object() : PhpForm.parse(query);
    }
}
