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
import java.time.Duration;
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
            return Map.ofEntries(
                    Map.entry("crm1c.table", stack + "-table"),
                    Map.entry("crm1c.queue-url", template.reference("WorkQueue")),
                    Map.entry("crm1c.dead-letters-url", template.reference("DeadLetters")),
                    Map.entry(
                            "quarkus.dynamodb.endpoint-override",
                            endpoints.dynamoDb().toString()),
                    Map.entry("quarkus.sqs.endpoint-override", endpoints.sqs().toString()),
                    Map.entry(
                            "quarkus.ssm.endpoint-override",
                            parameterStore.address().toString()),
                    Map.entry("quarkus.dynamodb.aws.region", endpoints.region()),
                    Map.entry("quarkus.sqs.aws.region", endpoints.region()),
                    Map.entry("quarkus.ssm.aws.region", endpoints.region()),
                    Map.entry("aws.accessKeyId", endpoints.accessKeyId()),
                    Map.entry("aws.secretAccessKey", endpoints.secretAccessKey()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
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
