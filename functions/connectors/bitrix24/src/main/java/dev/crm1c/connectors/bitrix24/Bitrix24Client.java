package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.model.outbound.AddressRule;
import dev.crm1c.model.outbound.BodyLimit;
import dev.crm1c.model.port.RequestBudget;
import dev.crm1c.model.port.Secrets;
import dev.crm1c.model.portal.Pace;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.CrmConnection;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Calls one method of a tenant's portal, inside the portal's budget. HTTP 200 is not success here: only a {@code result} is. */
@ApplicationScoped
class Bitrix24Client {
    private static final BodyLimit LARGEST_ANSWER = new BodyLimit(8 * 1024 * 1024);
    private static final String USER_AGENT = "CRM1C/0.1";

    private final Bitrix24Api api;
    private final Bitrix24Errors errors;
    private final RequestBudget budget;
    private final Secrets secrets;
    private final AddressRule addresses;
    /** Prices must not pass through binary fractions. */
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    Bitrix24Client(
            @RestClient Bitrix24Api api,
            Bitrix24Errors errors,
            RequestBudget budget,
            Secrets secrets,
            AddressRule addresses) {
        this.api = api;
        this.errors = errors;
        this.budget = budget;
        this.secrets = secrets;
        this.addresses = addresses;
    }

    Reply<BatchAnswer> call(Tenant tenant, Batch batch) {
        return call(tenant, "batch", batch.json()).map(BatchAnswer::new);
    }

    /** The answer's {@code result}. */
    Reply<JsonNode> call(Tenant tenant, String method, ObjectNode parameters) {
        CrmConnection crm = tenant.crm();
        if (addresses.judge(crm.address()) != AddressRule.Verdict.ALLOWED) {
            return Reply.stop(errors.forbiddenAddress());
        }
        Optional<String> credential = credential(crm);
        if (credential.isEmpty()) {
            return Reply.stop(errors.noCredential());
        }
        String portal = crm.address().getAuthority();
        return switch (budget.take(portal, Pace.USUAL, Set.of(method))) {
            case RequestBudget.Grant.ComeBackAt(var instant) ->
                Reply.stop(new Outcome.Later(instant, Delay.CRM_BUDGET_SPENT));
            case RequestBudget.Grant.Granted() -> {
                Reply<JsonNode> reply = exchange(address(crm.address(), credential.get(), method), parameters);
                if (reply instanceof Reply.Stopped<JsonNode>(Outcome.Later(var until, Delay why))
                        && why == Delay.CRM_LIMIT_REACHED) {
                    budget.refuseUntil(portal, Pace.USUAL, until);
                }
                yield reply;
            }
        };
    }

    private Reply<JsonNode> exchange(String address, ObjectNode parameters) {
        byte[] body = parameters.toString().getBytes(StandardCharsets.UTF_8);
        try (RestResponse<InputStream> response = api.post(address, "application/json", USER_AGENT, body)) {
            return switch (LARGEST_ANSWER.read(entity(response))) {
                case BodyLimit.Read.TooLarge() -> Reply.stop(errors.byStatus(response.getStatus()));
                case BodyLimit.Read.Whole(byte[] answer) -> understood(response, answer);
            };
        } catch (ProcessingException | IOException _) {
            return Reply.stop(errors.unreachable());
        }
    }

    private Reply<JsonNode> understood(RestResponse<InputStream> response, byte[] answer) {
        int status = response.getStatus();
        if (!isJson(response)) {
            return Reply.stop(errors.byStatus(status));
        }
        JsonNode envelope;
        try {
            envelope = json.readTree(new String(answer, StandardCharsets.UTF_8));
        } catch (JsonProcessingException _) {
            return Reply.stop(errors.byStatus(status));
        }
        if (envelope.has("error")) {
            return Reply.stop(errors.meaning(status, Bitrix24Errors.Code.of(envelope)));
        }
        return status == RestResponse.StatusCode.OK && envelope.has("result")
                ? Reply.of(envelope.get("result"))
                : Reply.stop(errors.byStatus(status));
    }

    private static InputStream entity(RestResponse<InputStream> response) {
        InputStream entity = response.getEntity();
        return entity == null ? InputStream.nullInputStream() : entity;
    }

    private static boolean isJson(RestResponse<InputStream> response) {
        String contentType = response.getHeaderString("Content-Type");
        return contentType != null && contentType.toLowerCase(Locale.ROOT).contains("json");
    }

    private static String address(URI portal, String credential, String method) {
        return portal.getScheme() + "://" + portal.getRawAuthority() + "/rest/" + credential + "/" + method;
    }

    /** {@code 1/abcdef…}: the employee and the secret, as they stand in an incoming webhook's address. */
    private Optional<String> credential(CrmConnection crm) {
        return secrets.read(crm.secret()).flatMap(secret -> {
            try {
                String webhook = json.readTree(secret.text()).path("webhook").asText();
                return webhook.matches("[0-9]+/[A-Za-z0-9]+") ? Optional.of(webhook) : Optional.empty();
            } catch (JsonProcessingException _) {
                return Optional.empty();
            }
        });
    }
}
