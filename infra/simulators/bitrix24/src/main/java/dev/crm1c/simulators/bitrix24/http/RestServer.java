package dev.crm1c.simulators.bitrix24.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** One address of the portal or of its OAuth host: real HTTP, a virtual thread for each request. */
public final class RestServer implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final HttpServer server;
    private final Responder responder;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicReference<Optional<URI>> movedTo = new AtomicReference<>(Optional.empty());

    public RestServer(InetSocketAddress address, Responder responder) {
        try {
            this.server = HttpServer.create(address, BACKLOG);
        } catch (IOException taken) {
            throw new UncheckedIOException("cannot listen on " + address, taken);
        }
        this.responder = responder;
        server.setExecutor(threads);
    }

    /** What answers below that path, as long as this address is the portal's. */
    public RestServer with(String path, HttpHandler page) {
        server.createContext(path, exchange -> handle(exchange, page));
        return this;
    }

    public void start() {
        server.start();
    }

    /** From now on everything here is answered with 302 to the same path there (bitrix24.md §1.4 [doc]). */
    public void moveTo(URI portal) {
        movedTo.set(Optional.of(portal));
    }

    public URI address() {
        InetSocketAddress bound = server.getAddress();
        String host = bound.getAddress().isAnyLocalAddress()
                ? "127.0.0.1"
                : bound.getAddress().getHostAddress();
        return URI.create("http://" + host + ":" + bound.getPort() + "/");
    }

    @Override
    public void close() {
        responder.close();
        server.stop(0);
        threads.close();
    }

    private void handle(HttpExchange exchange, HttpHandler page) throws IOException {
        Optional<URI> target = movedTo.get();
        if (target.isPresent()) {
            responder.moved(exchange, target.get());
        } else {
            page.handle(exchange);
        }
    }
}
