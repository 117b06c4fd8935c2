package dev.crm1c.local.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.local.demo.DemoWorld;
import dev.crm1c.local.lambda.LambdaFunction.Result;
import dev.crm1c.simulators.bitrix24.Bitrix24Simulator;
import dev.crm1c.simulators.bitrix24.VirtualClock;
import dev.crm1c.simulators.bitrix24.app.RobotRun;
import dev.crm1c.simulators.bitrix24.event.Delivery;
import dev.crm1c.simulators.bitrix24.oauth.TokenOffice;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A flow whose portal has our application and no webhook of ours. The portal's clock stands until a test moves it. */
final class ApplicationFlow implements AutoCloseable {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String ROBOT = "crm1c_send";

    private static final long ADMINISTRATOR = 1;

    private final HttpClient http = HttpClient.newHttpClient();
    private final VirtualClock portalClock;
    private final Flow flow;
    private Map<String, String> installation = Map.of();

    private ApplicationFlow(Flow flow, VirtualClock portalClock) {
        this.flow = flow;
        this.portalClock = portalClock;
    }

    /** As a customer begins: the tenant file is loaded, the application installed, and what is missing made by the admin function. */
    static ApplicationFlow start() throws IOException {
        VirtualClock clock = VirtualClock.at(Instant.now());
        var begun = new ApplicationFlow(Flow.startForApplication(clock), clock);
        DemoWorld world = begun.flow.world();
        world.base().accountant().item("Насос", "N-1", world.catalogue().units().get("796"));
        begun.install();
        world.setUpPortal();
        return begun;
    }

    /** The portal's administrator installs the application, once more where it was; until the worker has bound it. */
    void install() {
        flow.portalRests();
        portal().applications().install(flow.world().application());
        flow.settle();
        Delivery told = told("ONAPPINSTALL").getLast();
        assertThat(told.answerStatus()).isEqualTo(200);
        installation = fields(told.body());
    }

    private static Map<String, String> fields(String form) {
        return Arrays.stream(form.split("&"))
                .map(pair -> URLDecoder.decode(pair, StandardCharsets.UTF_8).split("=", 2))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }

    /** What the last installation has told us, by the form's field. */
    String installed(String field) {
        return installation.get(field);
    }

    Flow flow() {
        return flow;
    }

    Bitrix24Simulator portal() {
        return flow.world().portal();
    }

    /** Longer than an access token lives. */
    void accessTokenExpires() {
        portalClock.advance(TokenOffice.ACCESS_LIFE.plus(Duration.ofSeconds(1)));
    }

    /** The calls of the events of that name that have reached us. */
    List<Delivery> told(String event) {
        return portal().deliveries().stream()
                .filter(delivery -> delivery.body().startsWith("event=" + event + "&"))
                .toList();
    }

    List<Integer> answersTo(String event) {
        return told(event).stream().map(Delivery::answerStatus).toList();
    }

    long renewals() {
        return portal().oauthRequests().stream()
                .filter(request -> request.method().equals("refresh_token"))
                .count();
    }

    /** The codes of what the admin function finds on the portal. */
    List<String> findings() {
        return codes(flow.world().admin(Map.of("task", "check-crm", "tenant", DemoWorld.TENANT)));
    }

    static List<String> codes(JsonNode answer) {
        return StreamSupport.stream(answer.path("findings").spliterator(), false)
                .map(finding -> finding.path("code").asText())
                .toList();
    }

    /** What its processes remember for a minute is gone. */
    void webhookForgets() {
        flow.world().cloud().function("CrmWebhook").kill();
    }

    void collectChanges() {
        assertThat(flow.world().cloud().function("Reconcile").invoke("{\"task\":\"collect-changes\"}"))
                .isInstanceOf(Result.Success.class);
        flow.settle();
    }

    /** In the portal's designer somebody lets our robot wait for its answer. */
    void robotWaits() throws IOException, InterruptedException {
        HttpResponse<String> answer = post(
                portal().address().resolve("rest/bizproc.robot.update"),
                "application/json",
                "{\"auth\":\"%s\",\"CODE\":\"%s\",\"FIELDS\":{\"USE_SUBSCRIPTION\":\"Y\"}}"
                        .formatted(administratorsToken(), ROBOT));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** One that the vendor and the portal take. */
    String administratorsToken() {
        return portal().tokens()
                .issue(flow.world().application().clientId(), ADMINISTRATOR)
                .access();
    }

    /** The run as it stands by now. */
    RobotRun now(RobotRun begun) {
        return portal().robots().runs().stream()
                .filter(run -> run.eventToken().equals(begun.eventToken()))
                .findFirst()
                .orElseThrow();
    }

    HttpResponse<String> post(URI address, String contentType, String body) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
        flow.close();
    }
}
