package dev.crm1c.simulators.bitrix24;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Somebody's handler of events: it keeps what it gets and answers with one status. */
final class Handler implements AutoCloseable {
    record Call(String target, String userAgent, String contentType, String body) {
        /** The fields of the form in their order. */
        Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            for (String pair : body.split("&")) {
                String[] parts = pair.split("=", 2);
                fields.put(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
            return fields;
        }

        List<String> keys() {
            return List.copyOf(fields().keySet());
        }
    }

    private final HttpServer server;
    private volatile Runnable before = () -> {};
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    Handler(int status) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(new Call(
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("User-Agent"),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    body));
            before.run();
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    /** What the handler does before it answers. */
    void beforeAnswer(Runnable work) {
        before = work;
    }

    /** The calls about one event, or about a robot. */
    List<Call> about(String event) {
        return calls.stream()
                .filter(call -> call.body().startsWith("event=" + event + "&"))
                .toList();
    }

    void forget() {
        calls.clear();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/b24");
    }

    List<Call> calls() {
        return calls;
    }

    /** What has come, as "EVENT id", in order of arrival. */
    List<String> events() {
        return calls.stream()
                .map(call -> call.body()
                        .replaceAll("^event=(\\w+)&event_handler_id=\\d+&data%5BFIELDS%5D%5BID%5D=(\\d+)&.*", "$1 $2"))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
