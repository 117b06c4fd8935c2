package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crm1c.model.outbound.BodyLimit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Asks the vendor for an application's next pair of tokens. Source: reference "bitrix24", 1.2. */
@ApplicationScoped
class AuthorisationServer {
    private static final BodyLimit LARGEST_ANSWER = new BodyLimit(64 * 1024);
    private static final int OK = 200;

    private final OAuthApi api;
    private final OAuthServers servers;
    private final ObjectMapper json = new ObjectMapper();

    AuthorisationServer(@RestClient OAuthApi api, OAuthServers servers) {
        this.api = api;
        this.servers = servers;
    }

    sealed interface Given {
        record Pair(Tokens tokens) implements Given {}

        /** The refresh token was used already, by us or another, or has died. */
        record BadGrant() implements Given {}

        record Denied(Refusal why) implements Given {}

        /** The server may have changed the tokens all the same. */
        record Unclear() implements Given {}
    }

    Given next(Caller.Application caller) {
        return servers.allowed(caller.installed().server().toString())
                .map(server -> ask(server, caller))
                .orElseGet(() -> new Given.Denied(Refusal.ADDRESS_WRONG));
    }

    private Given ask(URI server, Caller.Application caller) {
        try (RestResponse<InputStream> response = api.token(
                server + "/oauth/token/",
                "application/json",
                PortalExchange.USER_AGENT,
                "refresh_token",
                caller.secret().clientId(),
                caller.secret().clientSecret().text(),
                caller.tokens().refresh())) {
            InputStream entity = Optional.ofNullable(response.getEntity()).orElseGet(InputStream::nullInputStream);
            return switch (LARGEST_ANSWER.read(entity)) {
                case BodyLimit.Read.TooLarge() -> new Given.Unclear();
                case BodyLimit.Read.Whole(byte[] body) ->
                    given(response.getStatus(), body, caller.installed().memberId());
            };
        } catch (ProcessingException | IOException _) {
            return new Given.Unclear();
        }
    }

    private Given given(int status, byte[] body, String memberId) {
        JsonNode answer;
        try {
            answer = json.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException _) {
            return byStatus(status);
        }
        if (answer.has("error")) {
            return refused(status, answer.path("error").asText().strip().toUpperCase(Locale.ROOT));
        }
        return status == OK ? pair(answer, memberId) : byStatus(status);
    }

    /** A pair of another portal would let one tenant work with another's data. */
    private static Given pair(JsonNode answer, String memberId) {
        String access = answer.path("access_token").asText();
        String refresh = answer.path("refresh_token").asText();
        if (!isToken(access) || !isToken(refresh)) {
            return new Given.Unclear();
        }
        return answer.path("member_id").asText().equals(memberId)
                ? new Given.Pair(new Tokens(access, refresh))
                : new Given.Denied(Refusal.NOT_INSTALLED);
    }

    private static boolean isToken(String text) {
        return text.matches("[\\x21-\\x7e]{1,1000}");
    }

    private static Given refused(int status, String code) {
        return switch (code) {
            case "INVALID_GRANT", "BAD_VERIFICATION_CODE" -> new Given.BadGrant();
            case "PAYMENT_REQUIRED" -> new Given.Denied(Refusal.NOT_IN_PLAN);
            case "INVALID_CLIENT", "WRONG_CLIENT" -> new Given.Denied(Refusal.NO_SECRET);
            case "INSUFFICIENT_SCOPE", "INVALID_SCOPE" -> new Given.Denied(Refusal.INSUFFICIENT_SCOPE);
            case "INVALID_REQUEST" -> new Given.Denied(Refusal.REQUEST_REFUSED);
            default -> byStatus(status);
        };
    }

    private static Given byStatus(int status) {
        return switch (status) {
            case 400 -> new Given.BadGrant();
            case 401 -> new Given.Denied(Refusal.NO_SECRET);
            case 404 -> new Given.Denied(Refusal.PORTAL_GONE);
            default -> new Given.Unclear();
        };
    }
}
