package dev.crm1c.local.aws;

import dev.crm1c.local.ProjectFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** DynamoDB Local and ElasticMQ in a JVM of their own, because their class path and ours would quarrel. Nothing outlives it. */
final class EmbeddedEmulator implements AwsEmulator {
    private static final Pattern READY = Pattern.compile("READY dynamodb=(\\d+) sqs=(\\d+)");
    private static final String REGION = "eu-central-1";

    private final Process process;
    private final Endpoints endpoints;

    private EmbeddedEmulator(Process process, Endpoints endpoints) {
        this.process = process;
        this.endpoints = endpoints;
    }

    static EmbeddedEmulator start() {
        Path module = ProjectFiles.root().resolve("infra/local/emulator/target");
        if (!Files.isDirectory(module.resolve("lib"))) {
            throw new CannotStart("the embedded emulator is not built: run `make build` first");
        }
        try {
            Path log = ProjectFiles.runFolder().resolve("emulator.log");
            Process process = new ProcessBuilder(
                            ProjectFiles.java().toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            module.resolve("classes") + ":" + module.resolve("lib") + "/*",
                            "dev.crm1c.local.emulator.Emulator",
                            REGION)
                    .redirectError(log.toFile())
                    .start();
            return new EmbeddedEmulator(process, whenReady(process, log));
        } catch (IOException failed) {
            throw new CannotStart("the embedded emulator did not start: " + failed.getMessage());
        }
    }

    private static Endpoints whenReady(Process process, Path log) throws IOException {
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.matches()) {
                Thread.ofVirtual().start(() -> output.lines().forEach(_ -> {}));
                return new Endpoints(
                        URI.create("http://127.0.0.1:" + ready.group(2)),
                        URI.create("http://127.0.0.1:" + ready.group(1)),
                        REGION,
                        "local",
                        "local");
            }
        }
        throw new CannotStart("the embedded emulator ended before it was ready, see " + log);
    }

    @Override
    public Endpoints endpoints() {
        return endpoints;
    }

    @Override
    public String name() {
        return "embedded (DynamoDB Local + ElasticMQ)";
    }

    @Override
    public void close() {
        process.destroy();
    }
}
