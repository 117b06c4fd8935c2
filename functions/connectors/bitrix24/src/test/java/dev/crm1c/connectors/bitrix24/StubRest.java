package dev.crm1c.connectors.bitrix24;

import dev.crm1c.connectors.bitrix24.PortalStub.Asked;
import dev.crm1c.connectors.bitrix24.PortalStub.Said;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A portal, or one of the vendor's servers, that answers each method as it was told and knows no other. */
final class StubRest implements AutoCloseable {
    private static final Said UNKNOWN = Said.error(404, "ERROR_METHOD_NOT_FOUND");

    private final PortalStub server = PortalStub.start();
    private final Map<String, Said> prepared = new ConcurrentHashMap<>();

    StubRest() {
        server.says(request -> prepared.getOrDefault(request.path().replaceFirst("^/rest/", ""), UNKNOWN));
    }

    URI address() {
        return server.address();
    }

    StubRest answers(String method, String json) {
        return answers(method, 200, json);
    }

    StubRest answers(String method, int status, String json) {
        prepared.put(method, Said.json(status, json));
        return this;
    }

    StubRest answersHtml(String method, int status) {
        prepared.put(method, Said.html(status));
        return this;
    }

    StubRest redirects(String method, String location) {
        prepared.put(method, Said.redirect(302, location));
        return this;
    }

    /** {@code /rest/app.info?auth=… {…}} */
    List<String> asked() {
        return server.asked().stream().map(StubRest::line).toList();
    }

    private static String line(Asked request) {
        return request.path() + (request.query().equals("null") ? "" : "?" + request.query()) + " " + request.text();
    }

    @Override
    public void close() {
        server.close();
    }
}
