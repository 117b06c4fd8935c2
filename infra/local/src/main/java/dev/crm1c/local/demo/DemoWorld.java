package dev.crm1c.local.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crm1c.local.LocalCloud;
import dev.crm1c.local.LocalCloudSettings;
import dev.crm1c.local.ProjectFiles;
import dev.crm1c.local.aws.AwsEmulator;
import dev.crm1c.local.lambda.LambdaFunction.Result;
import dev.crm1c.simulators.bitrix24.Bitrix24Simulator;
import dev.crm1c.simulators.bitrix24.PortalSettings;
import dev.crm1c.simulators.bitrix24.app.ApplicationCard;
import dev.crm1c.simulators.onec.DemoBase;
import dev.crm1c.simulators.onec.OneCSettings;
import dev.crm1c.simulators.onec.OneCSimulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** A portal, a base and the local cloud between them, with the tenant file of {@code infra/tenants/demo} taken into service as an operator would do it. */
public final class DemoWorld implements AutoCloseable {
    public static final String TENANT = "demo";

    private static final String APPLICATION_TOKEN = "demo-application-token";
    private static final String ONEC_USER = "Обмен";
    private static final String ONEC_PASSWORD = "секрет";

    private final ObjectMapper json = new ObjectMapper();
    private final Bitrix24Simulator portal;
    private final OneCSimulator base;
    private final DemoBase catalogue;
    private final LocalCloud cloud;
    private final DemoConfiguration configuration;

    private DemoWorld(DemoConfiguration configuration, Bitrix24Simulator portal, OneCSimulator base, LocalCloud cloud) {
        this.configuration = configuration;
        this.portal = portal;
        this.base = base;
        this.cloud = cloud;
        this.catalogue = DemoBase.seed(base.accountant());
    }

    public static DemoWorld start(
            PortalSettings portalSettings,
            OneCSettings baseSettings,
            LocalCloudSettings cloudSettings,
            AwsEmulator emulator,
            ConnectedBy way)
            throws IOException {
        var portal = Bitrix24Simulator.start(portalSettings.withApplicationToken(APPLICATION_TOKEN));
        var base = OneCSimulator.start(baseSettings.withLogin(ONEC_USER, ONEC_PASSWORD));
        var configuration = DemoConfiguration.named(baseSettings.configuration().name());
        var cloud = LocalCloud.start(
                cloudSettings.withEnvironment(
                        "CRM1C_BITRIX24_OAUTH_SERVERS",
                        portal.oauthAddress().getScheme() + "://"
                                + portal.oauthAddress().getAuthority()),
                emulator);
        var world = new DemoWorld(configuration, portal, base, cloud);
        world.enterSeller();
        world.putSecrets(way);
        world.loadTenant();
        switch (way) {
            case WEBHOOKS -> portal.subscribe(world.webhookAddress());
            case APPLICATION -> {}
        }
        base.resetCounters();
        return world;
    }

    public DemoConfiguration configuration() {
        return configuration;
    }

    public Bitrix24Simulator portal() {
        return portal;
    }

    public OneCSimulator base() {
        return base;
    }

    /** What the base was born with. */
    public DemoBase catalogue() {
        return catalogue;
    }

    public LocalCloud cloud() {
        return cloud;
    }

    public URI webhookAddress() {
        return cloud.address().resolve("/crm/bitrix24/" + TENANT);
    }

    public String applicationToken() {
        return APPLICATION_TOKEN;
    }

    /** What the portal's administrator writes on our application's card, all boxes ticked. */
    public ApplicationCard application() {
        return ApplicationCard.apiOnly(
                "crm1c",
                URI.create(webhookAddress() + "/install"),
                "crm",
                "bizproc",
                "placement",
                "catalog",
                "user_brief");
    }

    /** The portal's own company is the organization of the tenant file, as the exchange wants it. */
    private void enterSeller() {
        var administrator = portal.salesperson();
        long seller = administrator.myCompany("ООО «Продавец»");
        administrator.requisite(seller, "7700000016", "773601001", "ООО «Продавец»", "", "");
    }

    private void putSecrets(ConnectedBy way) {
        cloud.putSecret(
                "demo/bitrix24",
                switch (way) {
                    case WEBHOOKS ->
                        json.createObjectNode()
                                .put("webhook", portal.webhookCredential())
                                .put("applicationToken", APPLICATION_TOKEN)
                                .toString();
                    case APPLICATION ->
                        json.createObjectNode()
                                .put("clientId", application().clientId())
                                .put("clientSecret", application().clientSecret())
                                .toString();
                });
        cloud.putSecret(
                "demo/onec",
                json.createObjectNode()
                        .put("user", ONEC_USER)
                        .put("password", ONEC_PASSWORD)
                        .toString());
    }

    /** The tenant file of the demo. */
    public void loadTenant() throws IOException {
        loadTenant(Files.readString(ProjectFiles.root().resolve(configuration.tenantFile())));
    }

    /** A file with the demo's addresses of portal and base, which give way to those that they have now. */
    public void loadTenant(String demoFile) {
        String file = demoFile.replace(
                        "http://127.0.0.1:8624", portal.address().toString().replaceAll("/$", ""))
                .replaceAll("http://127.0.0.1:8610/[a-z]+", base.address().toString());
        JsonNode answer = admin(Map.of("task", "load-tenant", "file", file));
        if (!answer.path("loaded").asText().equals(TENANT)) {
            throw new IllegalStateException("the tenant file was not taken: " + answer);
        }
    }

    /** Everything on the portal that the exchange needs, made by the admin function; what was missing is made, the rest stays. */
    public JsonNode setUpPortal() {
        return admin(Map.of("task", "set-up-crm", "tenant", TENANT));
    }

    /** What the admin function says to a request. */
    public JsonNode admin(Map<String, String> request) {
        return switch (cloud.function("Admin").invoke(json.valueToTree(request).toString())) {
            case Result.Success(String payload) -> tree(payload);
            case Result.Failure(String payload) ->
                throw new IllegalStateException(
                        "the admin function failed: " + payload + ", see " + ProjectFiles.runFolder());
        };
    }

    private JsonNode tree(String payload) {
        try {
            return json.readTree(payload);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /**
     * Whether the portal has told everything, no message waits, none is in hand, and no function works. Asked twice, because work may pass from
     * one to another between two questions: a worker ends, and what it wrote is on its way as an event.
     */
    public boolean isQuiet() throws InterruptedException {
        return isQuietAtAGlance() && isQuietAtAGlance();
    }

    private boolean isQuietAtAGlance() throws InterruptedException {
        if (!portal.events().awaitQuiet(Duration.ZERO)) {
            return false;
        }
        var counts = cloud.sqs()
                .getQueueAttributes(request -> request.queueUrl(cloud.reference("WorkQueue"))
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values();
        return counts.stream().allMatch("0"::equals) && !cloud.isBusy();
    }

    @Override
    public void close() {
        cloud.close();
        portal.close();
        base.close();
    }
}
