package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.simulators.onec.faults.Fault;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SessionsTest extends BaseTest {

    @Test
    @DisplayName("§1.8 a login is UTF-8: with a wrong password, in cp1251, or without it, 401 and no JSON")
    void authentication() {
        byte[] cp1251 = "Обмен:секрет".getBytes(Charset.forName("windows-1251"));
        List<String> strangers =
                List.of("", "Basic " + Base64.getEncoder().encodeToString(cp1251), "Basic 0JA6MQ==", "Bearer token");
        for (String stranger : strangers) {
            Reply reply = caller.send("GET", ITEMS, "$format=json", "", Map.of("Authorization", stranger));
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.header("WWW-Authenticate")).isEqualTo("Basic realm=\"1C:Enterprise 8.3\"");
            assertThat(reply.text()).doesNotContain("odata.error");
        }
        assertThat(caller.get(ITEMS).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("§1.8 more calls than sessions: those that wait too long get 406; the crowd is remembered")
    void pool() throws InterruptedException, ExecutionException {
        restart(settings().withSessions(2, Duration.ofMillis(100)));
        simulator.faults().onEveryCall().always(Fault.delay(Duration.ofMillis(600)));
        List<Integer> statuses = together(5);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(2);
        assertThat(statuses).filteredOn(status -> status == 406).hasSize(3);
        assertThat(simulator.greatestParallelCalls()).isEqualTo(5);
    }

    @Test
    @DisplayName("§1.8 those that wait less than the patience of the pool are served")
    void patience() throws InterruptedException, ExecutionException {
        restart(settings().withSessions(2, Duration.ofSeconds(5)));
        simulator.faults().onEveryCall().always(Fault.delay(Duration.ofMillis(100)));
        assertThat(together(6)).containsOnly(200);
    }

    @Test
    @DisplayName("one call after another is never two at once")
    void oneByOne() {
        for (int i = 0; i < 50; i++) {
            caller.get(ITEMS);
        }
        assertThat(simulator.greatestParallelCalls()).isEqualTo(1);
        assertThat(simulator.requestCount()).isEqualTo(50);
        simulator.resetCounters();
        assertThat(simulator.requestCount()).isZero();
        assertThat(simulator.greatestParallelCalls()).isZero();
    }

    @Test
    @DisplayName("§6 requests are remembered in order, decoded, with their statuses")
    void journal() {
        caller.filter(ITEMS, "Артикул eq 'KR-001'");
        caller.get(one(ITEMS, EMPTY));
        assertThat(simulator.requests()).hasSize(2);
        assertThat(simulator.requests().getFirst().method()).isEqualTo("GET");
        assertThat(simulator.requests().getFirst().path()).isEqualTo("/accounting/odata/standard.odata/" + ITEMS);
        assertThat(simulator.requests().getFirst().query()).contains("$filter=Артикул eq 'KR-001'");
        assertThat(simulator.requests()).extracting("status").containsExactly(200, 404);
    }

    private List<Integer> together(int calls) throws InterruptedException, ExecutionException {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> replies = IntStream.range(0, calls)
                    .mapToObj(_ -> workers.submit(() -> caller.get(ITEMS).status()))
                    .toList();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> reply : replies) {
                statuses.add(reply.get());
            }
            return statuses;
        }
    }
}
