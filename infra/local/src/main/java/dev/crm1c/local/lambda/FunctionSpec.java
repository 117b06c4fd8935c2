package dev.crm1c.local.lambda;

import java.time.Duration;
import java.util.Map;

/** One function as the template describes it. */
public record FunctionSpec(
        String logicalId, String name, Map<String, String> environment, Duration timeout, int memoryMegabytes) {
    public FunctionSpec {
        environment = Map.copyOf(environment);
    }
}
