package dev.crm1c.local.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lambda's Runtime API for one execution environment: the function asks for its next event here and posts its answer here.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html
 */
final class RuntimeApi implements AutoCloseable {
    private static final String BASE = "/2018-06-01/runtime/";

    private final HttpServer server;
    private final String functionArn;
    private final LinkedBlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final CompletableFuture<Instant> firstAskedForWork = new CompletableFuture<>();
    private final CompletableFuture<String> initError = new CompletableFuture<>();
    private volatile Invocation running;

    RuntimeApi(String functionArn) throws IOException {
        this.functionArn = functionArn;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(BASE, this::handle);
        server.start();
    }

    /** How an invocation ended, as the function itself says. */
    sealed interface Answer {
        record Response(String payload) implements Answer {}

        record Error(String payload) implements Answer {}
    }

    private record Invocation(String id, String payload, Instant deadline, CompletableFuture<Answer> answer) {}

    /** {@code host:port}, as {@code AWS_LAMBDA_RUNTIME_API} wants it. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    CompletableFuture<Answer> invoke(String payload, Duration timeout) {
        var invocation = new Invocation(
                UUID.randomUUID().toString(), payload, Instant.now().plus(timeout), new CompletableFuture<>());
        waiting.add(invocation);
        return invocation.answer();
    }

    /** When initialization was over: the function asked for its first event. */
    CompletableFuture<Instant> initialized() {
        return firstAskedForWork;
    }

    CompletableFuture<String> initError() {
        return initError;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals(BASE + "invocation/next")) {
                next(exchange);
                return;
            }
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Invocation current = running;
            if (path.equals(BASE + "init/error")) {
                initError.complete(body);
            } else if (current != null && path.equals(BASE + "invocation/" + current.id() + "/response")) {
                current.answer().complete(new Answer.Response(body));
            } else if (current != null && path.equals(BASE + "invocation/" + current.id() + "/error")) {
                current.answer().complete(new Answer.Error(body));
            } else {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.sendResponseHeaders(202, -1);
        }
    }

    private void next(HttpExchange exchange) throws IOException {
        firstAskedForWork.complete(Instant.now());
        Invocation invocation;
        try {
            invocation = waiting.take();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return;
        }
        running = invocation;
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(invocation.deadline().toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", functionArn);
        headers.set("Lambda-Runtime-Trace-Id", "Root=1-" + invocation.id().substring(0, 8) + "-local;Sampled=0");
        headers.set("Content-Type", "application/json");
        byte[] payload = invocation.payload().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, payload.length);
        exchange.getResponseBody().write(payload);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
