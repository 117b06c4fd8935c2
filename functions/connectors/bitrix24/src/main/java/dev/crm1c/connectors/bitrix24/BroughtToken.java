package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.bitrix24.Bitrix24Errors.Code;
import dev.crm1c.model.outbound.AddressRule;
import dev.crm1c.model.outbound.BodyLimit;
import dev.crm1c.model.port.Portals;
import dev.crm1c.model.port.RequestBudget;
import dev.crm1c.model.portal.PortalFacts;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * One call with an access token that somebody brought along: it proves itself by being taken. Our own work goes through {@link Bitrix24Client},
 * which renews tokens and explains refusals; here a refusal is the answer.
 */
@ApplicationScoped
class BroughtToken {
    private static final BodyLimit LARGEST_ANSWER = new BodyLimit(2 * 1024 * 1024);
    private static final String USER_AGENT = "CRM1C/0.1";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    private final Bitrix24Api api;
    private final RequestBudget budget;
    private final AddressRule addresses;
    private final Portals portals;
    private final ObjectMapper json = new ObjectMapper();

    BroughtToken(@RestClient Bitrix24Api api, RequestBudget budget, AddressRule addresses, Portals portals) {
        this.api = api;
        this.budget = budget;
        this.addresses = addresses;
        this.portals = portals;
    }

    sealed interface Answer {
        record Result(JsonNode value) implements Answer {}

        record Refused(int status, Code code) implements Answer {
            boolean isOfTheToken() {
                return switch (code.code()) {
                    case "EXPIRED_TOKEN", "INVALID_TOKEN", "NO_AUTH_FOUND", "INVALID_CREDENTIALS" -> true;
                    default -> status == RestResponse.StatusCode.UNAUTHORIZED;
                };
            }
        }

        /** No answer, or one that says nothing about the token. */
        record Unclear() implements Answer {}
    }

    /** Asks one of the vendor's servers: the token goes into the address, as the vendor shows it (reference "bitrix24", 3.2). */
    Answer ask(URI server, String token, String method) {
        String auth = URLEncoder.encode(token, StandardCharsets.UTF_8);
        return exchange(server + "/rest/" + method + "?auth=" + auth, json.createObjectNode());
    }

    /** Asks the tenant's own portal, wherever the call says it came from, within the portal's budget. */
    Answer ask(Tenant tenant, String token, String method, ObjectNode parameters) {
        PortalFacts facts = portals.find(tenant.id());
        URI portal = facts.whereabouts().from(tenant.crm().address());
        if (addresses.judge(portal) != AddressRule.Verdict.ALLOWED) {
            return new Answer.Unclear();
        }
        return switch (budget.take(portal.getAuthority(), facts.pace(), Set.of(method))) {
            case RequestBudget.Grant.ComeBackAt _ -> new Answer.Unclear();
            case RequestBudget.Grant.Granted() ->
                exchange(
                        portal.getScheme() + "://" + portal.getRawAuthority() + "/rest/" + method,
                        parameters.put("auth", token));
        };
    }

    private Answer exchange(String address, ObjectNode parameters) {
        byte[] body = parameters.toString().getBytes(StandardCharsets.UTF_8);
        try (RestResponse<InputStream> response = api.post(address, "application/json", USER_AGENT, body)) {
            InputStream entity = response.getEntity() == null ? InputStream.nullInputStream() : response.getEntity();
            return switch (LARGEST_ANSWER.read(entity)) {
                case BodyLimit.Read.TooLarge() -> new Answer.Unclear();
                case BodyLimit.Read.Whole(byte[] answer) -> understood(response, answer);
            };
        } catch (ProcessingException | IOException _) {
            return new Answer.Unclear();
        }
    }

    private Answer understood(RestResponse<InputStream> response, byte[] answer) {
        String contentType = response.getHeaderString("Content-Type");
        int status = response.getStatus();
        boolean isOfRest = contentType != null
                && contentType.toLowerCase(Locale.ROOT).contains("json")
                && status != TOO_MANY_REQUESTS
                && status < FIRST_SERVER_ERROR;
        if (!isOfRest) {
            return new Answer.Unclear();
        }
        try {
            JsonNode envelope = json.readTree(new String(answer, StandardCharsets.UTF_8));
            if (envelope.has("error")) {
                return new Answer.Refused(status, Code.of(envelope));
            }
            return status == RestResponse.StatusCode.OK && envelope.has("result")
                    ? new Answer.Result(envelope.get("result"))
                    : new Answer.Unclear();
        } catch (JsonProcessingException _) {
            return new Answer.Unclear();
        }
    }
}
