package dev.crm1c.simulators.bitrix24.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** One step of a workflow that a robot of an application does (bitrix24.md §3.1). */
public record RobotRun(
        String clientId, Robot robot, String workflowId, String eventToken, Progress progress, List<String> log) {
    /** Where the workflow stands. */
    public sealed interface Progress {
        /** It waits for bizproc.event.send. */
        record Waiting() implements Progress {}

        /** It went on without waiting; nobody may answer any more. */
        record WentOn() implements Progress {}

        record Answered(JsonNode returnValues) implements Progress {}
    }

    public RobotRun {
        log = List.copyOf(log);
    }
}
