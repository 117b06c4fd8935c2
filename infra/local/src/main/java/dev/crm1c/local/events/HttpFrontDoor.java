package dev.crm1c.local.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.crm1c.local.lambda.LambdaFunction;
import dev.crm1c.local.lambda.LambdaFunction.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * API Gateway's HTTP API: matches routes, wraps calls into payload 2.0, and unwraps answers. Bodies that are neither text nor JSON nor XML go in base64,
 * which includes forms. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
public final class HttpFrontDoor implements AutoCloseable {
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    private final HttpServer server;
    private final List<Route> routes;
    private final ObjectMapper json = new ObjectMapper();

    /** {@code POST /crm/{system}/{tenant}} and the function behind it. */
    public record Route(String method, String path, LambdaFunction function) {
        Optional<ObjectNode> parametersOf(String actualMethod, String actualPath, ObjectMapper json) {
            String[] wanted = path.split("/");
            String[] actual = actualPath.split("/");
            if (!method.equalsIgnoreCase(actualMethod) || wanted.length != actual.length) {
                return Optional.empty();
            }
            ObjectNode parameters = json.createObjectNode();
            for (int i = 0; i < wanted.length; i++) {
                if (wanted[i].startsWith("{")) {
                    parameters.put(wanted[i].substring(1, wanted[i].length() - 1), actual[i]);
                } else if (!wanted[i].equals(actual[i])) {
                    return Optional.empty();
                }
            }
            return Optional.of(parameters);
        }
    }

    public HttpFrontDoor(int port, List<Route> routes) throws IOException {
        this.routes = List.copyOf(routes);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                plain(exchange, 413, "{\"message\":\"Request Entity Too Large\"}");
                return;
            }
            for (Route route : routes) {
                Optional<ObjectNode> parameters = route.parametersOf(
                        exchange.getRequestMethod(), exchange.getRequestURI().getPath(), json);
                if (parameters.isPresent()) {
                    respond(exchange, route.function().invoke(event(exchange, route, parameters.get(), body)));
                    return;
                }
            }
            plain(exchange, 404, "{\"message\":\"Not Found\"}");
        }
    }

    private String event(HttpExchange exchange, Route route, ObjectNode parameters, byte[] body) {
        String routeKey = route.method() + " " + route.path();
        URI uri = exchange.getRequestURI();
        ObjectNode event = json.createObjectNode()
                .put("version", "2.0")
                .put("routeKey", routeKey)
                .put("rawPath", uri.getRawPath())
                .put("rawQueryString", Optional.ofNullable(uri.getRawQuery()).orElse(""));
        Headers headers = exchange.getRequestHeaders();
        ObjectNode lowerCase = event.putObject("headers");
        headers.forEach((name, values) -> lowerCase.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
        lowerCase.put("x-forwarded-proto", "http");
        event.set("pathParameters", parameters);
        ObjectNode context = event.putObject("requestContext")
                .put("accountId", "000000000000")
                .put("apiId", "local")
                .put("domainName", "127.0.0.1")
                .put("requestId", UUID.randomUUID().toString())
                .put("routeKey", routeKey)
                .put("stage", "$default")
                .put("timeEpoch", Instant.now().toEpochMilli());
        context.putObject("http")
                .put("method", exchange.getRequestMethod())
                .put("path", uri.getRawPath())
                .put("protocol", exchange.getProtocol())
                .put("sourceIp", exchange.getRemoteAddress().getAddress().getHostAddress())
                .put(
                        "userAgent",
                        Optional.ofNullable(headers.getFirst("User-Agent")).orElse(""));
        boolean text =
                isText(Optional.ofNullable(headers.getFirst("Content-Type")).orElse("application/octet-stream"));
        event.put(
                "body",
                text
                        ? new String(body, StandardCharsets.UTF_8)
                        : Base64.getEncoder().encodeToString(body));
        return event.put("isBase64Encoded", !text).toString();
    }

    private static boolean isText(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("text/")
                || type.startsWith("application/json")
                || type.startsWith("application/xml")
                || type.startsWith("application/javascript");
    }

    private void respond(HttpExchange exchange, Result result) throws IOException {
        switch (result) {
            case Result.Failure _ -> plain(exchange, 500, "{\"message\":\"Internal Server Error\"}");
            case Result.Success(String payload) -> {
                JsonNode response = json.readTree(payload);
                byte[] body = response.path("isBase64Encoded").asBoolean()
                        ? Base64.getDecoder().decode(response.path("body").asText())
                        : response.path("body").asText("").getBytes(StandardCharsets.UTF_8);
                response.path("headers")
                        .properties()
                        .forEach(header -> exchange.getResponseHeaders()
                                .set(header.getKey(), header.getValue().asText()));
                send(exchange, response.path("statusCode").asInt(200), body);
            }
        }
    }

    private static void plain(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
