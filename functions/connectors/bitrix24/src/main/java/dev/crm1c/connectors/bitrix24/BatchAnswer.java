package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The answer to a batch: HTTP 200 even when every command failed, so each command's own end is read here.
 * Empty maps come as {@code []}, and maps by the numbers 0, 1, 2… as arrays.
 */
record BatchAnswer(JsonNode result) {

    sealed interface Part {
        record Result(JsonNode value) implements Part {}

        record Failed(Bitrix24Errors.Code code) implements Part {}

        /** Not run, because a command before it failed. */
        record NotRun() implements Part {}
    }

    Part part(String command) {
        JsonNode error = named(result.path("result_error"), command);
        if (!error.isMissingNode()) {
            return new Part.Failed(Bitrix24Errors.Code.of(error));
        }
        JsonNode value = named(result.path("result"), command);
        return value.isMissingNode() ? new Part.NotRun() : new Part.Result(value);
    }

    /** The commands without a result: only these are repeated, and creations among them only after a look (reference "bitrix24", 0.8). */
    Set<String> unfinished(Batch batch) {
        return batch.methods().keySet().stream()
                .filter(command -> !(part(command) instanceof Part.Result))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The command's answer, or a missing node when there is none. */
    JsonNode valueOrMissing(String command) {
        return part(command) instanceof Part.Result(JsonNode value) ? value : MissingNode.getInstance();
    }

    /** Whether the command's list goes on behind this page. */
    boolean hasMore(String command) {
        return !named(result.path("result_next"), command).isMissingNode();
    }

    static JsonNode named(JsonNode map, String name) {
        return map.isArray() && name.matches("[0-9]{1,2}") ? map.path(Integer.parseInt(name)) : map.path(name);
    }
}
