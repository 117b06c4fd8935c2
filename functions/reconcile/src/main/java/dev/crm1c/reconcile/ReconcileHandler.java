package dev.crm1c.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import jakarta.inject.Named;
import java.util.Map;

/** The minute's tick. The scheduler's {@code Input} is the event itself: {@code {"task":"wake-parked"}}. */
@Named("reconcile")
public class ReconcileHandler implements RequestHandler<Map<String, String>, Map<String, Object>> {
    private final WakeParkedWork wakeParkedWork;

    public ReconcileHandler(WakeParkedWork wakeParkedWork) {
        this.wakeParkedWork = wakeParkedWork;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, String> event, Context context) {
        return switch (event.getOrDefault("task", "")) {
            case "wake-parked" -> Map.of("woken", wakeParkedWork.wake());
            default -> throw new IllegalArgumentException("unknown task; known: wake-parked");
        };
    }
}
