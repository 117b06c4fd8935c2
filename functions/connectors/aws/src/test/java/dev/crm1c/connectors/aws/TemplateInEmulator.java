package dev.crm1c.connectors.aws;

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

/** The queues and the table of {@code template.yaml}, in the cloud that {@code AWS_EMULATOR} chooses, under a stack name of this run. */
public class TemplateInEmulator implements QuarkusTestResourceLifecycleManager {
    private AwsEmulator emulator;
    private ParameterStore parameterStore;

    @Override
    public Map<String, String> start() {
        emulator = AwsEmulator.start(System.getenv());
        Endpoints endpoints = emulator.endpoints();
        String stack = "test-" + UUID.randomUUID().toString().substring(0, 8);
        try (var sqs = endpoints.sqsClient();
                var dynamoDb = endpoints.dynamoDbClient()) {
            SamTemplate template =
                    SamTemplate.read(ProjectFiles.root().resolve("template.yaml"), stack, endpoints.region(), Map.of());
            new Provisioner(sqs, dynamoDb, template, Optional.of(Duration.ofSeconds(30))).provision();
            parameterStore = new ParameterStore();
            parameterStore.put("/crm1c/demo/onec", "open sesame");
            var configuration = new HashMap<>(Map.of(
                    "crm1c.table", template.reference("Table"),
                    "crm1c.queue-url", template.reference("WorkQueue"),
                    "crm1c.dead-letters-url", template.reference("DeadLetters")));
            reach(configuration, "dynamodb", endpoints.dynamoDb(), endpoints);
            reach(configuration, "sqs", endpoints.sqs(), endpoints);
            reach(configuration, "ssm", parameterStore.address(), endpoints);
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
        if (parameterStore != null) {
            parameterStore.close();
        }
        if (emulator != null) {
            emulator.close();
        }
    }
}
