package dev.crm1c.bundle.mass;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.crm1c.crmwebhook.CrmWebhookHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Real HTTP in front of the webhook's handler, as an HTTP API would put it. */
final class WebhookDoorway implements AutoCloseable {
    private final HttpServer server;
    private final CrmWebhookHandler handler;

    WebhookDoorway(CrmWebhookHandler handler) throws IOException {
        this.handler = handler;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(threadsOf(Thread.currentThread().getContextClassLoader()));
        server.createContext("/", this::handle);
        server.start();
    }

    URI of(String tenant) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/crm/bitrix24/" + tenant);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var event = new APIGatewayV2HTTPEvent();
        event.setRawPath(exchange.getRequestURI().getPath());
        event.setHeaders(Map.of("content-type", exchange.getRequestHeaders().getFirst("Content-Type")));
        event.setBody(
                Base64.getEncoder().encodeToString(exchange.getRequestBody().readAllBytes()));
        event.setIsBase64Encoded(true);
        APIGatewayV2HTTPResponse response = handler.handleRequest(event, new EndlessInvocation());
        exchange.sendResponseHeaders(response.getStatusCode(), -1);
        exchange.close();
    }

    /** Beans that are made on the way look for their configuration in the thread's own class loader. */
    private static ExecutorService threadsOf(ClassLoader ours) {
        return Executors.newThreadPerTaskExecutor(task -> {
            Thread thread = Thread.ofVirtual().unstarted(task);
            thread.setContextClassLoader(ours);
            return thread;
        });
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
