package dev.crm1c.local.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.local.lambda.LambdaFunction;
import dev.crm1c.local.lambda.LambdaFunction.Result;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Lambda's event source mapping for a queue: takes up to a batch, invokes, deletes what the function did not report as failed. What failed comes back when
 * its visibility timeout ends, which for a FIFO queue holds its group back until then.
 * Source: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html
 */
public final class QueueMapping implements AutoCloseable {
    private static final int LONG_POLL_SECONDS = 5;

    private final SqsClient sqs;
    private final String queueUrl;
    private final String queueArn;
    private final String region;
    private final int batchSize;
    private final LambdaFunction function;
    private final List<Thread> pollers;
    private final ObjectMapper json = new ObjectMapper();
    private volatile boolean stopping;

    public QueueMapping(
            SqsClient sqs,
            String queueUrl,
            String queueArn,
            String region,
            int batchSize,
            LambdaFunction function,
            int pollerCount) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
        this.queueArn = queueArn;
        this.region = region;
        this.batchSize = batchSize;
        this.function = function;
        this.pollers = IntStream.range(0, pollerCount)
                .mapToObj(number -> Thread.ofVirtual().name("poller-" + number).start(this::poll))
                .toList();
    }

    private void poll() {
        while (!stopping) {
            List<Message> messages;
            try {
                messages = sqs.receiveMessage(request -> request.queueUrl(queueUrl)
                                .maxNumberOfMessages(batchSize)
                                .waitTimeSeconds(LONG_POLL_SECONDS)
                                .messageSystemAttributeNames(MessageSystemAttributeName.ALL)
                                .messageAttributeNames("All"))
                        .messages();
            } catch (SdkException _) {
                // The queue may be gone while we stop, or slow for a moment: the next poll tells.
                continue;
            }
            if (!messages.isEmpty()) {
                deliver(messages);
            }
        }
    }

    private void deliver(List<Message> messages) {
        Optional<Set<String>> failed = failed(function.invoke(event(messages)));
        List<DeleteMessageBatchRequestEntry> done = messages.stream()
                .filter(message -> failed.isPresent() && !failed.get().contains(message.messageId()))
                .map(message -> DeleteMessageBatchRequestEntry.builder()
                        .id(message.messageId())
                        .receiptHandle(message.receiptHandle())
                        .build())
                .toList();
        if (!done.isEmpty()) {
            sqs.deleteMessageBatch(request -> request.queueUrl(queueUrl).entries(done));
        }
    }

    /** The ids that the function gives back; empty when the whole batch failed. */
    private Optional<Set<String>> failed(Result result) {
        return switch (result) {
            case Result.Failure _ -> Optional.empty();
            case Result.Success(String payload) -> {
                var ids = new HashSet<String>();
                tree(payload)
                        .path("batchItemFailures")
                        .forEach(item -> ids.add(item.path("itemIdentifier").asText()));
                yield Optional.of(ids);
            }
        };
    }

    private JsonNode tree(String payload) {
        try {
            return json.readTree(payload);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("the function answered something that is no JSON", broken);
        }
    }

    private String event(List<Message> messages) {
        ObjectNode event = json.createObjectNode();
        var records = event.putArray("Records");
        for (Message message : messages) {
            ObjectNode record = records.addObject()
                    .put("messageId", message.messageId())
                    .put("receiptHandle", message.receiptHandle())
                    .put("body", message.body())
                    .put("md5OfBody", message.md5OfBody())
                    .put("eventSource", "aws:sqs")
                    .put("eventSourceARN", queueArn)
                    .put("awsRegion", region);
            ObjectNode attributes = record.putObject("attributes");
            message.attributesAsStrings().forEach(attributes::put);
            ObjectNode custom = record.putObject("messageAttributes");
            message.messageAttributes()
                    .forEach((name, value) -> custom.putObject(name)
                            .put("stringValue", value.stringValue())
                            .put("dataType", value.dataType()));
        }
        return event.toString();
    }

    @Override
    public void close() {
        stopping = true;
        pollers.forEach(Thread::interrupt);
    }
}
