package dev.crm1c.simulators.bitrix24;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Runs a portal with the demo's data until it is killed. */
public final class Bitrix24SimulatorMain {
    private static final String DEFAULT_PORT = "8024";

    private Bitrix24SimulatorMain() {}

    public static void main(String[] args) throws InterruptedException {
        Map<String, String> environment = System.getenv();
        Bitrix24Simulator simulator = Bitrix24Simulator.start(settings(environment));
        DemoPortal demo = DemoPortal.fill(simulator.salesperson());
        Optional<URI> handler = Optional.ofNullable(environment.get("HANDLER_URL"))
                .filter(url -> !url.isBlank())
                .map(URI::create);
        handler.ifPresent(simulator::subscribe);
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
        tell(new PrintStream(System.out, true, StandardCharsets.UTF_8), simulator, demo, handler);
        new CountDownLatch(1).await();
    }

    static PortalSettings settings(Map<String, String> environment) {
        PortalSettings defaults = PortalSettings.defaults();
        return defaults.withAddress(
                        environment.getOrDefault("HOST", defaults.listening().host()),
                        Integer.parseInt(environment.getOrDefault("PORT", DEFAULT_PORT)))
                .withOAuthPort(Integer.parseInt(environment.getOrDefault("OAUTH_PORT", "0")))
                .withWebhookSecret(environment.getOrDefault(
                        "WEBHOOK_SECRET", defaults.access().secret()))
                .withApplicationToken(environment.getOrDefault(
                        "APPLICATION_TOKEN", defaults.outgoing().applicationToken()));
    }

    private static void tell(PrintStream out, Bitrix24Simulator simulator, DemoPortal demo, Optional<URI> handler) {
        out.printf("Simulated Bitrix24 portal: %s%n", simulator.address());
        out.printf("Incoming webhook:          %s%n", simulator.webhookUrl());
        out.printf("OAuth host:                %s%n", simulator.oauthAddress());
        out.printf("Events go to:              %s%n", handler.map(URI::toString).orElse("nowhere (set HANDLER_URL)"));
        out.printf(
                "%nDeal %d of company %d is at stage NEW. Move it, as its salesperson:%n", demo.deal(), demo.company());
        out.printf(
                "  curl -H 'Content-Type: application/json' -d"
                        + " '{\"entityTypeId\":2,\"id\":%d,\"fields\":{\"stageId\":\"PREPAYMENT_INVOICE\"}}'"
                        + " %scrm.item.update%n",
                demo.deal(), simulator.salespersonWebhookUrl());
        out.printf(
                "Look at it:%n  curl '%scrm.item.get?entityTypeId=2&id=%d&useOriginalUfNames=Y'%n",
                simulator.webhookUrl(), demo.deal());
    }
}
