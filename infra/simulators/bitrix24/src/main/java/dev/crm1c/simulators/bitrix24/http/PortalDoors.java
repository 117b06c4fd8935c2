package dev.crm1c.simulators.bitrix24.http;

import com.sun.net.httpserver.HttpHandler;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The addresses of one portal: where it is, where it was before it was renamed, and its OAuth host (bitrix24.md §1). */
public final class PortalDoors implements AutoCloseable {
    private final Responder responder;
    private final Map<String, HttpHandler> pages = new LinkedHashMap<>();
    private final List<RestServer> doors = new ArrayList<>();
    private final RestServer oauth;

    public PortalDoors(InetSocketAddress portal, InetSocketAddress oauth, Responder responder) {
        this.responder = responder;
        this.doors.add(new RestServer(portal, responder));
        this.oauth = new RestServer(oauth, responder);
    }

    /** What answers below that path of the portal, wherever the portal is. */
    public synchronized PortalDoors with(String path, HttpHandler page) {
        pages.put(path, page);
        doors.getLast().with(path, page);
        return this;
    }

    public PortalDoors withOAuth(String path, HttpHandler page) {
        oauth.with(path, page);
        return this;
    }

    public synchronized void start() {
        doors.getLast().start();
        oauth.start();
    }

    /** The root of the portal, with a slash at the end. */
    public synchronized URI address() {
        return doors.getLast().address();
    }

    public URI oauthAddress() {
        return oauth.address();
    }

    /** Opens another address; all earlier ones send their callers there. */
    public synchronized void move() {
        String host = address().getHost();
        RestServer fresh = new RestServer(new InetSocketAddress(host, 0), responder);
        pages.forEach(fresh::with);
        fresh.start();
        doors.forEach(former -> former.moveTo(fresh.address()));
        doors.add(fresh);
    }

    @Override
    public synchronized void close() {
        doors.forEach(RestServer::close);
        oauth.close();
    }
}
