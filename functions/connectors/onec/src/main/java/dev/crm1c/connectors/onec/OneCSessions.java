package dev.crm1c.connectors.onec;

import dev.crm1c.model.tenant.OneCConnection;
import dev.crm1c.model.tenant.SecretName;
import dev.crm1c.model.tenant.SessionMode;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;

/**
 * The sessions that this worker keeps open in bases whose publication lets the caller drive them. A session does one call at a time: who
 * calls takes it out and puts it back after an answer, so a worker that makes its calls one after another has one session a tenant. One that
 * got no answer is not put back: it may still be at work. Nobody ends them: the publication does it by {@code sessionMaxAge}, 20 seconds
 * unless it says otherwise. Source: reference "onec", 1.8.
 */
@ApplicationScoped
class OneCSessions {
    static final String HEADER = "IBSession";
    static final String START = "start";
    static final String FINISH = "finish";
    private static final String SET_COOKIE = "Set-Cookie";
    private static final String COOKIE = "ibsession=";

    private final Map<Base, ConcurrentLinkedDeque<String>> idle = new ConcurrentHashMap<>();

    /** The cookie of an idle session. */
    Optional<String> take(Tenant tenant) {
        return Optional.ofNullable(of(tenant).pollFirst());
    }

    void giveBack(Tenant tenant, String cookie) {
        of(tenant).addFirst(cookie);
    }

    /** The cookie that an answer to {@code IBSession: start} brought; a publication with sessions of its own brings none. */
    static Optional<String> startedBy(MultivaluedMap<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(SET_COOKIE))
                .map(Map.Entry::getValue)
                .flatMap(List::stream)
                .flatMap(cookie -> Stream.of(cookie.split(";", 2)[0].strip()))
                .filter(cookie -> cookie.startsWith(COOKIE) && cookie.length() > COOKIE.length())
                .findFirst();
    }

    private ConcurrentLinkedDeque<String> of(Tenant tenant) {
        return idle.computeIfAbsent(Base.of(tenant), _ -> new ConcurrentLinkedDeque<>());
    }

    /** A base that moved or is entered in another way has no sessions of ours; which of the tenant's companies sells is the same to it. */
    private record Base(TenantId tenant, URI address, SecretName login, SessionMode mode) {
        static Base of(Tenant tenant) {
            OneCConnection onec = tenant.onec();
            return new Base(tenant.id(), onec.address(), onec.secret(), onec.sessions());
        }
    }
}
