package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Several commands in one request, run one after another. Each command is a query string of its own, URL-encoded once.
 * Source: reference "bitrix24", 4.5.
 */
final class Batch {
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
        return commands.computeIfAbsent(name, _ -> new Command(method));
    }

    ObjectNode json() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("halt", afterError == AfterError.STOP ? 1 : 0);
        ObjectNode cmd = body.putObject("cmd");
        commands.forEach((name, command) -> cmd.put(name, command.text()));
        return body;
    }

    static final class Command {
        private final StringBuilder text;
        private char separator = '?';

        private Command(String method) {
            text = new StringBuilder(method);
        }

        /** A value of ours: both sides are encoded, or the {@code =} of a filter like {@code filter[=ownerId]} would end the name. */
        Command with(String name, String value) {
            return raw(encoded(name), encoded(value));
        }

        /** A value that the portal takes from the answer to a former command: {@code $result[deal][item][companyId]}. */
        Command withResult(String name, String path) {
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
