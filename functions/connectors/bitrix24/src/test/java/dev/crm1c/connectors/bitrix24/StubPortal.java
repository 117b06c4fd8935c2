package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.tenant.CrmConnection;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.SecretName;
import dev.crm1c.model.tenant.Tenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A portal that says what the test tells it to and remembers what it was asked. Batches run as the reference has it (4.5): one command after
 * another, {@code $result[…]} replaced or left as it is, an empty map written as a list.
 */
final class StubPortal implements AutoCloseable {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** One command of a batch, or a call of its own. */
    record Call(String method, JsonNode parameters) {
        String text(String pointer) {
            return parameters.at(pointer).asText();
        }
    }

    interface Method {
        JsonNode answer(JsonNode parameters) throws Refusal;
    }

    static final class Refusal extends Exception {
        private final transient JsonNode error;

        Refusal(String code, String description) {
            error = NODES.objectNode().put("error", code).put("error_description", description);
        }
    }

    private final HttpServer server;
    private final Map<String, Method> methods = new HashMap<>();
    private final Set<String> losesAnswerOf = new HashSet<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private StubPortal(HttpServer server) {
        this.server = server;
    }

    static StubPortal start() {
        try {
            var portal =
                    new StubPortal(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            portal.server.createContext("/", portal::answer);
            portal.server.start();
            return portal;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    StubPortal on(String method, Method answer) {
        methods.put(method, answer);
        return this;
    }

    StubPortal on(String method, String json) {
        return on(method, _ -> json(json));
    }

    StubPortal refuses(String method, String code, String description) {
        return on(method, _ -> {
            throw new Refusal(code, description);
        });
    }

    /** The next request with this method in it is carried out, but a proxy's page comes back. */
    void loseAnswerOf(String method) {
        losesAnswerOf.add(method);
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    int requests() {
        return requests.size();
    }

    void forgetCalls() {
        calls.clear();
        requests.clear();
    }

    Tenant tenant() {
        Tenant demo = DemoTenant.of("bitrix24", Unknown.DESCRIBE);
        var here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var connection =
                new CrmConnection(demo.crm().system(), here, new SecretName("demo/crm"), Set.of(), Map.of(), Map.of());
        return new Tenant(demo.id(), connection, demo.onec(), demo.scenarios(), demo.terms(), demo.lanes());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException wrongTest) {
            throw new IllegalArgumentException(wrongTest);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String method = path.substring(path.lastIndexOf('/') + 1);
        JsonNode parameters = JSON.readTree(exchange.getRequestBody().readAllBytes());
        requests.add(method);
        boolean lost = losesAnswerOf.remove(method);
        ObjectNode envelope = NODES.objectNode();
        if (method.equals("batch")) {
            for (JsonNode command : parameters.path("cmd")) {
                lost |= losesAnswerOf.remove(command.asText().split("\\?", 2)[0]);
            }
            envelope.set("result", batch(parameters));
        } else {
            try {
                envelope.set("result", run(method, parameters));
            } catch (Refusal refusal) {
                send(exchange, 400, "application/json", refusal.error.toString());
                return;
            }
        }
        send(
                exchange,
                lost ? 502 : 200,
                lost ? "text/html" : "application/json",
                lost ? "<html>" : envelope.toString());
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private JsonNode run(String method, JsonNode parameters) throws Refusal {
        calls.add(new Call(method, parameters));
        Method known = methods.get(method);
        if (known == null) {
            throw new Refusal("ERROR_METHOD_NOT_FOUND", "Method not found! " + method);
        }
        return known.answer(parameters);
    }

    private JsonNode batch(JsonNode parameters) {
        ObjectNode results = NODES.objectNode();
        ObjectNode errors = NODES.objectNode();
        for (Map.Entry<String, JsonNode> command : parameters.path("cmd").properties()) {
            String[] parts = command.getValue().asText().split("\\?", 2);
            try {
                JsonNode query = PhpQuery.parse(parts.length == 1 ? "" : parts[1], results);
                JsonNode result = run(parts[0], query);
                // As isset() does: an answer of null is none.
                if (!result.isNull()) {
                    results.set(command.getKey(), result);
                }
            } catch (Refusal refusal) {
                errors.set(command.getKey(), refusal.error);
                if (parameters.path("halt").asInt() == 1) {
                    break;
                }
            }
        }
        ObjectNode answer = NODES.objectNode();
        answer.set("result", orList(results));
        answer.set("result_error", orList(errors));
        answer.set("result_next", NODES.arrayNode());
        return answer;
    }

    private static JsonNode orList(ObjectNode map) {
        return map.isEmpty() ? NODES.arrayNode() : map;
    }
}
