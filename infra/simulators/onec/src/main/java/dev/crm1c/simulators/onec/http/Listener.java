package dev.crm1c.simulators.onec.http;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** The socket of the web server. It can be closed and opened again, and then it is the same port. */
public final class Listener {
    private final ReentrantLock lock = new ReentrantLock();
    private final Optional<SSLContext> tls;
    private final HttpHandler handler;
    private final Executor workers;
    private InetSocketAddress address;
    private Optional<HttpServer> server = Optional.empty();

    /** @param address with port 0 any free one is taken, when it is first opened */
    public Listener(InetSocketAddress address, Optional<SSLContext> tls, HttpHandler handler, Executor workers) {
        this.address = address;
        this.tls = tls;
        this.handler = handler;
        this.workers = workers;
    }

    public int port() {
        return locked(() -> address.getPort());
    }

    public void open() {
        locked(() -> {
            if (server.isEmpty()) {
                HttpServer opened = listening();
                opened.setExecutor(workers);
                opened.createContext("/", handler);
                opened.start();
                address = new InetSocketAddress(
                        address.getAddress(), opened.getAddress().getPort());
                server = Optional.of(opened);
            }
            return server;
        });
    }

    /** From now on connections are refused; those that are open end, also in the middle of a call. */
    public void close() {
        locked(() -> {
            server.ifPresent(opened -> opened.stop(0));
            server = Optional.empty();
            return server;
        });
    }

    /** Without TCP_NODELAY an answer over 8 KB waits 40 ms for an acknowledgement between its two writes. */
    private HttpServer listening() {
        System.getProperties().putIfAbsent("sun.net.httpserver.nodelay", "true");
        try {
            if (tls.isEmpty()) {
                return HttpServer.create(address, 0);
            }
            HttpsServer secured = HttpsServer.create(address, 0);
            secured.setHttpsConfigurator(new HttpsConfigurator(tls.get()));
            return secured;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + address, e);
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
