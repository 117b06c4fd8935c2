package dev.crm1c.connectors.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.fake.SettableClock;
import dev.crm1c.model.port.RequestBudget;
import dev.crm1c.model.port.RequestBudget.Grant;
import dev.crm1c.model.portal.Pace;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One bucket for all workers of a portal. Each test has a portal of its own. */
@QuarkusTest
@QuarkusTestResource(TemplateInEmulator.class)
class PortalBudgetTest {
    private static final Set<String> READ = Set.of("batch", "crm.item.get");
    /** 0.6 of the 50 and of the 250 that portals take at once. */
    private static final int OUR_BURST = 30;

    private static final int OUR_ENTERPRISE_BURST = 150;

    @Inject
    Table table;

    private final String portal = "portal-" + UUID.randomUUID();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:00Z"));

    private List<RequestBudget> workers(int count) {
        return IntStream.range(0, count)
                .<RequestBudget>mapToObj(_ -> new DynamoRequestBudget(table, clock))
                .toList();
    }

    private int granted(List<RequestBudget> workers, Pace pace, int asked) {
        int granted = 0;
        for (int round = 0; round < asked; round++) {
            if (workers.get(round % workers.size()).take(portal, pace, READ) instanceof Grant.Granted) {
                granted++;
            }
        }
        return granted;
    }

    private Grant take(RequestBudget worker) {
        return worker.take(portal, Pace.USUAL, READ);
    }

    private static Instant comeBack(Grant grant) {
        return ((Grant.ComeBackAt) grant).instant();
    }

    @Test
    void it_is_one_for_all_workers_and_comes_back_with_time() {
        List<RequestBudget> workers = workers(3);

        assertThat(granted(workers, Pace.USUAL, 60)).isEqualTo(OUR_BURST);

        clock.advance(Duration.ofMillis(10 * 667));
        assertThat(granted(workers, Pace.USUAL, 60)).isBetween(9, 10);
    }

    @Test
    void an_enterprise_portal_takes_more() {
        assertThat(granted(workers(2), Pace.ENTERPRISE, 300)).isEqualTo(OUR_ENTERPRISE_BURST);

        clock.advance(Duration.ofMillis(10 * 267));
        assertThat(granted(workers(2), Pace.ENTERPRISE, 60)).isBetween(9, 10);
    }

    @Test
    void those_who_are_refused_come_back_one_after_another() {
        List<RequestBudget> workers = workers(2);
        granted(workers, Pace.USUAL, OUR_BURST);

        List<Instant> places = IntStream.range(0, 100)
                .mapToObj(i -> comeBack(take(workers.get(i % 2))))
                .toList();

        for (int i = 1; i < places.size(); i++) {
            assertThat(Duration.between(places.get(i - 1), places.get(i))).isEqualTo(Duration.ofMillis(762));
        }
        clock.advance(Duration.between(clock.instant(), places.getFirst()));
        assertThat(take(workers.getFirst()))
                .as("there is room when its moment has come")
                .isInstanceOf(Grant.Granted.class);
    }

    @Test
    void a_refusal_by_the_portal_stops_everybody_and_then_lets_them_go_slowly() {
        List<RequestBudget> workers = workers(2);
        take(workers.getFirst());

        workers.getFirst().refuseUntil(portal, Pace.USUAL, clock.instant().plusSeconds(10));

        assertThat(comeBack(take(workers.get(0))))
                .isAfterOrEqualTo(clock.instant().plusSeconds(10));
        assertThat(comeBack(take(workers.get(1))))
                .isAfterOrEqualTo(clock.instant().plusSeconds(10));
        clock.advance(Duration.ofSeconds(11));
        assertThat(granted(workers, Pace.USUAL, 20)).isEqualTo(1);
    }

    @Test
    void a_method_that_has_used_up_its_time_is_closed_for_all_and_the_others_are_not() {
        List<RequestBudget> workers = workers(2);
        Instant reset = clock.instant().plusSeconds(300);

        workers.getFirst().closeUntil(portal, "crm.item.get", reset);

        assertThat(comeBack(take(workers.get(1)))).isAfterOrEqualTo(reset);
        assertThat(workers.get(1).take(portal, Pace.USUAL, Set.of("crm.timeline.comment.add")))
                .isInstanceOf(Grant.Granted.class);
        clock.advance(Duration.ofSeconds(301));
        assertThat(take(workers.get(1))).isInstanceOf(Grant.Granted.class);
    }

    @Test
    void a_worker_with_requests_in_hand_does_not_call_what_another_has_seen_closed() {
        List<RequestBudget> workers = workers(2);
        take(workers.get(1));
        Instant reset = clock.instant().plusSeconds(300);

        workers.get(0).closeUntil(portal, "batch", reset);

        assertThat(comeBack(take(workers.get(1)))).isAfterOrEqualTo(reset);
    }

    @Test
    void a_worker_with_requests_in_hand_hears_of_a_refusal() {
        List<RequestBudget> workers = workers(2);
        take(workers.get(1));
        Instant until = clock.instant().plusSeconds(10);

        workers.get(0).refuseUntil(portal, Pace.USUAL, until);

        assertThat(comeBack(take(workers.get(1)))).isAfterOrEqualTo(until);
    }

    @Test
    void its_room_is_what_it_would_grant() {
        var room = new DynamoRequestBudget(table, clock);
        assertThat(room.room(portal, Pace.USUAL)).isEqualTo(OUR_BURST);

        granted(workers(2), Pace.USUAL, OUR_BURST);
        assertThat(room.room(portal, Pace.USUAL)).isZero();

        clock.advance(Duration.ofSeconds(14));
        assertThat(room.room(portal, Pace.USUAL)).isEqualTo(20);
    }

    @Test
    void a_method_is_never_opened_earlier_than_somebody_else_saw() {
        List<RequestBudget> workers = workers(2);
        Instant late = clock.instant().plusSeconds(600);
        workers.get(0).closeUntil(portal, "batch", late);
        workers.get(1).closeUntil(portal, "batch", clock.instant().plusSeconds(60));

        assertThat(comeBack(take(workers.get(1)))).isAfterOrEqualTo(late);
    }
}
