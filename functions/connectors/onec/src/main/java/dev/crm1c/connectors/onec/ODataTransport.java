package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.ODataAnswer.Refused;
import dev.crm1c.model.outbound.AddressRule;
import dev.crm1c.model.outbound.BodyLimit;
import dev.crm1c.model.port.Secrets;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.SessionMode;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestResponse;

/** Takes a call to a tenant's base and its answer back: who is called, as whom, in which session, how long an answer may be. */
@ApplicationScoped
class ODataTransport {
    private static final BodyLimit LARGEST_ANSWER = new BodyLimit(16 * 1024 * 1024);
    private static final String JSON = "application/json";
    private static final byte[] EMPTY = {};

    private final ODataReads reads;
    private final ODataLedger ledger;
    private final ODataWrites writes;
    private final OneCSessions sessions;
    private final Secrets secrets;
    private final AddressRule addresses;
    private final OneCJson json = new OneCJson();

    ODataTransport(
            @RestClient ODataReads reads,
            @RestClient ODataLedger ledger,
            @RestClient ODataWrites writes,
            OneCSessions sessions,
            Secrets secrets,
            AddressRule addresses) {
        this.reads = reads;
        this.ledger = ledger;
        this.writes = writes;
        this.sessions = sessions;
        this.secrets = secrets;
        this.addresses = addresses;
    }

    ODataAnswer read(Tenant tenant, ODataAddress address) {
        return call(tenant, address, who -> reads.get(text(address), who.login, JSON, who.session(), who.cookie));
    }

    /** The same for what 1C has to calculate first: minutes instead of seconds. */
    ODataAnswer readLedger(Tenant tenant, ODataAddress address) {
        return call(tenant, address, who -> ledger.get(text(address), who.login, JSON, who.session(), who.cookie));
    }

    ODataAnswer create(Tenant tenant, ODataAddress set, JsonNode object) {
        byte[] body = json.bytes(object);
        return call(tenant, set, who -> writes.post(text(set), who.login, JSON, who.session(), who.cookie, body));
    }

    ODataAnswer change(Tenant tenant, ODataAddress object, JsonNode fields, Optional<String> dataVersion) {
        byte[] body = json.bytes(fields);
        return call(
                tenant,
                object,
                who -> writes.patch(text(object), who.login, JSON, who.session(), who.cookie, dataVersion, body));
    }

    ODataAnswer run(Tenant tenant, ODataMethod method) {
        return call(
                tenant,
                method.document(),
                who -> writes.post(method.text(), who.login, JSON, who.session(), who.cookie, EMPTY));
    }

    private static String text(ODataAddress address) {
        return address.asJson().text();
    }

    private ODataAnswer call(Tenant tenant, ODataAddress address, Exchange exchange) {
        if (addresses.judge(tenant.onec().address()) != AddressRule.Verdict.ALLOWED) {
            return new Refused(new Refusal.ForbiddenAddress());
        }
        if (address.longestSegment() > ODataAddress.LONGEST_SEGMENT) {
            return new Refused(new Refusal.AddressTooLong(address.set()));
        }
        Optional<String> login = secrets.read(tenant.onec().secret()).flatMap(this::basic);
        if (login.isEmpty()) {
            return new Refused(new Refusal.NoCredential());
        }
        return switch (tenant.onec().sessions()) {
            case AUTO_USE ->
                once(tenant, address, new Caller(login.get(), SessionMode.AUTO_USE, Optional.empty()), exchange);
            case CLIENT_DRIVEN -> inSession(tenant, address, login.get(), exchange);
        };
    }

    /**
     * A session that has died is told by 400 before the call is looked at: there was no session to run it in. So nothing was executed, and
     * repeating it once in a fresh session is as safe for a write as for a read.
     */
    private ODataAnswer inSession(Tenant tenant, ODataAddress address, String login, Exchange exchange) {
        Optional<String> known = sessions.take(tenant);
        ODataAnswer answer = once(tenant, address, new Caller(login, SessionMode.CLIENT_DRIVEN, known), exchange);
        return answer instanceof Refused(Refusal.DeadSession())
                ? once(tenant, address, new Caller(login, SessionMode.CLIENT_DRIVEN, Optional.empty()), exchange)
                : answer;
    }

    private ODataAnswer once(Tenant tenant, ODataAddress address, Caller caller, Exchange exchange) {
        var reader = new ODataAnswer.Reader(address, caller.cookie.isPresent());
        try (RestResponse<InputStream> response = exchange.by(caller)) {
            InputStream entity = response.getEntity();
            return switch (LARGEST_ANSWER.read(entity == null ? InputStream.nullInputStream() : entity)) {
                case BodyLimit.Read.TooLarge() -> new Refused(new Refusal.Unclear());
                case BodyLimit.Read.Whole(byte[] body) -> {
                    String text = OneCJson.text(body);
                    ODataAnswer answer = reader.read(response.getStatus(), text, json.tree(text));
                    keepSession(tenant, caller, response, answer);
                    yield answer;
                }
            };
        } catch (ProcessingException failure) {
            return new Refused(neverLeft(failure) ? new Refusal.Unreachable() : new Refusal.Unclear());
        } catch (IOException _) {
            return new Refused(new Refusal.Unclear());
        }
    }

    private void keepSession(Tenant tenant, Caller caller, RestResponse<?> response, ODataAnswer answer) {
        if (caller.mode == SessionMode.CLIENT_DRIVEN && !(answer instanceof Refused(Refusal.DeadSession()))) {
            OneCSessions.startedBy(response.getStringHeaders())
                    .or(() -> caller.cookie)
                    .ifPresent(cookie -> sessions.giveBack(tenant, cookie));
        }
    }

    /** Logins may be Cyrillic: 1C wants UTF-8 there. */
    private Optional<String> basic(Secret secret) {
        JsonNode login = json.tree(secret.text());
        if (!login.path("user").isTextual() || !login.path("password").isTextual()) {
            return Optional.empty();
        }
        String pair = login.get("user").asText() + ":" + login.get("password").asText();
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    /** No connection, no effect: such a write needs no looking up. */
    private static boolean neverLeft(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException
                    || cause instanceof SSLHandshakeException) {
                return true;
            }
        }
        return false;
    }

    /** What each call says of itself. */
    private record Caller(String login, SessionMode mode, Optional<String> cookie) {
        Optional<String> session() {
            return Optional.of(OneCSessions.START).filter(_ -> mode == SessionMode.CLIENT_DRIVEN && cookie.isEmpty());
        }

        @Override
        public String toString() {
            return "Caller[***]";
        }
    }

    @FunctionalInterface
    private interface Exchange {
        RestResponse<InputStream> by(Caller caller);
    }
}
