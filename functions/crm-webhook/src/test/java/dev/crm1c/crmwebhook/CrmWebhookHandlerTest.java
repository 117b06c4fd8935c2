package dev.crm1c.crmwebhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.crm1c.model.fake.InMemoryApplications;
import dev.crm1c.model.fake.InMemoryRobotCalls;
import dev.crm1c.model.fake.InMemoryTenants;
import dev.crm1c.model.fake.RecordingJournal;
import dev.crm1c.model.fake.RecordingQueue;
import dev.crm1c.model.fake.SettableClock;
import dev.crm1c.model.port.CrmWebhook;
import dev.crm1c.model.port.CrmWebhook.RobotWaits;
import dev.crm1c.model.port.CrmWebhooks;
import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.portal.Sealed;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.TenantId;
import dev.crm1c.model.tenant.WebhookDoor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrmWebhookHandlerTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final TenantId DEMO = new TenantId("demo");

    private static final CrmRef DEAL = new CrmRef(CrmKind.DEAL, "123");
    private static final InstalledApplication INSTALLED = new InstalledApplication(
            "member-1",
            WebhookDoor.digestOf(new Secret("sesame")),
            URI.create("https://oauth.example"),
            new Sealed("sealed"),
            0,
            NOW);

    private final RecordingQueue queue = new RecordingQueue();
    private final RecordingJournal journal = new RecordingJournal();
    private final SettableClock clock = new SettableClock(NOW);
    private final InMemoryApplications applications = new InMemoryApplications(clock);
    private final InMemoryRobotCalls robots = new InMemoryRobotCalls();
    private final InMemoryTenants tenants = new InMemoryTenants();
    private final CrmWebhookHandler handler = handler();

    private CrmWebhookHandler handler() {
        tenants.put(door("sesame"));
        var webhooks = new CrmWebhooks(List.of(new Spoken("spoken"), new Spoken("other")));
        return new CrmWebhookHandler(
                new ReceiveCrmCall(webhooks, tenants, queue, queue, applications, robots, journal, clock));
    }

    private static WebhookDoor door(String token) {
        return new WebhookDoor(
                DEMO, new CrmSystem("spoken"), List.of(WebhookDoor.digestOf(new Secret(token))), Set.of(), 2);
    }

    /** A CRM whose calls are {@code token deal-number}, {@code token please:deal-number[:robot]}, {@code token removed}, or {@code token gossip}. */
    private record Spoken(String name) implements CrmWebhook {
        @Override
        public CrmSystem system() {
            return new CrmSystem(name);
        }

        @Override
        public Reading read(String contentType, byte[] body) {
            String[] words = new String(body, StandardCharsets.UTF_8).split(" ");
            if (words.length != 2) {
                return new Reading.NotUnderstood("нужны два слова");
            }
            return new Reading.Understood(new Secret(words[0]), "", happening(words[1].split(":")));
        }

        private static Happening happening(String[] words) {
            return switch (words[0]) {
                case "please" ->
                    new Happening.Asked(
                            new CrmRef(CrmKind.DEAL, words[1]),
                            words.length == 2 ? new RobotWaits.No() : new RobotWaits.For(words[2]));
                case "removed" -> new Happening.ApplicationRemoved();
                case String number
                when number.matches("\\d+") -> new Happening.Changed(new CrmRef(CrmKind.DEAL, number));
                default -> new Happening.OfNoInterest(words[0]);
            };
        }
    }

    private APIGatewayV2HTTPResponse call(String path, String body) {
        return handler.handleRequest(
                APIGatewayV2HTTPEvent.builder()
                        .withRawPath(path)
                        .withHeaders(Map.of("Content-Type", "text/plain"))
                        .withBody(Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)))
                        .withIsBase64Encoded(true)
                        .build(),
                null);
    }

    @Test
    void a_genuine_change_becomes_a_notice_and_is_answered_with_an_empty_200() {
        APIGatewayV2HTTPResponse response = call("/crm/spoken/demo", "sesame 123");

        assertThat(response.getStatusCode()).isEqualTo(200);
        assertThat(response.getBody()).isEmpty();
        assertThat(queue.sent)
                .containsExactly(new ChangeNotice(DEMO, new CrmRef(CrmKind.DEAL, "123"), NOW, Cause.WEBHOOK));
        assertThat(journal.lines).containsExactly("received deal#123");
    }

    @Test
    void the_first_event_after_an_installation_is_taken_although_the_door_before_it_is_remembered() {
        assertThat(call("/crm/spoken/demo", "sesame 123").getStatusCode()).isEqualTo(200);

        tenants.put(door("open"));

        assertThat(call("/crm/spoken/demo", "open 124").getStatusCode()).isEqualTo(200);
        assertThat(queue.sent).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "/crm/spoken/demo, wrong 123, 401",
        "/crm/spoken/demo, ' 123', 401",
        "/crm/spoken/demo, garbage, 400",
        "/crm/spoken/nobody, sesame 123, 404",
        "/crm/other/demo, sesame 123, 404",
        "/crm/unheard/demo, sesame 123, 404",
        "/crm/spoken/DEMO, sesame 123, 404",
        "/crm/spoken/..%2Fdemo, sesame 123, 404",
        "/crm/spoken, sesame 123, 404",
        "/elsewhere, sesame 123, 404"
    })
    void whatever_else_comes_leaves_no_trace_in_the_queue(String path, String body, int status) {
        APIGatewayV2HTTPResponse response = call(path, body);

        assertThat(response.getStatusCode()).isEqualTo(status);
        assertThat(response.getBody().lines()).hasSize(1);
        assertThat(queue.sent).isEmpty();
        assertThat(queue.kept).isEmpty();
    }

    @Test
    void an_unknown_tenant_and_an_unknown_system_are_answered_alike() {
        APIGatewayV2HTTPResponse tenant = call("/crm/spoken/nobody", "sesame 1");
        APIGatewayV2HTTPResponse system = call("/crm/unheard/demo", "sesame 1");

        assertThat(tenant).isEqualTo(system);
    }

    @Test
    void an_event_that_nobody_listens_to_is_counted_and_answered_with_200() {
        assertThat(call("/crm/spoken/demo", "sesame gossip").getStatusCode()).isEqualTo(200);
        assertThat(queue.sent).isEmpty();
        assertThat(journal.lines).containsExactly("of no interest gossip");
    }

    @Test
    void a_robot_that_waits_is_remembered_before_its_notice_goes() {
        queue.whenSending(() -> assertThat(robots.unanswered(DEMO, DEAL)).containsExactly("robot-7"));

        assertThat(call("/crm/spoken/demo", "sesame please:123:robot-7").getStatusCode())
                .isEqualTo(200);
        assertThat(queue.sent).containsExactly(new ChangeNotice(DEMO, DEAL, NOW, Cause.ASKED));
        assertThat(robots.unanswered(DEMO, DEAL)).containsExactly("robot-7");
    }

    @Test
    void a_robot_that_does_not_wait_is_not_remembered() {
        assertThat(call("/crm/spoken/demo", "sesame please:123").getStatusCode())
                .isEqualTo(200);
        assertThat(queue.sent).containsExactly(new ChangeNotice(DEMO, DEAL, NOW, Cause.ASKED));
        assertThat(robots.unanswered(DEMO, DEAL)).isEmpty();
    }

    @Test
    void a_robot_that_cannot_be_remembered_is_told_so_and_leaves_no_notice() {
        robots.storeIsDown();

        assertThat(call("/crm/spoken/demo", "sesame please:123:robot-7").getStatusCode())
                .isEqualTo(503);
        assertThat(queue.sent).isEmpty();
        assertThat(queue.kept).isEmpty();
    }

    @Test
    void a_forged_robot_is_neither_remembered_nor_sent() {
        assertThat(call("/crm/spoken/demo", "wrong please:123:robot-7").getStatusCode())
                .isEqualTo(401);
        assertThat(queue.sent).isEmpty();
        assertThat(robots.unanswered(DEMO, DEAL)).isEmpty();
    }

    @Test
    void a_removed_application_is_forgotten_with_its_tokens() {
        applications.install(DEMO, INSTALLED);

        assertThat(call("/crm/spoken/demo", "sesame removed").getStatusCode()).isEqualTo(200);
        assertThat(applications.find(DEMO)).isEmpty();
        assertThat(queue.sent).isEmpty();
        assertThat(journal.lines).containsExactly("uninstalled demo");
    }

    @Test
    void a_forged_removal_removes_nothing() {
        applications.install(DEMO, INSTALLED);

        assertThat(call("/crm/spoken/demo", "wrong removed").getStatusCode()).isEqualTo(401);
        assertThat(applications.find(DEMO)).isPresent();
        assertThat(journal.lines).containsExactly("turned away wrong token");
    }

    @Test
    void a_body_of_more_than_64_kilobytes_is_too_large_and_one_of_64_is_not() {
        assertThat(call("/crm/spoken/demo", "x".repeat(64 * 1024 + 1)).getStatusCode())
                .isEqualTo(413);
        assertThat(call("/crm/spoken/demo", "x".repeat(64 * 1024)).getStatusCode())
                .isEqualTo(400);
    }

    @Test
    void a_body_that_is_not_the_base64_it_says_is_malformed() {
        var event = APIGatewayV2HTTPEvent.builder()
                .withRawPath("/crm/spoken/demo")
                .withBody("*** no base64 ***")
                .withIsBase64Encoded(true)
                .build();
        assertThat(handler.handleRequest(event, null).getStatusCode()).isEqualTo(400);
    }

    @Test
    void an_event_without_headers_or_body_is_malformed_and_breaks_nothing() {
        var event =
                APIGatewayV2HTTPEvent.builder().withRawPath("/crm/spoken/demo").build();
        assertThat(handler.handleRequest(event, null).getStatusCode()).isEqualTo(400);
    }

    @Test
    void when_the_queue_is_down_the_notice_is_kept_and_when_all_is_down_the_crm_is_told() {
        queue.queueIsDown();
        assertThat(call("/crm/spoken/demo", "sesame 123").getStatusCode()).isEqualTo(200);
        assertThat(queue.kept).hasSize(1);

        queue.inboxIsDown();
        assertThat(call("/crm/spoken/demo", "sesame 123").getStatusCode()).isEqualTo(503);
    }
}
