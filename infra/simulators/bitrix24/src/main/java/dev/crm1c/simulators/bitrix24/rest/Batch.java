package dev.crm1c.simulators.bitrix24.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.rest.MethodRunner.Outcome;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpArray;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import dev.crm1c.simulators.bitrix24.wire.SystemErrors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Up to fifty commands in one request, one after another; the answer is HTTP 200 even when all have failed, and a map
 * with nothing in it is written as {@code []} (bitrix24.md §4.5 [doc]).
 */
final class Batch {
    private static final int MOST_COMMANDS = 50;
    /** No batch in a batch, and nothing that takes or gives a whole file. */
    private static final Pattern NOT_IN_A_BATCH =
            Pattern.compile("(?i)batch|.*\\.(?:upload|uploadfile|uploadversion|download)");

    /** Runs one command; whom its time is charged to is settled outside. */
    @FunctionalInterface
    interface CommandRunner {
        Outcome run(String method, Params params);
    }

    private final Map<String, JsonNode> results = new LinkedHashMap<>();
    private final Map<String, JsonNode> errors = new LinkedHashMap<>();
    private final Map<String, JsonNode> totals = new LinkedHashMap<>();
    private final Map<String, JsonNode> nexts = new LinkedHashMap<>();
    private final Map<String, JsonNode> times = new LinkedHashMap<>();
    private final CommandRunner runner;

    Batch(CommandRunner runner) {
        this.runner = runner;
    }

    ObjectNode run(Params params) {
        boolean halt = truthy(params.anyCase("halt"));
        int number = 0;
        for (BatchCommand command : BatchCommand.of(params)) {
            number++;
            switch (number > MOST_COMMANDS ? new Outcome.Failed(SystemErrors.BATCH_LENGTH_EXCEEDED) : run(command)) {
                case Outcome.Done done -> keep(command.key(), done);
                case Outcome.Failed failed -> keep(command.key(), failed.error());
            }
            if (halt && !errors.isEmpty()) {
                break;
            }
        }
        ObjectNode answer = Json.object();
        answer.set("result", PhpArray.json(results));
        answer.set("result_error", PhpArray.json(errors));
        answer.set("result_total", PhpArray.json(totals));
        answer.set("result_next", PhpArray.json(nexts));
        answer.set("result_time", PhpArray.json(times));
        return answer;
    }

    private Outcome run(BatchCommand command) {
        if (NOT_IN_A_BATCH.matcher(command.method()).matches()) {
            return new Outcome.Failed(SystemErrors.BATCH_METHOD_NOT_ALLOWED);
        }
        return runner.run(command.method(), new Params(new BatchReferences(results).resolve(command.params())));
    }

    private void keep(String key, Outcome.Done done) {
        results.put(key, done.answer().result());
        done.answer().total().ifPresent(total -> totals.put(key, Json.NODES.numberNode(total)));
        done.answer().next().ifPresent(next -> nexts.put(key, Json.NODES.numberNode(next)));
        times.put(key, done.time());
    }

    private void keep(String key, RestError error) {
        errors.put(key, error.body());
    }

    private static boolean truthy(JsonNode halt) {
        return !halt.isMissingNode()
                && !halt.asText().isEmpty()
                && !halt.asText().equals("0")
                && !halt.asText().equals("false");
    }
}
