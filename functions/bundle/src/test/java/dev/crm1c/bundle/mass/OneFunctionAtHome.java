package dev.crm1c.bundle.mass;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The bundle wants to know which function it is; here the tests call all of them, and the real budget is made by hand. */
public class OneFunctionAtHome implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.lambda.handler", "crm-to-onec",
                "quarkus.arc.unremovable-types", "dev.crm1c.connectors.aws.**",
                "quarkus.log.level", "WARN");
    }
}
