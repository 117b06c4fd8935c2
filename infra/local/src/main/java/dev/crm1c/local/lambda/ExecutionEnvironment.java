package dev.crm1c.local.lambda;

import dev.crm1c.local.ProjectFiles;
import dev.crm1c.local.lambda.RuntimeApi.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One process of a function, handling one event at a time, as in Lambda; killed when it overruns the function's timeout. */
final class ExecutionEnvironment implements AutoCloseable {
    private static final Duration LONGEST_INIT = Duration.ofSeconds(30);

    private final FunctionSpec spec;
    private final RuntimeApi api;
    private final Process process;
    private final Instant started;

    ExecutionEnvironment(FunctionSpec spec, FunctionPackage code, int number) throws IOException {
        this.spec = spec;
        this.api = new RuntimeApi("arn:aws:lambda:local:000000000000:function:" + spec.name());
        Path log = ProjectFiles.runFolder().resolve(spec.name() + "-" + number + ".log");
        var builder = new ProcessBuilder(code.command(spec.memoryMegabytes()))
                .directory(code.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> !name.equals("PATH") && !name.equals("HOME"));
        builder.environment().putAll(spec.environment());
        builder.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_RUNTIME_API", api.address(),
                        "AWS_LAMBDA_FUNCTION_NAME", spec.name(),
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memoryMegabytes()),
                        "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
                        "_HANDLER", "not.used.in.provided.runtime",
                        "LAMBDA_TASK_ROOT", code.folder().toString(),
                        "TZ", "UTC"));
        this.started = Instant.now();
        this.process = builder.start();
    }

    /** How an invocation ended. After {@link Ending.Dead} the environment is of no more use. */
    sealed interface Ending {
        record Answered(String payload) implements Ending {}

        record FunctionError(String payload) implements Ending {}

        record Dead(String why) implements Ending {}
    }

    Ending invoke(String payload) throws InterruptedException {
        CompletableFuture<Answer> answer = api.invoke(payload, spec.timeout());
        CompletableFuture<Object> first = CompletableFuture.anyOf(answer, process.onExit(), api.initError());
        Duration patience = spec.timeout().plus(api.initialized().isDone() ? Duration.ZERO : LONGEST_INIT);
        try {
            return switch (first.get(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                case Answer.Response(String response) -> new Ending.Answered(response);
                case Answer.Error(String error) -> new Ending.FunctionError(error);
                case Process ended -> new Ending.Dead("the process ended with " + ended.exitValue());
                default -> new Ending.Dead("initialization failed");
            };
        } catch (TimeoutException _) {
            return new Ending.Dead("timed out after " + spec.timeout().toSeconds() + " s");
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** From the start of the process to its first question for work; empty time when it has not asked yet. */
    Duration initTime() {
        return api.initialized().isDone()
                ? Duration.between(started, api.initialized().join())
                : Duration.ZERO;
    }

    /** Peak resident memory so far, in kilobytes, as Linux tells it; zero elsewhere. */
    long peakMemoryKilobytes() {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }

    Instant started() {
        return started;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        api.close();
    }
}
