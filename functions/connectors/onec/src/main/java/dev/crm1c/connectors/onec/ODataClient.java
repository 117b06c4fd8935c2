package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.onec.OneCErrors.Intent;
import dev.crm1c.connectors.onec.OneCErrors.ODataError;
import dev.crm1c.model.outbound.AddressRule;
import dev.crm1c.model.outbound.BodyLimit;
import dev.crm1c.model.port.Secrets;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Calls a tenant's base. Reads may be repeated; after a write without a clear answer the reply says so and the caller looks first. */
@ApplicationScoped
class ODataClient {
    private static final BodyLimit LARGEST_ANSWER = new BodyLimit(16 * 1024 * 1024);
    private static final String JSON = "application/json";
    private static final String NO_SUCH_OBJECT = "9";
    private static final String KEY_IS_TAKEN = "15";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final ODataApi api;
    private final OneCErrors errors;
    private final Secrets secrets;
    private final AddressRule addresses;
    /** Sums must not pass through binary fractions, and 1C reads no exponents. */
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    ODataClient(@RestClient ODataApi api, OneCErrors errors, Secrets secrets, AddressRule addresses) {
        this.api = api;
        this.errors = errors;
        this.secrets = secrets;
        this.addresses = addresses;
    }

    /** The objects of a set that the address' options choose. */
    Reply<JsonNode> list(Tenant tenant, ODataAddress address) {
        return call(
                        tenant,
                        Intent.READ,
                        authorization -> api.get(address.asJson().text(), authorization, JSON))
                .then(answer -> switch (answer) {
                    case Answer.Object(JsonNode body) when body.path("value").isArray() -> Reply.of(body.get("value"));
                    case Answer.Object _, Answer.Nothing _ -> Reply.stop(errors.unclear(Intent.READ));
                    case Answer.Refused refused -> Reply.stop(refused.meaning(errors, Intent.READ));
                });
    }

    Reply<Optional<JsonNode>> find(Tenant tenant, ODataAddress object) {
        return call(
                        tenant,
                        Intent.READ,
                        authorization -> api.get(object.asJson().text(), authorization, JSON))
                .then(answer -> switch (answer) {
                    case Answer.Object(JsonNode body) when body.has("Ref_Key") -> Reply.of(Optional.of(body));
                    case Answer.Object _, Answer.Nothing _ -> Reply.stop(errors.unclear(Intent.READ));
                    case Answer.Refused refused when refused.isError(NO_SUCH_OBJECT) -> Reply.of(Optional.empty());
                    case Answer.Refused refused -> Reply.stop(refused.meaning(errors, Intent.READ));
                });
    }

    /** What creating came to. */
    sealed interface Creation {
        record Made(JsonNode object) implements Creation {}

        /** An earlier try of ours had made it. */
        record KeyTaken() implements Creation {}
    }

    Reply<Creation> create(Tenant tenant, ODataAddress set, ObjectNode object) {
        byte[] body = bytes(object);
        return call(tenant, Intent.WRITE, authorization -> api.post(set.asJson().text(), authorization, JSON, body))
                .then(answer -> switch (answer) {
                    case Answer.Object(JsonNode made) when made.has("Ref_Key") -> Reply.of(new Creation.Made(made));
                    case Answer.Object _, Answer.Nothing _ -> Reply.stop(errors.unclear(Intent.WRITE));
                    case Answer.Refused refused when refused.isError(KEY_IS_TAKEN) -> Reply.of(new Creation.KeyTaken());
                    case Answer.Refused refused -> Reply.stop(refused.meaning(errors, Intent.WRITE));
                });
    }

    /** The whole object after the change. */
    Reply<JsonNode> change(Tenant tenant, ODataAddress object, ObjectNode fields) {
        byte[] body = bytes(fields);
        return call(
                        tenant,
                        Intent.WRITE,
                        authorization -> api.patch(object.asJson().text(), authorization, JSON, body))
                .then(answer -> switch (answer) {
                    case Answer.Object(JsonNode changed) when changed.has("Ref_Key") -> Reply.of(changed);
                    case Answer.Object _, Answer.Nothing _ -> Reply.stop(errors.unclear(Intent.WRITE));
                    case Answer.Refused refused -> Reply.stop(refused.meaning(errors, Intent.WRITE));
                });
    }

    /** Calls a document's own method. Always by POST: 1C runs it on GET too, so no general GET may ever reach such an address. */
    Reply<ODataAddress> run(Tenant tenant, ODataAddress method) {
        ODataAddress address = method.option("PostingModeOperational", "false");
        return call(tenant, Intent.WRITE, authorization -> api.post(address.text(), authorization, JSON, new byte[0]))
                .then(answer -> switch (answer) {
                    case Answer.Object _, Answer.Nothing _ -> Reply.of(method);
                    case Answer.Refused refused -> Reply.stop(refused.meaning(errors, Intent.WRITE));
                });
    }

    private Reply<Answer> call(Tenant tenant, Intent intent, Exchange exchange) {
        if (addresses.judge(tenant.onec().address()) != AddressRule.Verdict.ALLOWED) {
            return Reply.stop(errors.forbiddenAddress());
        }
        Optional<String> authorization = secrets.read(tenant.onec().secret()).flatMap(this::basic);
        if (authorization.isEmpty()) {
            return Reply.stop(errors.noCredential());
        }
        try (RestResponse<InputStream> response = exchange.with(authorization.get())) {
            InputStream entity = response.getEntity();
            return switch (LARGEST_ANSWER.read(entity == null ? InputStream.nullInputStream() : entity)) {
                case BodyLimit.Read.TooLarge() -> Reply.stop(errors.unclear(intent));
                case BodyLimit.Read.Whole(byte[] body) -> understood(response.getStatus(), body, intent);
            };
        } catch (ProcessingException failure) {
            return Reply.stop(neverLeft(failure) ? errors.unreachable() : errors.unclear(intent));
        } catch (IOException _) {
            return Reply.stop(errors.unclear(intent));
        }
    }

    private Reply<Answer> understood(int status, byte[] body, Intent intent) {
        String text = new String(body, StandardCharsets.UTF_8);
        String plain = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        boolean success = status >= 200 && status < 300;
        if (plain.isBlank()) {
            return success ? Reply.of(new Answer.Nothing()) : Reply.stop(errors.withoutCode(status, intent));
        }
        JsonNode node = tree(plain);
        if (node.isObject() && success && !node.has("odata.error")) {
            return Reply.of(new Answer.Object(node));
        }
        if (node.path("odata.error").has("code")) {
            JsonNode error = node.path("odata.error");
            return Reply.of(new Answer.Refused(
                    status,
                    new ODataError(
                            error.path("code").asText(),
                            error.path("message").path("value").asText())));
        }
        return Reply.stop(success ? errors.unclear(intent) : errors.withoutCode(status, intent));
    }

    /** A missing node when the text is no JSON: a proxy's page, a login form, half an answer. */
    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException _) {
            return MissingNode.getInstance();
        }
    }

    private byte[] bytes(ObjectNode object) {
        try {
            return json.writeValueAsBytes(object);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError("a tree of our own always has a text", impossible);
        }
    }

    /** Logins may be Cyrillic: 1C wants UTF-8 there. */
    private Optional<String> basic(Secret secret) {
        JsonNode login = tree(secret.text());
        if (!login.path("user").isTextual() || !login.path("password").isTextual()) {
            return Optional.empty();
        }
        String pair = login.get("user").asText() + ":" + login.get("password").asText();
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** No connection, no effect: such a write needs no looking up. */
    private static boolean neverLeft(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
                return true;
            }
        }
        return false;
    }

    @FunctionalInterface
    private interface Exchange {
        RestResponse<InputStream> with(String authorization);
    }

    private sealed interface Answer {
        record Object(JsonNode body) implements Answer {}

        /** A success without a body, as posting gives it. */
        record Nothing() implements Answer {}

        record Refused(int status, ODataError error) implements Answer {
            boolean isError(String code) {
                return error.code().equals(code);
            }

            Outcome meaning(OneCErrors errors, Intent intent) {
                return errors.meaning(status, error, intent);
            }
        }
    }
}
