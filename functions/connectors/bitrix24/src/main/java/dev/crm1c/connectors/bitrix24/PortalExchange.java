package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.outbound.BodyLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** One POST to a portal and what came back. Redirects are not followed here: a client that follows one turns the POST into a GET. */
@ApplicationScoped
class PortalExchange {
    private static final BodyLimit LARGEST_ANSWER = new BodyLimit(8 * 1024 * 1024);
    private static final String JSON = "application/json";
    static final String USER_AGENT = "CRM1C/0.1";

    private final Bitrix24Api api;
    private final Envelope envelope;

    PortalExchange(@RestClient Bitrix24Api api, Envelope envelope) {
        this.api = api;
        this.envelope = envelope;
    }

    Heard post(URI portal, Caller.Known caller, PortalRequest request) {
        byte[] body = caller.sign(request.parameters()).toString().getBytes(StandardCharsets.UTF_8);
        try (RestResponse<InputStream> response =
                api.post(caller.address(portal, request.method()).toString(), JSON, USER_AGENT, body)) {
            return heard(request, response);
        } catch (ProcessingException failure) {
            return neverConnected(failure) ? new Heard.NobodyThere() : new Heard.Silence();
        } catch (IOException _) {
            return new Heard.Silence();
        }
    }

    private Heard heard(PortalRequest request, RestResponse<InputStream> response) throws IOException {
        int status = response.getStatus();
        if (status >= 300 && status < 400) {
            return new Heard.Redirect(
                    status,
                    Optional.ofNullable(response.getHeaderString("Location")).orElse(""));
        }
        return switch (LARGEST_ANSWER.read(entity(response))) {
            case BodyLimit.Read.Whole(byte[] answer)
            when isJson(response) -> envelope.open(request.method(), status, answer);
            case BodyLimit.Read.Whole _, BodyLimit.Read.TooLarge _ -> new Heard.Strange(status);
        };
    }

    private static boolean neverConnected(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> cause instanceof ConnectException
                        || cause instanceof UnknownHostException
                        || cause instanceof NoRouteToHostException);
    }

    private static InputStream entity(RestResponse<InputStream> response) {
        InputStream entity = response.getEntity();
        return entity == null ? InputStream.nullInputStream() : entity;
    }

    private static boolean isJson(RestResponse<InputStream> response) {
        String contentType = response.getHeaderString("Content-Type");
        return contentType != null && contentType.toLowerCase(Locale.ROOT).contains("json");
    }
}
