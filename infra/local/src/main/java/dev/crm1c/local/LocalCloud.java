package dev.crm1c.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.local.aws.AwsEmulator;
import dev.crm1c.local.aws.ParameterStore;
import dev.crm1c.local.aws.Provisioner;
import dev.crm1c.local.events.HttpFrontDoor;
import dev.crm1c.local.events.QueueMapping;
import dev.crm1c.local.events.Scheduler;
import dev.crm1c.local.lambda.FunctionSpec;
import dev.crm1c.local.lambda.LambdaFunction;
import dev.crm1c.local.template.SamTemplate;
import dev.crm1c.local.template.SamTemplate.Resource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** {@code template.yaml}, running: its queues and tables in an emulator, its functions as processes, its routes, mappings and schedules around them. */
public final class LocalCloud implements AutoCloseable {
    private final SamTemplate template;
    private final AwsEmulator emulator;
    private final SqsClient sqs;
    private final DynamoDbClient dynamoDb;
    private final ParameterStore parameterStore;
    private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();
    private final HttpFrontDoor frontDoor;
    private final List<QueueMapping> mappings;
    private final Scheduler scheduler;

    private LocalCloud(LocalCloudSettings settings, AwsEmulator emulator) throws IOException {
        this.emulator = emulator;
        String region = emulator.endpoints().region();
        template = SamTemplate.read(
                ProjectFiles.root().resolve("template.yaml"),
                settings.stackName(),
                region,
                Map.of("PrivateNetworks", "127.0.0.0/8"));
        sqs = emulator.endpoints().sqsClient();
        dynamoDb = emulator.endpoints().dynamoDbClient();
        new Provisioner(sqs, dynamoDb, template, settings.visibility()).provision();
        parameterStore = new ParameterStore();
        for (Resource function : template.resources("AWS::Serverless::Function")) {
            functions.put(
                    function.logicalId(),
                    new LambdaFunction(spec(function, settings), settings.code(), settings.mostEnvironments()));
        }
        frontDoor = new HttpFrontDoor(
                settings.port(), events("HttpApi").map(this::route).toList());
        mappings = events("SQS")
                .map(event -> mapping(event, region, settings.mostEnvironments()))
                .toList();
        scheduler = new Scheduler(events("ScheduleV2").map(this::schedule).toList());
    }

    public static LocalCloud start(LocalCloudSettings settings, AwsEmulator emulator) throws IOException {
        return new LocalCloud(settings, emulator);
    }

    public URI address() {
        return frontDoor.address();
    }

    public LambdaFunction function(String logicalId) {
        return functions.get(logicalId);
    }

    public Scheduler scheduler() {
        return scheduler;
    }

    public void putSecret(String name, String value) {
        parameterStore.put(template.reference("SecretsPrefix") + name, value);
    }

    /** The address of a queue, or the name of a table, by its logical id. */
    public String reference(String logicalId) {
        return template.reference(logicalId);
    }

    public SqsClient sqs() {
        return sqs;
    }

    public DynamoDbClient dynamoDb() {
        return dynamoDb;
    }

    public boolean isBusy() {
        return functions.values().stream().anyMatch(LambdaFunction::isBusy);
    }

    /** An event of a function in the template, with the function that it belongs to. */
    private record Event(LambdaFunction function, JsonNode properties) {}

    private Stream<Event> events(String type) {
        return template.resources("AWS::Serverless::Function").stream()
                .flatMap(function -> function.properties().path("Events").properties().stream()
                        .filter(event -> event.getValue().path("Type").asText().equals(type))
                        .map(event -> new Event(
                                functions.get(function.logicalId()),
                                event.getValue().path("Properties"))));
    }

    private FunctionSpec spec(Resource function, LocalCloudSettings settings) {
        JsonNode properties = function.properties();
        var environment = new HashMap<String, String>();
        properties
                .at("/Environment/Variables")
                .properties()
                .forEach(variable -> environment.put(variable.getKey(), template.text(variable.getValue())));
        environment.putAll(emulator.endpoints().environment(parameterStore.address()));
        environment.putAll(settings.extraEnvironment());
        return new FunctionSpec(
                function.logicalId(),
                template.text(properties.get("FunctionName")),
                environment,
                Duration.ofSeconds(properties.get("Timeout").asInt()),
                properties.get("MemorySize").asInt());
    }

    private HttpFrontDoor.Route route(Event event) {
        return new HttpFrontDoor.Route(
                event.properties().get("Method").asText(),
                event.properties().get("Path").asText(),
                event.function());
    }

    private QueueMapping mapping(Event event, String region, int pollers) {
        JsonNode queue = event.properties().get("Queue");
        String logicalId = queue.at("/Fn::GetAtt/0").asText();
        return new QueueMapping(
                sqs,
                reference(logicalId),
                template.text(queue),
                region,
                event.properties().get("BatchSize").asInt(),
                event.function(),
                pollers);
    }

    private Scheduler.Schedule schedule(Event event) {
        JsonNode properties = event.properties();
        return new Scheduler.Schedule(
                template.text(properties.get("Name")),
                Scheduler.rate(properties.get("ScheduleExpression").asText()),
                properties.get("Input").asText(),
                event.function());
    }

    @Override
    public void close() {
        scheduler.close();
        mappings.forEach(QueueMapping::close);
        frontDoor.close();
        functions.values().forEach(LambdaFunction::close);
        parameterStore.close();
        sqs.close();
        dynamoDb.close();
        emulator.close();
    }
}
