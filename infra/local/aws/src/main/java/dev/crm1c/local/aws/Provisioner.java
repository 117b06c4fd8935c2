package dev.crm1c.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.local.template.SamTemplate;
import dev.crm1c.local.template.SamTemplate.Resource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Makes the template's queues and tables in an emulator and teaches the template their addresses. */
public final class Provisioner {
    private final SqsClient sqs;
    private final DynamoDbClient dynamoDb;
    private final SamTemplate template;
    private final Optional<Duration> visibility;

    /**
     * @param visibility instead of the template's, for those who cannot wait eighteen minutes for a returned message
     */
    public Provisioner(SqsClient sqs, DynamoDbClient dynamoDb, SamTemplate template, Optional<Duration> visibility) {
        this.sqs = sqs;
        this.dynamoDb = dynamoDb;
        this.template = template;
        this.visibility = visibility;
    }

    public void provision() {
        List<Resource> queues = new ArrayList<>(template.resources("AWS::SQS::Queue"));
        queues.sort((one, other) -> Boolean.compare(hasRedrive(one), hasRedrive(other)));
        queues.forEach(this::queue);
        template.resources("AWS::DynamoDB::Table").forEach(this::table);
    }

    private static boolean hasRedrive(Resource queue) {
        return queue.properties().has("RedrivePolicy");
    }

    private void queue(Resource queue) {
        JsonNode properties = queue.properties();
        var attributes = new EnumMap<QueueAttributeName, String>(QueueAttributeName.class);
        copy(properties, "FifoQueue", attributes, QueueAttributeName.FIFO_QUEUE);
        copy(properties, "FifoThroughputLimit", attributes, QueueAttributeName.FIFO_THROUGHPUT_LIMIT);
        copy(properties, "DeduplicationScope", attributes, QueueAttributeName.DEDUPLICATION_SCOPE);
        copy(properties, "VisibilityTimeout", attributes, QueueAttributeName.VISIBILITY_TIMEOUT);
        copy(properties, "MessageRetentionPeriod", attributes, QueueAttributeName.MESSAGE_RETENTION_PERIOD);
        visibility.ifPresent(
                time -> attributes.put(QueueAttributeName.VISIBILITY_TIMEOUT, Long.toString(time.toSeconds())));
        if (hasRedrive(queue)) {
            JsonNode redrive = properties.get("RedrivePolicy");
            attributes.put(
                    QueueAttributeName.REDRIVE_POLICY,
                    "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%s\"}"
                            .formatted(
                                    template.text(redrive.get("deadLetterTargetArn")),
                                    template.text(redrive.get("maxReceiveCount"))));
        }
        String name = template.text(properties.get("QueueName"));
        String url = sqs.createQueue(request -> request.queueName(name).attributes(attributes))
                .queueUrl();
        String arn = sqs.getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
        template.learn(queue.logicalId(), url);
        template.learn(queue.logicalId() + ".Arn", arn);
        template.learn(queue.logicalId() + ".QueueName", name);
    }

    private void copy(
            JsonNode properties, String name, Map<QueueAttributeName, String> attributes, QueueAttributeName as) {
        if (properties.has(name)) {
            attributes.put(as, template.text(properties.get(name)));
        }
    }

    private void table(Resource table) {
        JsonNode properties = table.properties();
        String name = template.text(properties.get("TableName"));
        dynamoDb.createTable(request -> request.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(each(properties, "AttributeDefinitions").stream()
                        .map(attribute -> AttributeDefinition.builder()
                                .attributeName(attribute.get("AttributeName").asText())
                                .attributeType(attribute.get("AttributeType").asText())
                                .build())
                        .toList())
                .keySchema(keySchema(properties))
                .globalSecondaryIndexes(each(properties, "GlobalSecondaryIndexes").stream()
                        .map(index -> GlobalSecondaryIndex.builder()
                                .indexName(index.get("IndexName").asText())
                                .keySchema(keySchema(index))
                                .projection(projection -> projection.projectionType(
                                        index.at("/Projection/ProjectionType").asText()))
                                .build())
                        .toList()));
        dynamoDb.waiter().waitUntilTableExists(request -> request.tableName(name));
        template.learn(table.logicalId(), name);
        template.learn(table.logicalId() + ".Arn", "arn:aws:dynamodb:local:000000000000:table/" + name);
    }

    private static List<KeySchemaElement> keySchema(JsonNode node) {
        return each(node, "KeySchema").stream()
                .map(key -> KeySchemaElement.builder()
                        .attributeName(key.get("AttributeName").asText())
                        .keyType(key.get("KeyType").asText())
                        .build())
                .toList();
    }

    private static List<JsonNode> each(JsonNode node, String name) {
        var elements = new ArrayList<JsonNode>();
        node.path(name).forEach(elements::add);
        return elements;
    }
}
