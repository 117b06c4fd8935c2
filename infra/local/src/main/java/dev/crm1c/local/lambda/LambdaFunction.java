package dev.crm1c.local.lambda;

import dev.crm1c.local.lambda.ExecutionEnvironment.Ending;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A function: environments are started when an event comes and none is idle, up to a bound, and kept warm. */
public final class LambdaFunction implements AutoCloseable {
    private final FunctionSpec spec;
    private final FunctionPackage code;
    private final int mostEnvironments;
    private final Semaphore places;
    private final Deque<ExecutionEnvironment> idle = new ArrayDeque<>();
    private final List<ExecutionEnvironment> alive = new CopyOnWriteArrayList<>();
    private final List<ColdStart> coldStarts = new CopyOnWriteArrayList<>();
    private final AtomicInteger started = new AtomicInteger();

    public LambdaFunction(FunctionSpec spec, FunctionPackage code, int mostEnvironments) {
        this.spec = spec;
        this.code = code;
        this.mostEnvironments = mostEnvironments;
        this.places = new Semaphore(mostEnvironments);
    }

    /** What a caller of Lambda sees. */
    public sealed interface Result {
        record Success(String payload) implements Result {}

        /** {@code {"errorType":…,"errorMessage":…}}, or what the platform says of a function that died. */
        record Failure(String payload) implements Result {}
    }

    /**
     * @param init from the start of the process to its first question for work
     * @param firstAnswer from the start of the process to its first answer
     * @param peakMemoryKilobytes after the first answer
     */
    public record ColdStart(Duration init, Duration firstAnswer, long peakMemoryKilobytes) {}

    public FunctionSpec spec() {
        return spec;
    }

    public List<ColdStart> coldStarts() {
        return List.copyOf(coldStarts);
    }

    /** Whether it has an event in hand; its caller may have hung up long ago. */
    public boolean isBusy() {
        return places.availablePermits() < mostEnvironments;
    }

    public Result invoke(String payload) {
        try {
            places.acquire();
            try {
                return invokeIn(environment(), payload);
            } finally {
                places.release();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Result.Failure("{\"errorMessage\":\"the local cloud is stopping\"}");
        }
    }

    private Result invokeIn(ExecutionEnvironment environment, String payload) throws InterruptedException {
        boolean cold = environment.initTime().isZero();
        Ending ending = environment.invoke(payload);
        if (ending instanceof Ending.Dead(String why)) {
            alive.remove(environment);
            environment.close();
            return new Result.Failure("{\"errorMessage\":\"" + why + "\"}");
        }
        if (cold) {
            coldStarts.add(new ColdStart(
                    environment.initTime(),
                    Duration.between(environment.started(), Instant.now()),
                    environment.peakMemoryKilobytes()));
        }
        synchronized (idle) {
            idle.push(environment);
        }
        return switch (ending) {
            case Ending.Answered(String response) -> new Result.Success(response);
            case Ending.FunctionError(String error) -> new Result.Failure(error);
            case Ending.Dead(String why) -> throw new IllegalStateException(why);
        };
    }

    private ExecutionEnvironment environment() {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        try {
            var fresh = new ExecutionEnvironment(spec, code, started.incrementAndGet());
            alive.add(fresh);
            return fresh;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Kills every environment, in the middle of whatever it does, as a machine's death would. */
    public void kill() {
        synchronized (idle) {
            idle.clear();
        }
        alive.forEach(ExecutionEnvironment::close);
        alive.clear();
    }

    @Override
    public void close() {
        kill();
    }
}
