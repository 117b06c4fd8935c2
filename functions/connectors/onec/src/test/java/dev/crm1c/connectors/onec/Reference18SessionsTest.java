package dev.crm1c.connectors.onec;

import static dev.crm1c.connectors.onec.BaseTenants.got;
import static dev.crm1c.connectors.onec.BaseTenants.stopped;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.connectors.onec.StandIn.Answer;
import dev.crm1c.connectors.onec.StandIn.Request;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.tenant.SessionMode;
import dev.crm1c.model.tenant.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
@DisplayName("onec.md §1.8: sessions, login, limits")
class Reference18SessionsTest {
    private static final String OBJECT = "{\"Ref_Key\":\"" + new UUID(1, 2) + "\",\"value\":[]}";
    private static final String DEAD = "<html><body>Bad Request</body></html>";

    @Inject
    ODataClient client;

    /** A publication with {@code reuseSessions="use"}: what lives is in the set, the rest is 400. */
    private static final class DrivenPublication {
        private final Set<String> alive = ConcurrentHashMap.newKeySet();
        private final AtomicInteger started = new AtomicInteger();
        private final AtomicInteger executed = new AtomicInteger();

        Answer answer(Request request) {
            Optional<String> cookie = request.header("Cookie");
            if (cookie.isPresent()) {
                return alive.contains(cookie.get()) ? done(request) : Answer.html(400, DEAD);
            }
            if (request.header("IBSession").equals(Optional.of("start"))) {
                String session = "ibsession=s" + started.incrementAndGet();
                alive.add(session);
                return done(request).with("Set-Cookie", session + "; path=/accounting; HttpOnly");
            }
            return done(request);
        }

        private Answer done(Request request) {
            executed.incrementAndGet();
            return Answer.json(200, request.path().endsWith("/Post") ? "" : OBJECT);
        }
    }

    private static ODataAddress set(StandIn standIn) {
        return ODataAddress.ofSet(standIn.publication(), "Catalog_Контрагенты");
    }

    @Test
    @DisplayName("§1.8: a publication with autouse sees neither header nor cookie")
    void autouse() {
        try (StandIn standIn = StandIn.answering(_ -> Answer.json(200, OBJECT).with("Set-Cookie", "ibsession=x"))) {
            Tenant tenant = BaseTenants.at(standIn.publication());
            got(client.list(tenant, set(standIn)));
            got(client.change(tenant, set(standIn), AgainstTheSimulator.fields()));

            assertThat(standIn.requests()).hasSize(2).allSatisfy(request -> {
                assertThat(request.header("IBSession")).isEmpty();
                assertThat(request.header("Cookie")).isEmpty();
                assertThat(request.header("If-Match")).isEmpty();
            });
        }
    }

    @Test
    @DisplayName("§1.8: a driven session is started once and goes on by its cookie, for reads, writes and posting")
    void oneSession() {
        var publication = new DrivenPublication();
        try (StandIn standIn = StandIn.answering(publication::answer)) {
            Tenant tenant = BaseTenants.at(standIn.publication(), SessionMode.CLIENT_DRIVEN);
            got(client.list(tenant, set(standIn)));
            got(client.create(tenant, set(standIn), AgainstTheSimulator.fields()));
            got(client.post(tenant, set(standIn)));
            got(client.calculate(tenant, VirtualTable.balance("AccumulationRegister_X")));

            assertThat(publication.started).hasValue(1);
            assertThat(standIn.requests().getFirst().header("IBSession")).contains("start");
            assertThat(standIn.requests().stream().skip(1)).hasSize(3).allSatisfy(request -> {
                assertThat(request.header("IBSession")).isEmpty();
                assertThat(request.header("Cookie")).contains("ibsession=s1");
            });
        }
    }

    @Test
    @DisplayName(
            "§1.8: a dead session is 400; the call goes once more in a fresh one, a write too, for nothing was run")
    void deadSession() {
        var publication = new DrivenPublication();
        try (StandIn standIn = StandIn.answering(publication::answer)) {
            Tenant tenant = BaseTenants.at(standIn.publication(), SessionMode.CLIENT_DRIVEN);
            got(client.list(tenant, set(standIn)));
            publication.alive.clear();
            got(client.list(tenant, set(standIn)));
            publication.alive.clear();
            got(client.create(tenant, set(standIn), AgainstTheSimulator.fields()));

            assertThat(publication.started).hasValue(3);
            assertThat(publication.executed).hasValue(3);
            assertThat(standIn.requests()).hasSize(5);
        }
    }

    @Test
    @DisplayName("§1.8: once and not more often: who is refused in a fresh session too hears it")
    void onlyOnce() {
        var calls = new AtomicInteger();
        try (StandIn standIn = StandIn.answering(_ -> calls.incrementAndGet() == 1
                ? Answer.json(200, OBJECT).with("Set-Cookie", "ibsession=x")
                : Answer.html(400, DEAD))) {
            Tenant tenant = BaseTenants.at(standIn.publication(), SessionMode.CLIENT_DRIVEN);
            got(client.list(tenant, set(standIn)));

            assertThat(stopped(client.list(tenant, set(standIn)))).isInstanceOf(Outcome.NeedsPeople.class);
            assertThat(calls).hasValue(3);
        }
    }

    @Test
    @DisplayName("§1.8: a 400 that has a code of OData is no dead session")
    void errorInSession() {
        var calls = new AtomicInteger();
        try (StandIn standIn = StandIn.answering(_ -> calls.incrementAndGet() == 1
                ? Answer.json(200, OBJECT).with("Set-Cookie", "ibsession=x")
                : Answer.json(400, "{\"odata.error\":{\"code\":\"14\",\"message\":{\"value\":\"нет\"}}}"))) {
            Tenant tenant = BaseTenants.at(standIn.publication(), SessionMode.CLIENT_DRIVEN);
            got(client.list(tenant, set(standIn)));
            stopped(client.list(tenant, set(standIn)));
            stopped(client.list(tenant, set(standIn)));

            assertThat(standIn.requests()).hasSize(3);
            assertThat(standIn.requests().getLast().header("Cookie")).contains("ibsession=x");
        }
    }

    @Test
    @DisplayName("§1.8: 406 is a base without a free session: later")
    void noFreeSession() {
        try (StandIn standIn = StandIn.answering(_ -> Answer.html(406, "Not Acceptable"))) {
            assertThat(stopped(client.list(
                            BaseTenants.at(standIn.publication(), SessionMode.CLIENT_DRIVEN), set(standIn))))
                    .isEqualTo(new Outcome.Later(Surroundings.NOW.plus(Duration.ofMinutes(1)), Delay.ONEC_BUSY));
        }
    }

    @Test
    @DisplayName("§1.8: a session whose answer was lost is not used again: it may still be at work")
    void lostAnswer() {
        var publication = new DrivenPublication();
        try (StandIn standIn = StandIn.answering(request -> request.method().equals("PATCH")
                ? Answer.html(200, "x".repeat(17 * 1024 * 1024))
                : publication.answer(request))) {
            Tenant tenant = BaseTenants.at(standIn.publication(), SessionMode.CLIENT_DRIVEN);
            got(client.list(tenant, set(standIn)));
            stopped(client.change(tenant, set(standIn), AgainstTheSimulator.fields()));
            got(client.list(tenant, set(standIn)));

            assertThat(publication.started).hasValue(2);
        }
    }

    @Test
    @DisplayName("§1.8: a session does one call at a time: two calls at once are in two")
    void twoAtOnce() throws InterruptedException {
        var publication = new DrivenPublication();
        var bothAreThere = new CountDownLatch(2);
        try (StandIn standIn = StandIn.answering(request -> {
            Answer answer = publication.answer(request);
            bothAreThere.countDown();
            await(bothAreThere);
            return answer;
        })) {
            Tenant tenant = BaseTenants.at(standIn.publication(), SessionMode.CLIENT_DRIVEN);
            Thread other = Thread.ofVirtual().start(() -> got(client.list(tenant, set(standIn))));
            got(client.list(tenant, set(standIn)));
            other.join();

            assertThat(publication.started).hasValue(2);
        }
    }

    @Test
    @DisplayName("§1.8: balances may take longer than other reads")
    void timeouts() {
        try (StandIn standIn = StandIn.answering(_ -> {
            await(new CountDownLatch(1));
            return Answer.rows("");
        })) {
            Tenant tenant = BaseTenants.at(standIn.publication());
            assertThat(stopped(client.list(tenant, set(standIn))))
                    .isInstanceOfSatisfying(
                            Outcome.Later.class,
                            later -> assertThat(later.why()).isEqualTo(Delay.ONEC_ANSWER_UNCLEAR));
            assertThat(got(client.calculate(tenant, VirtualTable.balance("AccumulationRegister_X"))))
                    .isEmpty();
        }
    }

    @Test
    @DisplayName("§1.8: Basic with a login in UTF-8, sent without being asked")
    void basicInUtf8() {
        try (StandIn standIn = StandIn.answering(_ -> Answer.rows(""))) {
            got(client.list(BaseTenants.at(standIn.publication()), set(standIn)));

            byte[] pair = (Surroundings.USER + ":" + Surroundings.PASSWORD).getBytes(StandardCharsets.UTF_8);
            assertThat(standIn.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.header("Authorization"))
                            .contains("Basic " + Base64.getEncoder().encodeToString(pair)));
        }
    }

    /** Two seconds at most: over the reads' 1.5 s and under the ledger's 3 s. */
    private static void await(CountDownLatch latch) {
        try {
            latch.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
