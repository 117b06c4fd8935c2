package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * The answer to a batch: HTTP 200 even when every command failed, so each command's own end is read here.
 * Empty maps come as {@code []}, which {@link JsonNode#path} takes as "nothing there".
 */
record BatchAnswer(JsonNode result) {

    sealed interface Part {
        record Result(JsonNode value) implements Part {}

        record Failed(Bitrix24Errors.Code code) implements Part {}

        /** Not run, because a command before it failed. */
        record NotRun() implements Part {}
    }

    Part part(String command) {
        JsonNode error = result.path("result_error").path(command);
        if (!error.isMissingNode()) {
            return new Part.Failed(Bitrix24Errors.Code.of(error));
        }
        JsonNode value = result.path("result").path(command);
        return value.isMissingNode() ? new Part.NotRun() : new Part.Result(value);
    }

    /** The command's answer, or a missing node when there is none. */
    JsonNode valueOrMissing(String command) {
        return part(command) instanceof Part.Result(JsonNode value) ? value : MissingNode.getInstance();
    }

    /** Whether the command's list goes on behind this page. */
    boolean hasMore(String command) {
        return result.path("result_next").has(command);
    }
}
