package dev.crm1c.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The scheduler's ticks. Its {@code Input} is the event itself: {@code {"task":"wake-parked"}}, {@code {"task":"collect-changes"}}; our own come by a queue. */
@Named("reconcile")
public class ReconcileHandler implements RequestHandler<Map<String, Object>, Map<String, Object>> {
    private static final int FIRST_PORTION = 1;

    private final WakeParkedWork wakeParkedWork;
    private final AskForChangeLists askForChangeLists;

    public ReconcileHandler(WakeParkedWork wakeParkedWork, AskForChangeLists askForChangeLists) {
        this.wakeParkedWork = wakeParkedWork;
        this.askForChangeLists = askForChangeLists;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
        return event.get("Records") instanceof List<?> records ? ownTicks(records) : task(event);
    }

    private Map<String, Object> task(Map<String, Object> event) {
        return switch (String.valueOf(event.getOrDefault("task", ""))) {
            case "wake-parked" -> Map.of("woken", wakeParkedWork.wake(FIRST_PORTION));
            case "collect-changes" -> Map.of("lists", askForChangeLists.ask());
            default -> throw new IllegalArgumentException("unknown task; known: wake-parked, collect-changes");
        };
    }

    /** Each body is the number of a portion. */
    private Map<String, Object> ownTicks(List<?> records) {
        int woken = 0;
        for (Object record : records) {
            if (record instanceof Map<?, ?> message && message.get("body") instanceof String body && isPortion(body)) {
                woken += wakeParkedWork.wake(Integer.parseInt(body));
            }
        }
        return Map.of("woken", woken);
    }

    private static boolean isPortion(String body) {
        return body.matches("[1-9]");
    }
}
