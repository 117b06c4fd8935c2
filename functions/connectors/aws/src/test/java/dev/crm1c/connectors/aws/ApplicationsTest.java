package dev.crm1c.connectors.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.SettableClock;
import dev.crm1c.model.port.Applications;
import dev.crm1c.model.port.Applications.Claim;
import dev.crm1c.model.port.Applications.Renewal;
import dev.crm1c.model.port.Portals;
import dev.crm1c.model.port.RobotCalls;
import dev.crm1c.model.port.Tenants;
import dev.crm1c.model.port.WebhookDoors;
import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.portal.Pace;
import dev.crm1c.model.portal.PortalFacts;
import dev.crm1c.model.portal.Sealed;
import dev.crm1c.model.portal.Whereabouts;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import dev.crm1c.model.tenant.WebhookDoor;
import dev.crm1c.model.tenant.WebhookDoor.Admission;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the table knows of portals and of our applications on them. Each test has a tenant of its own. */
@QuarkusTest
@QuarkusTestResource(TemplateInEmulator.class)
class ApplicationsTest {
    private static final CrmRef DEAL = new CrmRef(CrmKind.DEAL, "8061");

    @Inject
    Applications applications;

    @Inject
    Portals portals;

    @Inject
    RobotCalls robots;

    @Inject
    Tenants tenants;

    @Inject
    WebhookDoors doors;

    @Inject
    Table table;

    @Inject
    SettableClock clock;

    private final TenantId tenant =
            new TenantId("t-" + UUID.randomUUID().toString().substring(0, 8));

    private InstalledApplication application(String tokens) {
        return new InstalledApplication(
                "member",
                WebhookDoor.digestOf(new Secret("application token")),
                URI.create("https://oauth.bitrix24.tech"),
                new Sealed(tokens),
                1,
                Surroundings.START);
    }

    @Test
    void an_installation_comes_back_as_it_was_and_the_next_one_counts_on() {
        assertThat(applications.find(tenant)).isEmpty();

        applications.install(tenant, application("first"));
        assertThat(applications.find(tenant)).contains(application("first"));

        applications.install(tenant, application("second"));
        assertThat(applications.find(tenant).orElseThrow().version()).isEqualTo(2);
        assertThat(applications.find(tenant).orElseThrow().tokens()).isEqualTo(new Sealed("second"));
    }

    @Test
    void of_fifty_workers_one_renews() throws Exception {
        applications.install(tenant, application("dead"));
        var until = clock.instant().plusSeconds(30);

        List<Claim> claims;
        try (var threads = Executors.newFixedThreadPool(50)) {
            claims = threads
                    .invokeAll(IntStream.range(0, 50)
                            .<Callable<Claim>>mapToObj(_ -> () -> applications.claimRenewal(tenant, 1, until))
                            .toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
        }

        assertThat(claims).filteredOn(new Claim.Ours()::equals).hasSize(1);
        assertThat(claims).filteredOn(new Claim.OfAnother(until)::equals).hasSize(49);
        assertThat(applications.renewed(tenant, 1, new Sealed("fresh"))).isEqualTo(Renewal.STORED);
        assertThat(applications.claimRenewal(tenant, 1, until))
                .isInstanceOfSatisfying(
                        Claim.Over.class,
                        over -> assertThat(over.current().tokens()).isEqualTo(new Sealed("fresh")));
    }

    @Test
    void a_worker_that_never_came_back_gives_way_when_its_claim_ends() {
        applications.install(tenant, application("dead"));
        applications.claimRenewal(tenant, 1, clock.instant().plusSeconds(30));

        clock.advance(Duration.ofSeconds(31));

        assertThat(applications.claimRenewal(tenant, 1, clock.instant().plusSeconds(30)))
                .isEqualTo(new Claim.Ours());
    }

    @Test
    void a_renewal_that_was_refused_for_good_is_put_off_for_everybody_until_the_next_installation() {
        applications.install(tenant, application("dead"));
        applications.claimRenewal(tenant, 1, clock.instant().plusSeconds(30));
        var inAnHour = clock.instant().plusSeconds(3600);

        applications.putOffRenewal(tenant, 1, inAnHour);

        assertThat(applications.claimRenewal(tenant, 1, inAnHour)).isEqualTo(new Claim.OfAnother(inAnHour));
        applications.install(tenant, application("new"));
        assertThat(applications.claimRenewal(tenant, 2, inAnHour)).isEqualTo(new Claim.Ours());
    }

    @Test
    void a_renewal_that_an_installation_has_overtaken_is_not_stored() {
        applications.install(tenant, application("dead"));
        applications.claimRenewal(tenant, 1, clock.instant().plusSeconds(30));

        applications.remove(tenant);
        assertThat(applications.find(tenant)).isEmpty();
        assertThat(applications.renewed(tenant, 1, new Sealed("stale"))).isEqualTo(Renewal.SUPERSEDED);
        assertThat(applications.claimRenewal(tenant, 1, clock.instant())).isEqualTo(new Claim.NotInstalled());

        applications.install(tenant, application("new"));
        assertThat(applications.renewed(tenant, 1, new Sealed("stale"))).isEqualTo(Renewal.SUPERSEDED);
        assertThat(applications.find(tenant).orElseThrow().tokens()).isEqualTo(new Sealed("new"));
    }

    @Test
    void a_portal_that_has_moved_and_takes_more_is_remembered() {
        var old = URI.create("https://old.bitrix24.ru");
        var now = URI.create("https://new.bitrix24.ru");
        assertThat(portals.find(tenant)).isEqualTo(PortalFacts.NOTHING_KNOWN);

        portals.moved(tenant, new Whereabouts.Moved(old, now));
        portals.takes(tenant, Pace.ENTERPRISE);

        PortalFacts facts = portals.find(tenant);
        assertThat(facts.pace()).isEqualTo(Pace.ENTERPRISE);
        assertThat(facts.whereabouts().from(old)).isEqualTo(now);
        assertThat(facts.whereabouts().from(URI.create("https://newer.bitrix24.ru")))
                .as("a tenant file that was changed since knows better")
                .isEqualTo(URI.create("https://newer.bitrix24.ru"));
    }

    @Test
    void robots_that_wait_are_found_until_they_are_answered() {
        robots.keep(tenant, DEAL, "one");
        robots.keep(tenant, DEAL, "one");
        robots.keep(tenant, DEAL, "two");
        robots.keep(tenant, new CrmRef(CrmKind.DEAL, "80"), "of another deal");

        assertThat(robots.unanswered(tenant, DEAL)).containsExactlyInAnyOrder("one", "two");
        robots.answered(tenant, DEAL, "one");
        assertThat(robots.unanswered(tenant, DEAL)).containsExactly("two");
    }

    @Test
    void an_installed_applications_token_opens_the_door_until_it_is_removed() {
        var token = new Secret("application token");
        var demo = DemoTenant.of("bitrix24", Unknown.DESCRIBE);
        var own = new Tenant(tenant, demo.crm(), demo.onec(), demo.scenarios(), demo.terms(), 2);
        tenants.put(own, "tenant: t", new WebhookDoor(tenant, new CrmSystem("bitrix24"), List.of(), Set.of(), 2));
        assertThat(doors.doorOf(tenant).orElseThrow().admit(token, "member")).isEqualTo(Admission.FORGED);

        assertThat(doors.doorAnew(tenant).orElseThrow().admit(token, "member")).isEqualTo(Admission.FORGED);

        applications.install(tenant, application("tokens"));
        assertThat(doors.doorAnew(tenant).orElseThrow().admit(token, "member"))
                .as("read a moment ago")
                .isEqualTo(Admission.FORGED);
        clock.advance(Duration.ofSeconds(2));
        assertThat(doors.doorOf(tenant).orElseThrow().admit(token, "member"))
                .as("remembered")
                .isEqualTo(Admission.FORGED);
        assertThat(doors.doorAnew(tenant).orElseThrow().admit(token, "member")).isEqualTo(Admission.GENUINE);
        assertThat(doors.doorOf(tenant).orElseThrow().admit(token, "member")).isEqualTo(Admission.GENUINE);
        assertThat(doors.doorOf(tenant).orElseThrow().admit(token, "stranger")).isEqualTo(Admission.FORGED);

        applications.remove(tenant);
        clock.advance(Duration.ofSeconds(61));
        assertThat(doors.doorOf(tenant).orElseThrow().admit(token, "member")).isEqualTo(Admission.FORGED);
    }
}
