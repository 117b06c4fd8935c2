package dev.crm1c.connectors.onec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.onec.ODataAnswer.Refused;
import dev.crm1c.model.onec.Finding.Barrier;
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
    private static final String XML = "application/xml";
    private static final int OK = 200;
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
        return switch (passport(tenant, address)) {
            case Passport.Denied(Refusal refusal) -> new Refused(refusal);
            case Passport.Login(String login)
            when tenant.onec().sessions() == SessionMode.AUTO_USE ->
                once(tenant, address, new Caller(login, SessionMode.AUTO_USE, Optional.empty()), exchange);
            case Passport.Login(String login) -> inSession(tenant, address, login, exchange);
        };
    }

    /** Whether the call may go out at all, and as whom. */
    private sealed interface Passport {
        record Denied(Refusal refusal) implements Passport {}

        record Login(String login) implements Passport {
            @Override
            public String toString() {
                return "Login[***]";
            }
        }
    }

    private Passport passport(Tenant tenant, ODataAddress address) {
        if (addresses.judge(tenant.onec().address()) != AddressRule.Verdict.ALLOWED) {
            return new Passport.Denied(new Refusal.ForbiddenAddress());
        }
        if (address.longestSegment() > ODataAddress.LONGEST_SEGMENT) {
            return new Passport.Denied(new Refusal.AddressTooLong(address.set()));
        }
        return secrets.read(tenant.onec().secret())
                .flatMap(this::basic)
                .<Passport>map(Passport.Login::new)
                .orElseGet(() -> new Passport.Denied(new Refusal.NoCredential()));
    }

    /** What reading a long document came to. */
    sealed interface Streamed<T> {
        record Read<T>(T value) implements Streamed<T> {}

        record Failed<T>(Refusal refusal) implements Streamed<T> {}
    }

    @FunctionalInterface
    interface Reading<T> {
        T read(InputStream document) throws IOException;
    }

    /** For {@code $metadata}: XML, megabytes, read as it comes and never held. */
    <T> Streamed<T> stream(Tenant tenant, ODataAddress address, Reading<T> reading) {
        return switch (passport(tenant, address)) {
            case Passport.Denied(Refusal refusal) -> new Streamed.Failed<>(refusal);
            case Passport.Login(String login) -> {
                try (RestResponse<InputStream> response =
                        ledger.get(address.text(), login, XML, Optional.empty(), Optional.empty())) {
                    yield response.getStatus() == OK && response.getEntity() != null
                            ? new Streamed.Read<>(reading.read(response.getEntity()))
                            : new Streamed.Failed<>(new Refusal.Unclear());
                } catch (ProcessingException failure) {
                    yield new Streamed.Failed<>(failed(failure));
                } catch (IOException _) {
                    yield new Streamed.Failed<>(new Refusal.Unclear());
                }
            }
        };
    }

    /** Who drives the sessions of this publication: where the caller does, an answer to {@code IBSession: start} brings a cookie. */
    Optional<SessionMode> sessionsOfPublication(Tenant tenant) {
        ODataAddress root = ODataAddress.ofRoot(tenant.onec().address());
        if (!(passport(tenant, root) instanceof Passport.Login(String login))) {
            return Optional.empty();
        }
        try (RestResponse<InputStream> started =
                reads.get(text(root), login, JSON, Optional.of(OneCSessions.START), Optional.empty())) {
            if (started.getStatus() != OK) {
                return Optional.empty();
            }
            Optional<String> cookie = OneCSessions.startedBy(started.getStringHeaders());
            if (cookie.isPresent()) {
                reads.get(text(root), login, JSON, Optional.of(OneCSessions.FINISH), cookie)
                        .close();
            }
            return Optional.of(cookie.isPresent() ? SessionMode.CLIENT_DRIVEN : SessionMode.AUTO_USE);
        } catch (ProcessingException _) {
            return Optional.empty();
        }
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
            return new Refused(failed(failure));
        } catch (IOException _) {
            return new Refused(new Refusal.Unclear());
        }
    }

    private static Refusal failed(ProcessingException failure) {
        return barrier(failure).<Refusal>map(Refusal.Unreachable::new).orElseGet(Refusal.Unclear::new);
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

    /** No connection, no effect: such a write needs no looking up. Empty when the call may have gone out. */
    private static Optional<Barrier> barrier(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnknownHostException _ -> {
                    return Optional.of(Barrier.NAME_UNKNOWN);
                }
                case ConnectException _, NoRouteToHostException _ -> {
                    return Optional.of(Barrier.CONNECTION_REFUSED);
                }
                case SSLHandshakeException _ -> {
                    return Optional.of(Barrier.CERTIFICATE);
                }
                default -> {}
            }
        }
        return Optional.empty();
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
