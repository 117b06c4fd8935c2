package dev.crm1c.connectors.onec;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A web server that says what a test tells it to: for recorded answers, and for what the simulator cannot do. */
final class StandIn implements AutoCloseable {
    static final String JSON = "application/json;odata=minimalmetadata;charset=utf-8";

    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private StandIn(Function<Request, Answer> answers) {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException cannotListen) {
            throw new UncheckedIOException(cannotListen);
        }
        server.setExecutor(workers);
        server.createContext("/", exchange -> answer(exchange, answers));
        server.start();
    }

    static StandIn answering(Function<Request, Answer> answers) {
        return new StandIn(answers);
    }

    /** @param path and query have their percents decoded, a plus is a plus */
    record Request(String method, String path, String query, Map<String, List<String>> headers, String body) {
        Optional<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> String.join(",", header.getValue()))
                    .findFirst();
        }
    }

    record Answer(int status, Map<String, String> headers, String body) {
        static Answer json(int status, String body) {
            return new Answer(status, Map.of("Content-Type", JSON), body);
        }

        static Answer html(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "text/html"), body);
        }

        static Answer rows(String rows) {
            return json(200, "\uFEFF{\"odata.metadata\":\"http://x/$metadata#X\",\"value\":[" + rows + "]}");
        }

        Answer with(String name, String value) {
            return new Answer(status, Map.of("Content-Type", headers.get("Content-Type"), name, value), body);
        }
    }

    URI publication() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/accounting");
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    private void answer(HttpExchange exchange, Function<Request, Answer> answers) throws IOException {
        URI uri = exchange.getRequestURI();
        var request = new Request(
                exchange.getRequestMethod(),
                decoded(uri.getRawPath()),
                decoded(Optional.ofNullable(uri.getRawQuery()).orElse("")),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        requests.add(request);
        Answer answer = answers.apply(request);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, raw(value)));
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** The server writes a char as a byte: so UTF-8 gets out as it is. */
    private static String raw(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static String decoded(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
