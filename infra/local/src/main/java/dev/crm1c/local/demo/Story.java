package dev.crm1c.local.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Tells what happens as it happens: one line a step, with the seconds since the beginning. */
final class Story {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final PrintStream out;
    private final Instant began;

    Story(PrintStream out, Instant began) {
        this.out = out;
        this.began = began;
    }

    /** Something that did not come in a minute ends the story. */
    static final class DidNotHappen extends RuntimeException {
        DidNotHappen(String what) {
            super(what);
        }
    }

    void tell(String line) {
        double seconds = Duration.between(began, Instant.now()).toMillis() / 1000.0;
        out.printf("%7.2f s  %s%n", seconds, line);
    }

    void chapter(String title) {
        out.println();
        out.println("           " + title);
    }

    /** Waits for something to become true and tells it in that moment. */
    void when(BooleanSupplier happened, Supplier<String> line) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!happened.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new DidNotHappen(line.get());
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
        tell(line.get());
    }
}
