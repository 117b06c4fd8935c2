package dev.crm1c.bundle.mass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.crmwebhook.CrmWebhookHandler;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.reconcile.ReconcileHandler;
import dev.crm1c.simulators.bitrix24.Bitrix24Simulator;
import dev.crm1c.simulators.bitrix24.PortalSettings;
import dev.crm1c.simulators.bitrix24.Salesperson;
import dev.crm1c.simulators.bitrix24.VirtualClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Thousands of deals edited at once, from the portal's queue server to the last look, over real HTTP, queue and table, in the portal's time and not
 * in ours (performance.md B-10, reliability.md F21). The deals are at a stage of no scenario, so the ideal work is one request for each.
 * {@code -Dcrm1c.mass.deals=10000} is the size of infra/bench.
 */
@QuarkusTest
@TestProfile(OneFunctionAtHome.class)
@QuarkusTestResource(value = CloudOfTests.class, restrictToAnnotatedClass = true)
class MassChangeTest {
    private static final int DEALS = Integer.getInteger("crm1c.mass.deals", 200);
    private static final int WORKERS = 4;
    private static final Duration TICK = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** A look and an event of the same two seconds prove nothing, so those who find room at once may be looked at again. */
    private static final int OUR_BURST = 30;
    /** The portal's own pace; we promise ourselves three quarters of it, and a part of that is kept for what is new. */
    private static final int SLOWER_THAN_THE_PORTAL = 2;

    @Inject
    CrmWebhookHandler webhook;

    @Inject
    ReconcileHandler reconcile;

    @Inject
    TenantsOfPortals tenants;

    @Inject
    NoticesAtWork workers;

    @Inject
    Tally tally;

    @Inject
    TicksAtWork ticks;

    @Inject
    VirtualClock clock;

    private final String tenant = "mass-" + UUID.randomUUID().toString().substring(0, 8);
    private Bitrix24Simulator portal;
    private WebhookDoorway door;
    private Salesperson salesperson;
    private long company;
    private int deals = DEALS;

    @BeforeEach
    void open() throws IOException {
        portal = Bitrix24Simulator.start(PortalSettings.defaults().withClock(clock));
        door = new WebhookDoorway(webhook);
        tenants.load(tenant, portal);
        salesperson = portal.salesperson();
        company = salesperson.company("ООО «Покупатель»");
        workers.hire(WORKERS);
        tally.forget();
    }

    @AfterEach
    void close() {
        workers.dismiss();
        portal.close();
        door.close();
    }

    private List<Long> newDeals() {
        return IntStream.range(0, deals)
                .mapToObj(number -> salesperson.deal("Сделка " + number, company))
                .toList();
    }

    /** All the events are there before the first one goes. */
    private void editAtOnce(List<Long> deals) throws InterruptedException {
        portal.subscribe(door.of(tenant));
        portal.events().hold();
        deals.forEach(deal -> salesperson.moveDeal(deal, "PREPARATION"));
        portal.events().release();
        assertThat(portal.events().awaitQuiet(PATIENCE)).isTrue();
        assertThat(portal.deliveries()).allMatch(delivery -> delivery.accepted());
    }

    /** All that a minute's tick brings to the queue is looked at, each portion at its moment. */
    private void tick() {
        reconcile.handleRequest(Map.of("task", "wake-parked"), new EndlessInvocation());
        workers.emptyTheQueue();
        while (!ticks.waiting.isEmpty()) {
            TicksAtWork.Own tick = ticks.waiting.remove();
            clock.advance(tick.in());
            reconcile.handleRequest(tick.event(), new EndlessInvocation());
            workers.emptyTheQueue();
        }
    }

    private void minute() {
        Instant began = clock.instant();
        tick();
        clock.set(began.plus(TICK));
    }

    private Duration untilAllAreDone() {
        Instant began = clock.instant();
        Instant deadline = began.plus(floor().multipliedBy(10));
        workers.emptyTheQueue();
        while (tally.done.size() < deals && clock.instant().isBefore(deadline)) {
            minute();
        }
        Instant last = tally.done.values().stream().max(Instant::compareTo).orElse(deadline);
        return Duration.between(began, last);
    }

    /** What a portal takes to answer so many requests whoever asks: a burst of 50, then two a second. */
    private Duration floor() {
        return Duration.ofMillis((deals - 50) * 500L);
    }

    /** Twice the portal's own time, and the minute until the first tick. */
    private Duration longest() {
        return floor().multipliedBy(SLOWER_THAN_THE_PORTAL).plus(TICK);
    }

    private int mostParks() {
        return tally.parks.values().stream().mapToInt(parks -> parks).max().orElse(0);
    }

    private double parksPerDeal() {
        return tally.parks.values().stream().mapToInt(parks -> parks).sum() / (double) deals;
    }

    private void everyDealIsLookedAt(int mostRequests) {
        assertThat(workers.seen).hasSize(deals);
        assertThat(tally.done).hasSize(deals);
        assertThat(portal.requestCount()).isBetween(deals, mostRequests);
        assertThat(portal.refusedCount()).isLessThanOrEqualTo(portal.requestCount() / 200);
        assertThat(tally.delays).containsOnlyKeys(Delay.CRM_BUDGET_SPENT);
        assertThat(mostParks()).as("parks of one deal").isLessThanOrEqualTo(2);
    }

    private void report(String what, Duration took) {
        System.out.printf(
                "MASS %s: %d deals, %d notices, %d requests, %d refused, %.2f parks a deal, at most %d, %d s of the portal's time = %.2f of the floor%n",
                what,
                deals,
                tally.received.get(),
                portal.requestCount(),
                portal.refusedCount(),
                parksPerDeal(),
                mostParks(),
                took.toSeconds(),
                took.toMillis() / (double) floor().toMillis());
    }

    @Test
    void deals_edited_at_once_all_reach_the_queue_and_cost_one_request_each() throws Exception {
        editAtOnce(newDeals());
        assertThat(tally.received).hasValue(deals);
        assertThat(workers.waiting()).isEqualTo(deals);

        Duration took = untilAllAreDone();

        report("each once", took);
        everyDealIsLookedAt(deals + deals / 20);
        assertThat(took).isLessThan(longest());
    }

    @Test
    void events_that_come_three_times_in_disorder_cost_no_more_time_and_requests_for_the_first_burst_only()
            throws Exception {
        portal.events().sendTimes(3);
        portal.events().shuffle(1);
        editAtOnce(newDeals());
        assertThat(tally.received).hasValue(3 * deals);

        Duration took = untilAllAreDone();

        report("three times", took);
        everyDealIsLookedAt(deals + 2 * OUR_BURST);
        assertThat(took).isLessThan(longest());
    }

    @Test
    void a_deal_that_somebody_edits_meanwhile_does_not_stand_in_the_line() throws Exception {
        deals = DEALS * 3 / 5;
        editAtOnce(newDeals());
        workers.emptyTheQueue();
        assertThat(tally.done).hasSize(OUR_BURST);
        clock.advance(TICK);

        tick();
        long fresh = salesperson.deal("Срочная", company);
        assertThat(portal.events().awaitQuiet(PATIENCE)).isTrue();
        workers.emptyTheQueue();

        assertThat(tally.done).hasSizeLessThan(deals).containsEntry(deal(fresh), clock.instant());
        // The table is shared: what waited for a portal that is gone would wake in another test.
        deals++;
        untilAllAreDone();
        assertThat(tally.done).hasSize(deals);
    }

    private static CrmRef deal(long id) {
        return new CrmRef(CrmKind.DEAL, Long.toString(id));
    }
}
