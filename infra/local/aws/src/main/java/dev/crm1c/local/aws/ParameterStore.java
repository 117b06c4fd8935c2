package dev.crm1c.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * The one call of Systems Manager that the functions make, {@code GetParameter}, over the secrets that the local cloud was given;
 * the emulators do not speak it. Source: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameter.html
 */
public final class ParameterStore implements AutoCloseable {
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> parameters = new ConcurrentHashMap<>();
    private final HttpServer server;

    public ParameterStore() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public void put(String name, String value) {
        parameters.put(name, value);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode request = json.readTree(exchange.getRequestBody());
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            String value = parameters.get(request.path("Name").asText());
            if (!"AmazonSSM.GetParameter".equals(target)) {
                answer(exchange, 400, json.createObjectNode().put("__type", "UnknownOperationException"));
            } else if (value == null) {
                answer(exchange, 400, json.createObjectNode().put("__type", "ParameterNotFound"));
            } else {
                ObjectNode found = json.createObjectNode();
                found.putObject("Parameter")
                        .put("Name", request.path("Name").asText())
                        .put("Type", "SecureString")
                        .put("Value", value)
                        .put("Version", 1);
                answer(exchange, 200, found);
            }
        }
    }

    private void answer(HttpExchange exchange, int status, ObjectNode body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
