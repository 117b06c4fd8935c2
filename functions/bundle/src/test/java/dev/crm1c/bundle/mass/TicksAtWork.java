package dev.crm1c.bundle.mass;

import dev.crm1c.model.port.Ticks;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** The ticks that the reconciler asked for, in the order of their time. */
@Mock
@Singleton
class TicksAtWork implements Ticks {
    record Own(int portion, Duration in) {
        /** As the queue would bring it. */
        Map<String, Object> event() {
            return Map.of("Records", List.of(Map.of("body", Integer.toString(portion))));
        }
    }

    final Deque<Own> waiting = new ArrayDeque<>();

    @Override
    public void again(int portion, Duration in) {
        waiting.add(new Own(portion, in));
    }
}
