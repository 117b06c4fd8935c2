package dev.crm1c.simulators.bitrix24.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.crm.Portal;
import dev.crm1c.simulators.bitrix24.oauth.PortalCard;
import dev.crm1c.simulators.bitrix24.oauth.Secrets;
import dev.crm1c.simulators.bitrix24.oauth.TokenOffice;
import dev.crm1c.simulators.bitrix24.oauth.Tokens;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.PhpForm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The browser of an employee. It posts the form of a placement into a frame, past the queue server, and shows what
 * comes back (bitrix24.md §3.2; data/incoming/composed-placement-CRM_DEAL_DETAIL_TAB.http).
 */
public final class Browser implements AutoCloseable {
    /** What the frame got. */
    public record Page(int status, Map<String, List<String>> headers, String html) {}

    private static final String NO_PLACE = "DEFAULT";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();
    private final Portal portal;
    private final ApplicationBook book;
    private final TokenOffice office;
    private final Secrets sessions;
    private final Supplier<PortalCard> card;

    Browser(Portal portal, ApplicationBook book, TokenOffice office, Secrets sessions, Supplier<PortalCard> card) {
        this.portal = portal;
        this.book = book;
        this.office = office;
        this.sessions = sessions;
        this.card = card;
    }

    /** The first application that has that place; empty when no tab is to be seen. */
    public Optional<Page> open(String placement, long id, String uri, long userId) {
        return portal.alone(() -> book.ready().stream()
                        .flatMap(application -> application.placements().stream()
                                .filter(bound -> bound.placement().equals(placement))
                                .map(bound -> new Place(application.card(), bound)))
                        .findFirst())
                .map(place -> {
                    ObjectNode options =
                            Json.object().put("ID", Long.toString(id)).put("URI", uri);
                    return post(place.card(), place.bound().handler(), placement, options, userId);
                });
    }

    /** The first page of an application that is being installed. */
    Page openInstallation(ApplicationCard application, long admin) {
        return post(application, application.installAddress(), NO_PLACE, Json.object(), admin);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private record Place(ApplicationCard card, PlacementBinding bound) {}

    private Page post(ApplicationCard application, URI handler, String placement, ObjectNode options, long userId) {
        HttpRequest request = HttpRequest.newBuilder(withQuery(handler))
                .timeout(PATIENCE)
                .header("User-Agent", "Mozilla/5.0")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(PhpForm.write(form(application, placement, options, userId))))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            return new Page(answer.statusCode(), answer.headers().map(), answer.body());
        } catch (IOException unreachable) {
            throw new UncheckedIOException("the page of " + application + " cannot be opened", unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while opening a page of " + application, stopped);
        }
    }

    private URI withQuery(URI handler) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("DOMAIN", card.get().domain());
        query.put("PROTOCOL", "1");
        query.put("LANG", "ru");
        query.put("APP_SID", sessions.next());
        String before = handler.getRawQuery() == null ? "?" : "&";
        return URI.create(handler + before + PhpForm.write(query));
    }

    private Map<String, String> form(ApplicationCard application, String placement, ObjectNode options, long userId) {
        Tokens tokens = office.issue(application.clientId(), userId);
        Map<String, String> form = new LinkedHashMap<>();
        form.put("AUTH_ID", tokens.access());
        form.put("AUTH_EXPIRES", Long.toString(TokenOffice.ACCESS_LIFE.toSeconds()));
        form.put("REFRESH_ID", tokens.refresh());
        form.put("SERVER_ENDPOINT", card.get().serverEndpoint().toString());
        form.put("APPLICATION_TOKEN", application.applicationToken());
        form.put("APPLICATION_SCOPE", application.client().scopeList());
        form.put("member_id", card.get().memberId());
        form.put("status", application.client().status());
        form.put("PLACEMENT", placement);
        // PHP's json_encode puts a backslash before a slash.
        form.put("PLACEMENT_OPTIONS", Json.text(options).replace("/", "\\/"));
        return form;
    }
}
