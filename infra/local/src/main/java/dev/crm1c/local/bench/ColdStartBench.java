package dev.crm1c.local.bench;

import dev.crm1c.local.LocalCloudSettings;
import dev.crm1c.local.aws.AwsEmulator;
import dev.crm1c.local.demo.ConnectedBy;
import dev.crm1c.local.demo.DemoWorld;
import dev.crm1c.local.lambda.FunctionPackage;
import dev.crm1c.local.lambda.FunctionSpec;
import dev.crm1c.local.lambda.LambdaFunction;
import dev.crm1c.local.lambda.LambdaFunction.ColdStart;
import dev.crm1c.local.lambda.LambdaFunction.Result;
import dev.crm1c.simulators.bitrix24.PortalSettings;
import dev.crm1c.simulators.onec.OneCSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Starts crm-webhook and crm-to-onec cold, native and on the JVM in turn, so that both meet the same noise, and compares them.
 * Each is asked one real thing: a genuine webhook (one read of the table, one message sent), a notice of a deal that is gone (two of the table, one call to
 * the portal).
 */
public final class ColdStartBench {
    private static final int ROUNDS = 10;

    private ColdStartBench() {}

    private record Asked(String function, String event) {}

    private record Figure(String name, ToDoubleFunction<ColdStart> of) {}

    private static final List<Figure> FIGURES = List.of(
            new Figure(
                    "process start to first question for work, ms",
                    cold -> cold.init().toMillis()),
            new Figure(
                    "process start to first answer, ms",
                    cold -> cold.firstAnswer().toMillis()),
            new Figure("peak resident memory after it, MB", cold -> cold.peakMemoryKilobytes() / 1024.0));

    public static void main(String[] arguments) throws Exception {
        FunctionPackage nativeCode = FunctionPackage.choose("native");
        FunctionPackage jvmCode = FunctionPackage.choose("jvm");
        var settings = new LocalCloudSettings("bench", jvmCode, 0, 1, Optional.empty(), Map.of());
        try (var world = DemoWorld.start(
                PortalSettings.defaults().withBucket(100_000, 1_000),
                OneCSettings.defaults(),
                settings,
                AwsEmulator.start(System.getenv()),
                ConnectedBy.WEBHOOKS)) {
            for (Asked asked : List.of(webhook(world), notice())) {
                FunctionSpec spec = world.cloud().function(asked.function()).spec();
                List<ColdStart> ofNative = new ArrayList<>();
                List<ColdStart> ofJvm = new ArrayList<>();
                for (int round = 0; round < ROUNDS; round++) {
                    ofNative.add(coldStart(spec, nativeCode, asked.event()));
                    ofJvm.add(coldStart(spec, jvmCode, asked.event()));
                }
                print(asked.function(), ofNative, ofJvm);
            }
        }
        System.exit(0);
    }

    private static ColdStart coldStart(FunctionSpec spec, FunctionPackage code, String event) {
        try (var function = new LambdaFunction(spec, code, 1)) {
            if (!(function.invoke(event) instanceof Result.Success)) {
                throw new IllegalStateException(spec.name() + " failed, see .run");
            }
            return function.coldStarts().getFirst();
        }
    }

    private static Asked webhook(DemoWorld world) {
        String form = "event=ONCRMDEALUPDATE&data[FIELDS][ID]=404&auth[application_token]=" + world.applicationToken();
        return new Asked(
                "CrmWebhook", """
                {"version":"2.0","rawPath":"/crm/bitrix24/demo","headers":{"content-type":"application/x-www-form-urlencoded"},\
                "body":"%s","isBase64Encoded":true}""".formatted(Base64.getEncoder().encodeToString(form.getBytes(StandardCharsets.UTF_8))));
    }

    private static Asked notice() {
        return new Asked("CrmToOneC", """
                {"Records":[{"messageId":"m","receiptHandle":"r","attributes":{"MessageGroupId":"demo/0"},"eventSource":"aws:sqs",\
                "body":"{\\"v\\":1,\\"tenant\\":\\"demo\\",\\"side\\":\\"crm\\",\\"kind\\":\\"deal\\",\\"id\\":\\"404\\",\
                \\"noticedAt\\":\\"%s\\",\\"cause\\":\\"webhook\\"}"}]}""".formatted(Instant.now().plusSeconds(3_600)));
    }

    private static void print(String function, List<ColdStart> ofNative, List<ColdStart> ofJvm) {
        System.out.printf("%n%s, %d cold starts each, in turn%n", function, ROUNDS);
        System.out.printf("%-46s %22s %22s %s%n", "", "native min/median/max", "JVM min/median/max", "JVM : native");
        for (Figure figure : FIGURES) {
            double[] natives = sorted(ofNative, figure);
            double[] jvms = sorted(ofJvm, figure);
            System.out.printf(
                    "%-46s %22s %22s %.1f%n",
                    figure.name(), spread(natives), spread(jvms), median(jvms) / median(natives));
        }
    }

    private static double[] sorted(List<ColdStart> starts, Figure figure) {
        return starts.stream().mapToDouble(figure.of()).sorted().toArray();
    }

    private static String spread(double[] sorted) {
        return "%.0f / %.0f / %.0f".formatted(sorted[0], median(sorted), sorted[sorted.length - 1]);
    }

    private static double median(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
