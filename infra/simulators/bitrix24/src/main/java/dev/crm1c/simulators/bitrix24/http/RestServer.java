package dev.crm1c.simulators.bitrix24.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.crm1c.simulators.bitrix24.fault.FaultRules;
import dev.crm1c.simulators.bitrix24.limit.LeakyBucket;
import dev.crm1c.simulators.bitrix24.rest.RestDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The portal's door: real HTTP, a virtual thread for each request. */
public final class RestServer implements AutoCloseable {
    private static final int BACKLOG = 1024;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Responder responder = new Responder();

    public RestServer(
            InetSocketAddress address,
            FaultRules faults,
            LeakyBucket bucket,
            RestDesk desk,
            RequestJournal journal,
            Clock clock) {
        try {
            this.server = HttpServer.create(address, BACKLOG);
        } catch (IOException taken) {
            throw new UncheckedIOException("cannot listen on " + address, taken);
        }
        server.createContext("/", new FrontDoor(new RestHandler(faults, bucket, desk, journal, responder, clock)));
        server.setExecutor(threads);
    }

    /** Pages for people stand beside the API, below a path of their own. */
    public RestServer with(String path, HttpHandler page) {
        server.createContext(path, page);
        return this;
    }

    public void start() {
        server.start();
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
}
