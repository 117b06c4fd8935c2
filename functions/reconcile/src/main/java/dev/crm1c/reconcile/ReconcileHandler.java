package dev.crm1c.reconcile;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import jakarta.inject.Named;
import java.util.Map;

/** The scheduler's ticks. Its {@code Input} is the event itself: {@code {"task":"wake-parked"}}, {@code {"task":"collect-changes"}}. */
@Named("reconcile")
public class ReconcileHandler implements RequestHandler<Map<String, String>, Map<String, Object>> {
    private final WakeParkedWork wakeParkedWork;
    private final AskForChangeLists askForChangeLists;

    public ReconcileHandler(WakeParkedWork wakeParkedWork, AskForChangeLists askForChangeLists) {
        this.wakeParkedWork = wakeParkedWork;
        this.askForChangeLists = askForChangeLists;
    }

    @Override
    public Map<String, Object> handleRequest(Map<String, String> event, Context context) {
        return switch (event.getOrDefault("task", "")) {
            case "wake-parked" -> Map.of("woken", wakeParkedWork.wake());
            case "collect-changes" -> Map.of("lists", askForChangeLists.ask());
            default -> throw new IllegalArgumentException("unknown task; known: wake-parked, collect-changes");
        };
    }
}
