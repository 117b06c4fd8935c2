package dev.crm1c.local.demo;

import dev.crm1c.local.LocalCloudSettings;
import dev.crm1c.local.ProjectFiles;
import dev.crm1c.local.aws.AwsEmulator;
import dev.crm1c.local.aws.AwsEmulator.CannotStart;
import dev.crm1c.local.lambda.FunctionPackage;
import dev.crm1c.simulators.bitrix24.PortalSettings;
import dev.crm1c.simulators.onec.OneCSettings;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@code make run}: the main job, played on this machine. Ends with 0 or 1 after the demo when {@code ONCE=1}, stays up otherwise. */
public final class Demo {
    private static final int FRONT_DOOR_PORT = 8680;
    private static final int PORTAL_PORT = 8624;
    private static final int BASE_PORT = 8610;

    private Demo() {}

    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Map<String, String> environment = System.getenv();
        int ending = 1;
        try {
            boolean once = environment.getOrDefault("ONCE", "").equals("1");
            ending = run(out, environment, once);
        } catch (CannotStart missing) {
            out.println("cannot start: " + missing.getMessage());
        } catch (IllegalStateException broken) {
            out.println("broke: " + broken.getMessage());
        }
        System.exit(ending);
    }

    private static int run(PrintStream out, Map<String, String> environment, boolean once) throws Exception {
        var story = new Story(out, Instant.now());
        var configuration = DemoConfiguration.named(environment.getOrDefault("CONFIG", "accounting-3"));
        FunctionPackage code = FunctionPackage.choose(environment.getOrDefault("CRM1C_PACKAGE", "auto"));
        AwsEmulator emulator = AwsEmulator.start(environment);
        story.tell("cloud: " + emulator.name() + " — " + emulator.endpoints());
        var settings = new LocalCloudSettings(
                "crm1c-" + UUID.randomUUID().toString().substring(0, 8),
                code,
                freePort(FRONT_DOOR_PORT),
                2,
                Optional.empty(),
                Map.of());
        var world = DemoWorld.start(
                PortalSettings.defaults().withoutDealFields().withPort(freePort(PORTAL_PORT)),
                OneCSettings.of(configuration.wireName()).withPort(freePort(BASE_PORT)),
                settings,
                emulator,
                ConnectedBy.WEBHOOKS);
        Runtime.getRuntime().addShutdownHook(new Thread(world::close));
        story.tell("functions: " + code.name() + ", from template.yaml; tenant demo with 1C " + configuration.wireName()
                + " loaded by the admin function");
        try {
            new DemoPlay(world, story).play();
        } catch (Story.DidNotHappen missing) {
            out.println("did not happen within a minute: " + missing.getMessage());
            out.println("the functions' logs are in " + ProjectFiles.runFolder());
            return 1;
        }
        if (!once) {
            invite(out, world);
            Thread.currentThread().join();
        }
        return 0;
    }

    private static void invite(PrintStream out, DemoWorld world) {
        String rest = world.portal().salespersonWebhookUrl().toString();
        out.printf(
                """

                Up until Ctrl-C. Webhook %s, portal %s, 1C %s

                look at the portal's deals, and drag the last one to «В работе»: its invoice appears
                  %sboard/
                change the deal's first row, and the invoice follows:
                  curl -s '%scrm.item.productrow.update' -H 'Content-Type: application/json' -d '{"id":1,"fields":{"quantity":7}}'
                see what the integration wrote into the deal:
                  curl -s '%scrm.deal.get?id=1' | tr ',' '\\n' | grep UF_CRM_C1
                see the invoices in 1C:
                  curl -s -u 'Обмен:секрет' '%s/odata/standard.odata/%s?$format=json'
                """,
                world.webhookAddress(),
                world.portal().address(),
                world.base().address(),
                world.portal().address(),
                rest,
                rest,
                world.base().address(),
                URLEncoder.encode(world.configuration().invoices(), StandardCharsets.UTF_8));
    }

    /** The usual port, or any when somebody has it. */
    private static int freePort(int usual) throws IOException {
        try (var socket = new ServerSocket(usual, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (BindException _) {
            return 0;
        }
    }
}
