package dev.crm1c.bundle.mass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.deal.DealReading;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.Tenants;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import dev.crm1c.simulators.bitrix24.Bitrix24Simulator;
import dev.crm1c.simulators.bitrix24.PortalSettings;
import dev.crm1c.simulators.bitrix24.VirtualClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several processes read deals of one portal, which counts as the real one does (bitrix24.md §4.3–4.4, reliability.md F21). */
@QuarkusTest
@TestProfile(OneFunctionAtHome.class)
@QuarkusTestResource(value = CloudOfTests.class, restrictToAnnotatedClass = true)
class WorkersOfOnePortalTest {
    private static final int CALLS = 200;
    private static final int MOST_ROUNDS = 10_000;

    @Inject
    Crm crm;

    @Inject
    Tenants tenants;

    @Inject
    TenantsOfPortals files;

    @Inject
    VirtualClock clock;

    /** A deal that is to be read, not before its time. */
    private record Turn(CrmRef deal, Instant due) {}

    /** What came of it all: when the portal or the budget said "later", and why. */
    private record Course(List<Delay> delays, int refused, int requests, Duration took) {}

    private Course read(int workers, int deals, Duration costOfReading) throws Exception {
        try (var portal = Bitrix24Simulator.start(PortalSettings.defaults().withClock(clock));
                ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            portal.operating().cost("crm.item.get", costOfReading);
            String name = "crew-" + UUID.randomUUID().toString().substring(0, 8);
            files.load(name, portal);
            Tenant tenant = tenants.find(new TenantId(name)).orElseThrow();
            long company = portal.salesperson().company("ООО «Покупатель»");
            List<Turn> turns = IntStream.range(0, deals)
                    .mapToObj(_ -> portal.salesperson().deal("Сделка", company))
                    .map(id -> new Turn(new CrmRef(CrmKind.DEAL, Long.toString(id)), clock.instant()))
                    .toList();
            Instant began = clock.instant();
            List<Delay> delays = allRead(tenant, turns, threads);
            return new Course(
                    delays, portal.refusedCount(), portal.requestCount(), Duration.between(began, clock.instant()));
        }
    }

    /** Everything that is due is read by all the workers at once; then the clock goes to the next one's turn. */
    private List<Delay> allRead(Tenant tenant, List<Turn> turns, ExecutorService threads) {
        List<Delay> delays = new ArrayList<>();
        List<Turn> open = turns;
        for (int round = 0; !open.isEmpty(); round++) {
            assertThat(round).isLessThan(MOST_ROUNDS);
            Instant now = clock.instant();
            List<Turn> waiting = new ArrayList<>(
                    open.stream().filter(turn -> turn.due().isAfter(now)).toList());
            for (Later later : look(
                    tenant,
                    open.stream().filter(turn -> !turn.due().isAfter(now)).toList(),
                    threads)) {
                delays.add(later.outcome().why());
                waiting.add(new Turn(later.deal(), later.outcome().until()));
            }
            open = waiting;
            open.stream()
                    .map(Turn::due)
                    .min(Instant::compareTo)
                    .filter(next -> next.isAfter(now))
                    .ifPresent(clock::set);
        }
        return delays;
    }

    private record Later(CrmRef deal, Outcome.Later outcome) {}

    private List<Later> look(Tenant tenant, List<Turn> due, ExecutorService threads) {
        return due.stream()
                .map(turn -> CompletableFuture.supplyAsync(() -> look(tenant, turn.deal()), threads))
                .toList()
                .stream()
                .flatMap(look -> look.join().stream())
                .toList();
    }

    private List<Later> look(Tenant tenant, CrmRef deal) {
        return switch (crm.readDeal(tenant, deal)) {
            case Reply.Got<DealReading> _ -> List.of();
            case Reply.Stopped<DealReading>(Outcome.Later later) -> List.of(new Later(deal, later));
            case Reply.Stopped<DealReading>(Outcome other) -> throw new IllegalStateException("unexpected " + other);
        };
    }

    @Test
    void two_workers_are_refused_no_more_than_one() throws Exception {
        Course one = read(1, CALLS, Duration.ZERO);
        Course two = read(2, CALLS, Duration.ZERO);

        assertThat(one.requests()).isEqualTo(CALLS);
        assertThat(two.requests()).isEqualTo(CALLS);
        assertThat(two.refused()).isLessThanOrEqualTo(one.refused());
        assertThat(one.refused()).isZero();
    }

    @Test
    void twenty_workers_never_run_into_the_limit_of_execution_time() throws Exception {
        Course twenty = read(20, 300, Duration.ofSeconds(2));

        assertThat(twenty.delays()).doesNotContain(Delay.CRM_LIMIT_REACHED);
        assertThat(twenty.refused()).isZero();
        assertThat(twenty.requests()).isEqualTo(300);
    }
}
