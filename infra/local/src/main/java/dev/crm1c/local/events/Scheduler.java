package dev.crm1c.local.events;

import dev.crm1c.local.lambda.LambdaFunction;
import dev.crm1c.local.lambda.LambdaFunction.Result;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** EventBridge Scheduler: posts a schedule's {@code Input}, which is the event itself, at its rate; or now, when somebody cannot wait a minute. */
public final class Scheduler implements AutoCloseable {
    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

    private final List<Schedule> schedules;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("scheduler").factory());

    public record Schedule(String name, Duration rate, String input, LambdaFunction function) {}

    public Scheduler(List<Schedule> schedules) {
        this.schedules = List.copyOf(schedules);
        for (Schedule schedule : schedules) {
            long millis = schedule.rate().toMillis();
            clock.scheduleAtFixedRate(
                    () -> schedule.function().invoke(schedule.input()), millis, millis, TimeUnit.MILLISECONDS);
        }
    }

    /** {@code rate(1 minute)}. */
    public static Duration rate(String expression) {
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches()) {
            throw new IllegalArgumentException("the local cloud knows rate(…) only, not " + expression);
        }
        long count = Long.parseLong(rate.group(1));
        return switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    public List<Result> fireAll() {
        return schedules.stream()
                .map(schedule -> schedule.function().invoke(schedule.input()))
                .toList();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
