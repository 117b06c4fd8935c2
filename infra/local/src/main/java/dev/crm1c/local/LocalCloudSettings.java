package dev.crm1c.local;

import dev.crm1c.local.lambda.FunctionPackage;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * @param stackName prefixes every queue and table, so that several local clouds can share one emulator
 * @param port of the front door; 0 for any
 * @param mostEnvironments how many processes a function may have at once
 * @param visibility instead of the template's eighteen minutes
 * @param extraEnvironment for every function, over the template's
 */
public record LocalCloudSettings(
        String stackName,
        FunctionPackage code,
        int port,
        int mostEnvironments,
        Optional<Duration> visibility,
        Map<String, String> extraEnvironment) {
    public LocalCloudSettings {
        extraEnvironment = Map.copyOf(extraEnvironment);
    }

    public LocalCloudSettings withEnvironment(String name, String value) {
        var more = new HashMap<>(extraEnvironment);
        more.put(name, value);
        return new LocalCloudSettings(stackName, code, port, mostEnvironments, visibility, more);
    }
}
