package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.portal.Whereabouts;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.bitrix24.Bitrix24Simulator;
import dev.crm1c.simulators.bitrix24.PortalSettings;
import dev.crm1c.simulators.bitrix24.VirtualClock;
import dev.crm1c.simulators.bitrix24.app.ApplicationCard;
import dev.crm1c.simulators.bitrix24.fault.Fault;
import dev.crm1c.simulators.bitrix24.limit.BatchBilling;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Our application on the stand-in that was built from the reference alone. */
@QuarkusTest
class ApplicationOnAPortalTest extends CallingAPortal {
    private static final int WORKERS = 50;
    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final VirtualClock portalTime = VirtualClock.at(NOW);
    private Bitrix24Simulator hosting;
    private long deal;

    @BeforeEach
    void installOnAPortal() {
        hosting = Bitrix24Simulator.start(PortalSettings.defaults()
                .withClock(portalTime)
                .withBucket(1000, 100)
                .withMemberId(MEMBER));
        deal = hosting.salesperson().deal("Сделка", 0);
        ApplicationCard card = ApplicationCard.apiOnly("crm1c", portal.address(), "crm");
        hosting.applications().install(card);
        var given = hosting.tokens().issue(card.clientId(), 1);
        secret = "{\"clientId\":\"" + card.clientId() + "\",\"clientSecret\":\"" + card.clientSecret() + "\"}";
        var tokens = new Tokens(given.access(), given.refresh());
        applications.install(
                DemoTenant.ID,
                new InstalledApplication(
                        MEMBER,
                        Fingerprint.of(card.applicationToken()),
                        hosting.oauthAddress(),
                        seal.seal(tokens, DemoTenant.ID, new Secret(card.clientSecret())),
                        0,
                        NOW));
        client = client(hosting.oauthAddress());
    }

    @AfterEach
    void stopPortal() {
        hosting.close();
    }

    private Tenant onThePortal() {
        URI address = hosting.address();
        return tenant("demo", URI.create(address.getScheme() + "://" + address.getAuthority()));
    }

    private void anHourLater() {
        clock.advance(AN_HOUR);
        portalTime.advance(AN_HOUR);
    }

    private ObjectNode theDeal() {
        return none().put("entityTypeId", 2).put("id", deal);
    }

    private Answer readDeal(Tenant tenant) {
        return client.answer(tenant, "crm.item.get", theDeal());
    }

    private List<Answer> fiftyWorkers(Tenant tenant) throws Exception {
        var start = new CyclicBarrier(WORKERS);
        try (var threads = Executors.newFixedThreadPool(WORKERS)) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int worker = 0; worker < WORKERS; worker++) {
                running.add(threads.submit(() -> {
                    start.await();
                    return readDeal(tenant);
                }));
            }
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    @Test
    @DisplayName("bitrix24.md §1.2: an hour later fifty workers renew once, and everybody gets through")
    void fifty_workers_renew_once() throws Exception {
        assertThat(readDeal(onThePortal())).isInstanceOf(Answer.Result.class);
        anHourLater();

        List<Answer> first = fiftyWorkers(onThePortal());

        assertThat(first).hasAtLeastOneElementOfType(Answer.Result.class);
        assertThat(first)
                .allSatisfy(answer -> assertThat(answer).isInstanceOfAny(Answer.Result.class, Answer.NotAsked.class));
        assertThat(fiftyWorkers(onThePortal()))
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(Answer.Result.class));
        assertThat(hosting.oauthRequests()).hasSize(1);
        assertThat(hosting.tokens().needlessRefreshes()).isZero();
    }

    @Test
    void half_a_year_of_renewals_leaves_one_living_pair() {
        for (int day = 0; day < 180; day++) {
            clock.advance(Duration.ofDays(1));
            portalTime.advance(Duration.ofDays(1));
            assertThat(readDeal(onThePortal())).isInstanceOf(Answer.Result.class);
        }
        assertThat(hosting.oauthRequests()).hasSize(180);
    }

    @Test
    @DisplayName("docs/adr/0008: the vendor has changed the pair and we did not hear it")
    void a_lost_answer_to_a_renewal_means_installing_again() {
        anHourLater();
        hosting.oauthFaults().onAny().next(1, Fault.committedThenLost());

        assertThat(readDeal(onThePortal()))
                .isEqualTo(new Answer.NotAsked(later(Duration.ofSeconds(30), Delay.CRM_ANSWER_UNCLEAR)));
        clock.advance(Duration.ofSeconds(30));
        assertThat(readDeal(onThePortal()))
                .isEqualTo(
                        new Answer.Refused(Refusal.NOT_INSTALLED, later(AN_HOUR, Delay.CRM_APPLICATION_NOT_INSTALLED)));
    }

    @Test
    void a_question_that_never_arrived_costs_nothing() {
        anHourLater();
        hosting.oauthFaults().onAny().next(1, Fault.badGatewayPage());

        assertThat(readDeal(onThePortal())).isInstanceOf(Answer.NotAsked.class);
        clock.advance(Duration.ofSeconds(30));
        assertThat(readDeal(onThePortal())).isInstanceOf(Answer.Result.class);
    }

    @Test
    @DisplayName("bitrix24.md §1.4: a renamed portal is found by its old address, in the hour of an expired token too")
    void a_renamed_portal_is_found() {
        Tenant before = onThePortal();
        hosting.rename("renamed.example");
        anHourLater();

        assertThat(readDeal(before)).isInstanceOf(Answer.Result.class);

        assertThat(portals.find(DemoTenant.ID).whereabouts())
                .isEqualTo(new Whereabouts.Moved(
                        before.crm().address(), onThePortal().crm().address()));
    }

    @Test
    @DisplayName("bitrix24.md §4.4: a method rests at 80 % and opens when the portal gives time back")
    void a_method_rests_before_the_portal_refuses_it() {
        hosting.operating().cost("crm.item.get", Duration.ofSeconds(200));

        assertThat(readDeal(onThePortal())).isInstanceOf(Answer.Result.class);
        assertThat(budget.closedUntil).isEmpty();
        assertThat(readDeal(onThePortal())).isInstanceOf(Answer.Result.class);

        assertThat(budget.closedUntil).containsOnlyKeys("crm.item.get");
        assertThat(readDeal(onThePortal())).isInstanceOf(Answer.NotAsked.class);
        assertThat(hosting.requests()).noneMatch(request -> request.status() == 429);
    }

    @Test
    void a_method_that_others_have_used_up_is_closed_when_the_portal_refuses_it() {
        hosting.operating().cost("crm.item.get", Duration.ofSeconds(500));
        hosting.operating().show(false);
        assertThat(readDeal(onThePortal())).isInstanceOf(Answer.Result.class);

        assertThat(readDeal(onThePortal()))
                .isEqualTo(new Answer.Refused(
                        Refusal.METHOD_OUT_OF_TIME, later(Duration.ofMinutes(10), Delay.CRM_LIMIT_REACHED)));
        assertThat(budget.closedUntil).containsOnlyKeys("crm.item.get");
    }

    @Test
    @DisplayName("bitrix24.md §4.4: whichever way the portal bills a batch, what is nearly used up rests")
    void both_ways_of_billing_a_batch_are_seen() {
        hosting.operating().cost("crm.item.get", Duration.ofSeconds(400));
        for (BatchBilling billing : BatchBilling.values()) {
            budget.closedUntil.clear();
            hosting.operating().billBatches(billing);
            var batch = new Batch(Batch.AfterError.GO_ON);
            batch.command("deal", "crm.item.get").with("entityTypeId", "2").with("id", Long.toString(deal));

            got(client.call(onThePortal(), batch));

            assertThat(budget.closedUntil).as(billing.name()).isNotEmpty();
        }
    }

    @Test
    void a_scope_that_was_not_asked_for_is_told_by_its_name() {
        assertThat(client.answer(onThePortal(), "user.current", none()))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused ->
                                assertThat(refused.refusal()).isIn(Refusal.INSUFFICIENT_SCOPE, Refusal.METHOD_UNKNOWN));
    }
}
