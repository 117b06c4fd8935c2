package dev.crm1c.bundle.mass;

import dev.crm1c.local.ProjectFiles;
import dev.crm1c.local.aws.AwsEmulator;
import dev.crm1c.local.aws.Endpoints;
import dev.crm1c.local.aws.ParameterStore;
import dev.crm1c.local.aws.Provisioner;
import dev.crm1c.local.template.SamTemplate;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queues, the table and the secrets of {@code template.yaml}, for functions that run in the test's own process. */
public class CloudOfTests implements QuarkusTestResourceLifecycleManager {
    private AwsEmulator emulator;
    private ParameterStore secrets;

    @Override
    public Map<String, String> start() {
        emulator = AwsEmulator.start(System.getenv());
        Endpoints endpoints = emulator.endpoints();
        String stack = "mass-" + UUID.randomUUID().toString().substring(0, 8);
        try (var sqs = endpoints.sqsClient();
                var dynamoDb = endpoints.dynamoDbClient()) {
            SamTemplate template =
                    SamTemplate.read(ProjectFiles.root().resolve("template.yaml"), stack, endpoints.region(), Map.of());
            new Provisioner(sqs, dynamoDb, template, Optional.of(Duration.ofMinutes(2))).provision();
            secrets = new ParameterStore();
            secrets.put(
                    "/crm1c/demo/bitrix24",
                    "{\"webhook\":\"1/simulatedsecret0\",\"applicationToken\":\"simulatedapplicationtoken0000000\"}");
            secrets.put("/crm1c/demo/onec", "{\"user\":\"u\",\"password\":\"p\"}");
            var configuration = new HashMap<>(Map.of(
                    "crm1c.table", template.reference("Table"),
                    "crm1c.queue-url", template.reference("WorkQueue"),
                    "crm1c.dead-letters-url", template.reference("DeadLetters"),
                    "crm1c.private-networks", "127.0.0.0/8"));
            reach(configuration, "dynamodb", endpoints.dynamoDb(), endpoints);
            reach(configuration, "sqs", endpoints.sqs(), endpoints);
            reach(configuration, "ssm", secrets.address(), endpoints);
            return configuration;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void reach(Map<String, String> configuration, String service, URI address, Endpoints endpoints) {
        String prefix = "quarkus." + service + ".";
        configuration.put(prefix + "endpoint-override", address.toString());
        configuration.put(prefix + "aws.region", endpoints.region());
        configuration.put(prefix + "aws.credentials.type", "static");
        configuration.put(prefix + "aws.credentials.static-provider.access-key-id", endpoints.accessKeyId());
        configuration.put(prefix + "aws.credentials.static-provider.secret-access-key", endpoints.secretAccessKey());
    }

    @Override
    public void stop() {
        if (secrets != null) {
            secrets.close();
        }
        if (emulator != null) {
            emulator.close();
        }
    }
}
