package dev.crm1c.crmapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.InMemoryApplications;
import dev.crm1c.model.fake.InMemoryDeliveries;
import dev.crm1c.model.fake.InMemoryLinks;
import dev.crm1c.model.fake.InMemoryPortals;
import dev.crm1c.model.fake.InMemoryTenants;
import dev.crm1c.model.fake.InMemoryWorks;
import dev.crm1c.model.fake.RecordingJournal;
import dev.crm1c.model.fake.RecordingQueue;
import dev.crm1c.model.fake.SettableClock;
import dev.crm1c.model.money.Money;
import dev.crm1c.model.onec.DocumentFacts;
import dev.crm1c.model.onec.OneCKind;
import dev.crm1c.model.onec.OneCRef;
import dev.crm1c.model.port.CrmApplications;
import dev.crm1c.model.port.Secrets;
import dev.crm1c.model.portal.OurAddress;
import dev.crm1c.model.portal.Pace;
import dev.crm1c.model.portal.Whereabouts;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.Link;
import dev.crm1c.model.sync.LinkKey;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CrmAppHandlerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final CrmRef DEAL = new CrmRef(CrmKind.DEAL, "8061");
    private static final String INSTALL = "/crm/spoken/demo/install";
    private static final String TAB = "/crm/spoken/demo/deal-tab";
    private static final String SEND = "/crm/spoken/demo/deal-tab/send";

    private final SettableClock clock = new SettableClock(NOW);
    private final RecordingQueue queue = new RecordingQueue();
    private final RecordingJournal journal = new RecordingJournal();
    private final InMemoryApplications applications = new InMemoryApplications(clock);
    private final InMemoryPortals portals = new InMemoryPortals();
    private final InMemoryLinks links = new InMemoryLinks();
    private Optional<Secret> secret = Optional.of(new Secret("client-secret"));
    private final CrmAppHandler handler = handler();

    private CrmAppHandler handler() {
        var tenants = new InMemoryTenants();
        tenants.put(DemoTenant.of("spoken", Unknown.DESCRIBE));
        Secrets secrets = _ -> secret;
        var addressees = new Addressees(
                tenants,
                new CrmApplications(
                        List.of(new SpokenApplication("spoken", clock), new SpokenApplication("other", clock))));
        var permits = new SendPermits(secrets, clock);
        var page = new DealTabPage(portals);
        return new CrmAppHandler(
                new InstallApplication(addressees, applications, portals, queue, queue, journal, clock),
                new ShowDealTab(
                        addressees,
                        applications,
                        new Standings(new InMemoryWorks(), links, new InMemoryDeliveries()),
                        permits,
                        page,
                        journal),
                new AskForDeal(addressees, applications, permits, queue, queue, page, journal, clock));
    }

    private APIGatewayV2HTTPResponse post(String path, String body) {
        return handler.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRawPath(path)
                        .withHeaders(Map.of("Content-Type", "application/x-www-form-urlencoded", "host", "us.example"))
                        .withBody(Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)))
                        .withIsBase64Encoded(true)
                        .build(),
                null);
    }

    private void install() {
        assertThat(post(INSTALL, "genuine member-1 sesame").getStatusCode()).isEqualTo(200);
        journal.lines.clear();
        queue.sent.clear();
    }

    private static String permitIn(APIGatewayV2HTTPResponse page) {
        Matcher permit = Pattern.compile("name=\"permit\" value=\"([^\"]+)\"").matcher(page.getBody());
        assertThat(permit.find()).isTrue();
        return permit.group(1);
    }

    @Test
    void a_genuine_installation_is_kept_with_its_pace_and_answered_with_an_empty_200() {
        APIGatewayV2HTTPResponse response = post(INSTALL, "genuine member-1 sesame");

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getBody()).isEmpty();
        assertThat(applications.find(DemoTenant.ID)).hasValueSatisfying(installed -> {
            assertThat(installed.memberId()).isEqualTo("member-1");
            assertThat(installed.installedAt()).isEqualTo(NOW);
        });
        assertThat(portals.find(DemoTenant.ID).pace()).isEqualTo(Pace.ENTERPRISE);
        assertThat(journal.lines).containsExactly("installed demo");
    }

    @Test
    void an_installation_is_bound_again_by_the_worker_at_the_address_that_was_called() {
        post(INSTALL, "genuine member-1 sesame");

        assertThat(queue.sent)
                .containsExactly(
                        new ChangeNotice(DemoTenant.ID, new CrmRef(CrmKind.APPLICATION, "0"), NOW, Cause.WEBHOOK));
        assertThat(portals.find(DemoTenant.ID).ourAddress())
                .isEqualTo(new OurAddress.Known(URI.create("https://us.example/crm/spoken/demo")));
    }

    @Test
    void an_installation_whose_binding_nobody_took_is_kept_and_asked_to_come_again() {
        queue.queueIsDown();
        assertThat(post(INSTALL, "genuine member-1 sesame").getStatusCode()).isEqualTo(200);
        assertThat(queue.kept).hasSize(1);

        queue.inboxIsDown();
        assertThat(post(INSTALL, "genuine member-1 sesame").getStatusCode()).isEqualTo(503);
        assertThat(applications.find(DemoTenant.ID)).isPresent();
    }

    @Test
    void an_installation_in_a_browser_is_shown_its_page_under_the_pages_policy() {
        APIGatewayV2HTTPResponse response = post(INSTALL, "page member-1 sesame");

        assertThat(response.getBody()).isEqualTo("<p>installed</p>");
        assertThat(response.getHeaders())
                .containsEntry("content-security-policy", "default-src 'none'")
                .containsEntry("content-type", "text/html; charset=utf-8")
                .doesNotContainKey("x-frame-options");
    }

    @Test
    void a_repeated_installation_takes_the_place_of_the_former() {
        install();
        post(INSTALL, "genuine member-2 open");

        assertThat(applications.find(DemoTenant.ID)).hasValueSatisfying(installed -> {
            assertThat(installed.memberId()).isEqualTo("member-2");
            assertThat(installed.version()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/crm/spoken/demo/install, forged m t, 401",
        "/crm/spoken/demo/install, silence m t, 503",
        "/crm/spoken/demo/install, garbage, 400",
        "/crm/spoken/nobody/install, genuine m t, 404",
        "/crm/other/demo/install, genuine m t, 404",
        "/crm/unheard/demo/install, genuine m t, 404",
        "/crm/spoken/DEMO/install, genuine m t, 404",
        "/crm/spoken/demo/uninstall, genuine m t, 404",
        "/crm/spoken/demo, genuine m t, 404"
    })
    void whatever_else_comes_installs_nothing_and_is_told_nothing(String path, String body, int status) {
        APIGatewayV2HTTPResponse response = post(path, body);

        assertThat(response.getStatusCode()).isEqualTo(status);
        assertThat(response.getBody().lines()).hasSize(1);
        assertThat(response.getBody()).doesNotContain("demo").doesNotContain("MEMBER");
        assertThat(applications.find(DemoTenant.ID)).isEmpty();
    }

    @Test
    void a_doubt_is_for_the_journal() {
        post(INSTALL, "forged m t");

        assertThat(journal.lines).containsExactly("turned away MEMBER_UNKNOWN");
    }

    @Test
    void a_disproved_installation_leaves_the_former_alone() {
        install();
        post(INSTALL, "forged member-2 open");

        assertThat(applications.find(DemoTenant.ID))
                .hasValueSatisfying(
                        installed -> assertThat(installed.memberId()).isEqualTo("member-1"));
    }

    @Test
    void a_body_of_more_than_64_kilobytes_is_too_large() {
        assertThat(post(INSTALL, "x".repeat(64 * 1024 + 1)).getStatusCode()).isEqualTo(413);
        assertThat(post(INSTALL, "x".repeat(64 * 1024)).getStatusCode()).isEqualTo(400);
    }

    @Test
    void an_event_without_headers_body_or_path_breaks_nothing() {
        assertThat(handler.handleRequest(
                                APIGatewayV2HTTPEvent.builder()
                                        .withRawPath(INSTALL)
                                        .build(),
                                null)
                        .getStatusCode())
                .isEqualTo(400);
        assertThat(handler.handleRequest(APIGatewayV2HTTPEvent.builder().build(), null)
                        .getStatusCode())
                .isEqualTo(404);
    }

    @Test
    void the_tab_shows_the_invoice_and_lets_only_the_portal_frame_it() {
        install();
        links.put(
                DemoTenant.ID,
                LinkKey.ofDocument(OneCKind.INVOICE, DEAL),
                new Link.Verified(
                        new OneCRef(OneCKind.INVOICE, new UUID(0, 1)),
                        Fingerprint.of("a"),
                        Fingerprint.of("b"),
                        new DocumentFacts(
                                "<b>&'\"00БП-000001", LocalDateTime.parse("2026-11-20T12:00:00"), new Money(1234567)),
                        List.of()));

        APIGatewayV2HTTPResponse page = post(TAB, "genuine 8061");

        assertThat(page.getStatusCode()).isEqualTo(200);
        assertThat(page.getBody())
                .contains("№ &lt;b&gt;&amp;&#39;&quot;00БП-000001 от 20.11.2026 на сумму 12\u00A0345,67 ₽.")
                .contains("Отправить в 1С")
                .doesNotContain("<b>")
                .doesNotContain("<script");
        assertThat(page.getHeaders())
                .doesNotContainKey("x-frame-options")
                .hasEntrySatisfying(
                        "content-security-policy",
                        policy -> assertThat(policy)
                                .startsWith("default-src 'none'")
                                .endsWith("frame-ancestors https://portal.example")
                                .doesNotContain("unsafe"));
    }

    @Test
    void a_portal_that_moved_frames_the_tab_from_where_it_is_now() {
        install();
        portals.moved(
                DemoTenant.ID,
                new Whereabouts.Moved(URI.create("https://portal.example"), URI.create("https://renamed.example")));

        assertThat(post(TAB, "genuine 8061").getHeaders().get("content-security-policy"))
                .endsWith("frame-ancestors https://renamed.example");
    }

    @ParameterizedTest
    @CsvSource({"forged 8061, 401", "rightless 8061, 403", "silence 8061, 503", "garbage, 400"})
    void whoever_is_not_let_in_sees_one_line(String body, int status) {
        install();
        APIGatewayV2HTTPResponse response = post(TAB, body);

        assertThat(response.getStatusCode()).isEqualTo(status);
        assertThat(response.getBody().lines()).hasSize(1);
        assertThat(response.getBody()).doesNotContain("8061");
    }

    @Test
    void without_an_installed_application_there_is_no_tab() {
        assertThat(post(TAB, "genuine 8061").getStatusCode()).isEqualTo(404);
    }

    @Test
    void the_button_sends_the_deal_that_was_shown() {
        install();
        String permit = permitIn(post(TAB, "genuine 8061"));

        APIGatewayV2HTTPResponse response = post(SEND, "permit=" + permit);

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getBody()).contains(TabWording.ASKED);
        assertThat(queue.sent).containsExactly(new ChangeNotice(DemoTenant.ID, DEAL, NOW, Cause.ASKED));
        assertThat(journal.lines).containsExactly("received deal#8061");
    }

    @Test
    void a_permit_lives_ten_minutes() {
        install();
        String permit = permitIn(post(TAB, "genuine 8061"));

        clock.advance(Duration.ofMinutes(10).minusSeconds(1));
        assertThat(post(SEND, "permit=" + permit).getStatusCode()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        assertThat(post(SEND, "permit=" + permit).getStatusCode()).isEqualTo(403);
        assertThat(queue.sent).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "permit=", "permit", "other=x", "permit=8061.9999999999.", "permit=a.b.c"})
    void a_form_without_a_permit_sends_nothing(String form) {
        install();

        assertThat(post(SEND, form).getStatusCode()).isEqualTo(403);
        assertThat(queue.sent).isEmpty();
        assertThat(journal.lines).containsExactly("turned away wrong permit");
    }

    @Test
    void a_permit_for_one_deal_does_not_send_another_nor_live_longer() {
        install();
        String permit = permitIn(post(TAB, "genuine 8061"));
        String[] parts = permit.split("\\.");

        for (String forged : List.of(
                permit.replaceFirst("8061", "8062"),
                parts[0] + "." + (Long.parseLong(parts[1]) + 600) + "." + parts[2],
                permit.substring(0, permit.length() - 1) + (permit.endsWith("A") ? "B" : "A"))) {
            assertThat(post(SEND, "permit=" + forged).getStatusCode()).isEqualTo(403);
        }
        assertThat(queue.sent).isEmpty();
    }

    @Test
    void a_permit_of_a_former_installation_or_another_secret_is_void() {
        install();
        String permit = permitIn(post(TAB, "genuine 8061"));

        secret = Optional.of(new Secret("another-secret"));
        assertThat(post(SEND, "permit=" + permit).getStatusCode()).isEqualTo(403);
        secret = Optional.of(new Secret("client-secret"));
        post(INSTALL, "genuine member-1 another-token");
        queue.sent.clear();
        assertThat(post(SEND, "permit=" + permit).getStatusCode()).isEqualTo(403);
        applications.remove(DemoTenant.ID);
        assertThat(post(SEND, "permit=" + permit).getStatusCode()).isEqualTo(403);
        assertThat(queue.sent).isEmpty();
    }

    @Test
    void when_the_queue_is_down_the_notice_is_kept_and_when_all_is_down_the_visitor_is_told() {
        install();
        String permit = permitIn(post(TAB, "genuine 8061"));

        queue.queueIsDown();
        assertThat(post(SEND, "permit=" + permit).getStatusCode()).isEqualTo(200);
        assertThat(queue.kept).hasSize(1);
        queue.inboxIsDown();
        assertThat(post(SEND, "permit=" + permit).getStatusCode()).isEqualTo(503);
    }
}
