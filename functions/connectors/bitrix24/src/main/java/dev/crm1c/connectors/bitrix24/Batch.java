package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Several commands in one request, run one after another. Each command is a query string of its own, URL-encoded once. A batch is never sent a
 * second time as it is: what has failed is repeated by {@link #only}. Source: reference "bitrix24", 4.5.
 */
final class Batch {
    static final int MOST_COMMANDS = 50;

    private final AfterError afterError;
    private final Map<String, Command> commands = new LinkedHashMap<>();

    enum AfterError {
        /** Needed where a command uses another one's result: an unresolved {@code $result[…]} would go through as literal text. */
        STOP,
        GO_ON
    }

    Batch(AfterError afterError) {
        this.afterError = afterError;
    }

    Command command(String name, String method) {
        if (commands.size() == MOST_COMMANDS || commands.containsKey(name) || method.equals("batch")) {
            throw new IllegalArgumentException(
                    "a batch has " + MOST_COMMANDS + " commands at most, each of its own name, and no batch in it");
        }
        var command = new Command(method);
        commands.put(name, command);
        return command;
    }

    /** These commands alone, for another try; of a chain nothing can be left out. */
    Batch only(Set<String> names) {
        if (afterError == AfterError.STOP) {
            throw new IllegalStateException("the commands of a chain need each other");
        }
        var some = new Batch(afterError);
        commands.forEach((name, command) -> {
            if (names.contains(name)) {
                some.commands.put(name, command);
            }
        });
        return some;
    }

    /** The methods by the names of their commands, in the order in which they run. */
    Map<String, String> methods() {
        var methods = new LinkedHashMap<String, String>();
        commands.forEach((name, command) -> methods.put(name, command.method));
        return Collections.unmodifiableMap(methods);
    }

    Effect effect() {
        return commands.values().stream().allMatch(command -> Effect.of(command.method) == Effect.READS)
                ? Effect.READS
                : Effect.WRITES;
    }

    ObjectNode json() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("halt", afterError == AfterError.STOP ? 1 : 0);
        ObjectNode cmd = body.putObject("cmd");
        commands.forEach((name, command) -> cmd.put(name, command.text()));
        return body;
    }

    private boolean isAnsweredBefore(Command command, String path) {
        return commands.entrySet().stream()
                .takeWhile(entry -> entry.getValue() != command)
                .anyMatch(entry -> path.startsWith("[" + entry.getKey() + "]"));
    }

    final class Command {
        private final String method;
        private final StringBuilder text;
        private char separator = '?';

        private Command(String method) {
            this.method = method;
            text = new StringBuilder(method);
        }

        /** A value of ours: both sides are encoded, or the {@code =} of a filter like {@code filter[=ownerId]} would end the name. */
        Command with(String name, String value) {
            return raw(encoded(name), encoded(value));
        }

        /** Values of an object's fields, by their names: {@code fields[TITLE]=…}. */
        Command fields(Map<String, String> values) {
            values.forEach((name, value) -> with("fields[" + name + "]", value));
            return this;
        }

        /** A value that the portal takes from the answer to a former command: {@code $result[deal][item][companyId]}. */
        Command withResult(String name, String path) {
            if (afterError != AfterError.STOP || !isAnsweredBefore(this, path)) {
                throw new IllegalStateException(
                        "only a chain that stops can use what a command before this one has found");
            }
            return raw(encoded(name), "$result" + path);
        }

        private Command raw(String name, String value) {
            text.append(separator).append(name).append('=').append(value);
            separator = '&';
            return this;
        }

        private String text() {
            return text.toString();
        }

        private static String encoded(String plain) {
            return URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
