package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.simulators.onec.faults.Fault;
import dev.crm1c.simulators.onec.http.SessionMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SessionModesTest {

    @Nested
    @DisplayName("§1.8 autouse: the web extension keeps the sessions")
    class Autouse extends ClockedTest {
        @Test
        @DisplayName("§1.8 one session serves call after call, and neither header nor cookie tells of it")
        void reused() {
            Reply reply = ordered("start");
            for (int i = 0; i < 5; i++) {
                caller.get(ITEMS);
            }
            assertThat(reply.headers().map()).doesNotContainKeys("set-cookie", "ibsession");
            assertThat(simulator.startedSessions()).isEqualTo(1);
            assertThat(simulator.liveSessions()).isEqualTo(1);
        }

        @Test
        @DisplayName("§1.8 an idle session dies after sessionMaxAge, 20 seconds; each use makes it young again")
        void age() {
            caller.get(ITEMS);
            clock.pass(Duration.ofSeconds(19));
            caller.get(ITEMS);
            clock.pass(Duration.ofSeconds(19));
            assertThat(simulator.liveSessions()).isEqualTo(1);
            clock.pass(Duration.ofSeconds(1));
            assertThat(simulator.liveSessions()).isZero();
            caller.get(ITEMS);
            assertThat(simulator.startedSessions()).isEqualTo(2);
        }

        @Test
        @DisplayName("§1.8 each user has sessions of his own; an idle one of another user makes room in a full pool")
        void users() {
            restart(settings().withSessions(1, Duration.ZERO));
            simulator.users().add("Второй", "пароль");
            caller.get(ITEMS);
            try (Caller second = new Caller(simulator, "Второй", "пароль")) {
                assertThat(second.get(ITEMS).status()).isEqualTo(200);
            }
            assertThat(simulator.startedSessions()).isEqualTo(2);
            assertThat(simulator.liveSessions()).isEqualTo(1);
        }

        @Test
        @DisplayName("§1.8 a cookie left over from a publication in the other mode is a dead one: 400, no OData")
        void leftOver() {
            Reply reply = cookied("ibsession=0", "");
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.text()).doesNotContain("odata.error");
        }
    }

    @Nested
    @DisplayName("§1.8 use: the client starts and ends them")
    class Use extends ClockedTest {
        @Override
        OneCSettings settings() {
            return super.settings().withSessionMode(SessionMode.USE).withSessions(2, Duration.ZERO);
        }

        @Test
        @DisplayName("§1.8 IBSession: start gives a cookie, the cookie reuses the session, finish ends it")
        void life() {
            Reply started = ordered("start");
            assertThat(started.status()).isEqualTo(200);
            String cookie = started.header("Set-Cookie");
            assertThat(cookie).startsWith("ibsession=");
            Reply again = cookied("other=1; " + cookie, "");
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.headers().map()).doesNotContainKey("set-cookie");
            assertThat(simulator.startedSessions()).isEqualTo(1);
            assertThat(cookied(cookie, "finish").status()).isEqualTo(200);
            assertThat(simulator.liveSessions()).isZero();
            assertThat(cookied(cookie, "").status()).isEqualTo(400);
        }

        @Test
        @DisplayName("§1.8 a call without cookie and header has a session for itself, and it ends with the call")
        void ownSession() {
            caller.get(ITEMS);
            caller.get(ITEMS);
            assertThat(simulator.startedSessions()).isEqualTo(2);
            assertThat(simulator.liveSessions()).isZero();
        }

        @Test
        @DisplayName("§1.8 a dead cookie is 400 for whatever call: unknown, expired, dropped, another user's")
        void dead() {
            assertThat(cookied("ibsession=nobody", "").status()).isEqualTo(400);
            assertThat(cookied("ibsession=nobody", "start").status()).isEqualTo(400);
            assertThat(cookied("ibsession=nobody", "finish").status()).isEqualTo(400);
            assertThat(ordered("finish").status()).isEqualTo(400);
            String expired = ordered("start").header("Set-Cookie");
            clock.pass(Duration.ofSeconds(20));
            assertThat(cookied(expired, "").status()).isEqualTo(400);
            String dropped = ordered("start").header("Set-Cookie");
            simulator.dropSessions();
            assertThat(cookied(dropped, "").status()).isEqualTo(400);
            String foreign = ordered("start").header("Set-Cookie");
            simulator.users().add("Второй", "пароль");
            try (Caller second = new Caller(simulator, "Второй", "пароль")) {
                assertThat(second.send("GET", ITEMS, "$format=json", "", Map.of("Cookie", foreign))
                                .status())
                        .isEqualTo(400);
            }
        }

        @Test
        @DisplayName("§1.8 a full pool is 406, also for IBSession: start; forgotten sessions fill it until they age")
        void full() {
            ordered("start");
            String second = ordered("start").header("Set-Cookie");
            assertThat(ordered("start").status()).isEqualTo(406);
            assertThat(caller.get(ITEMS).status()).isEqualTo(406);
            assertThat(cookied(second, "").status()).isEqualTo(200);
            clock.pass(Duration.ofSeconds(20));
            assertThat(ordered("start").status()).isEqualTo(200);
        }

        @Test
        @DisplayName("§1.8 a start with a live cookie starts another session; an unknown order is 400")
        void twice() {
            String first = ordered("start").header("Set-Cookie");
            assertThat(cookied(first, "start").header("Set-Cookie"))
                    .isNotEmpty()
                    .isNotEqualTo(first);
            assertThat(simulator.liveSessions()).isEqualTo(2);
            assertThat(cookied(first, "begin").status()).isEqualTo(400);
        }

        @Test
        @DisplayName("§1.8 one session does one thing at a time: a second call on the cookie waits, and may get 406")
        void oneAtATime() throws InterruptedException {
            restart(settings().withSessions(2, Duration.ofMillis(200)));
            String cookie = ordered("start").header("Set-Cookie");
            simulator.faults().on("POST", INVOICES).next(1, Fault.delay(Duration.ofMinutes(5)));
            Thread busy = Thread.ofVirtual().start(() -> swallow(cookie));
            try {
                assertThat(statusesUpTo406(cookie)).contains(406);
                clock.pass(Duration.ofMinutes(1));
                assertThat(simulator.liveSessions())
                        .as("a session at work grows no older")
                        .isEqualTo(1);
            } finally {
                simulator.close();
            }
            busy.join();
        }

        /** The first of them may still come before the call that is held; ten seconds is longer than any of this. */
        private List<Integer> statusesUpTo406(String cookie) {
            List<Integer> statuses = new ArrayList<>();
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (!statuses.contains(406) && System.nanoTime() < end) {
                statuses.add(cookied(cookie, "").status());
            }
            return statuses;
        }

        private void swallow(String cookie) {
            try {
                caller.send("POST", INVOICES, "$format=json", "{}", Map.of("Cookie", cookie));
            } catch (Caller.NoReply _) {
                // The stand-in is closed while this call is held: that is how the test ends it.
            }
        }
    }

    @Nested
    @DisplayName("§1.8 the first call after an idle time")
    class FirstCall extends ClockedTest {
        @Test
        @DisplayName("§1.8 the very first call and the first after the idle time are slow, the others are not")
        void slow() {
            Duration delay = Duration.ofSeconds(1);
            restart(settings().withSlowFirstCall(Duration.ofMinutes(10), delay));
            assertThat(time()).isGreaterThanOrEqualTo(delay);
            clock.pass(Duration.ofMinutes(9));
            assertThat(time()).isLessThan(delay);
            clock.pass(Duration.ofMinutes(10));
            assertThat(time()).isGreaterThanOrEqualTo(delay);
        }

        private Duration time() {
            long before = System.nanoTime();
            assertThat(caller.get(ITEMS).status()).isEqualTo(200);
            return Duration.ofNanos(System.nanoTime() - before);
        }
    }

    /** A base whose clock goes when it is told to. */
    abstract static class ClockedTest extends BaseTest {
        final MovableClock clock = new MovableClock();

        @Override
        OneCSettings settings() {
            return OneCSettings.defaults().withClock(clock);
        }

        Reply ordered(String order) {
            return caller.send("GET", ITEMS, "$format=json", "", Map.of("IBSession", order));
        }

        Reply cookied(String cookie, String order) {
            Map<String, String> headers =
                    order.isEmpty() ? Map.of("Cookie", cookie) : Map.of("Cookie", cookie, "IBSession", order);
            return caller.send("GET", ITEMS, "$format=json", "", headers);
        }
    }
}
