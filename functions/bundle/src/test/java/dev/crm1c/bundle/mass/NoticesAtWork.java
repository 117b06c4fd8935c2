package dev.crm1c.bundle.mass;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.crm1c.crmtoonec.CrmToOneCHandler;
import dev.crm1c.model.port.NoticeFormat;
import dev.crm1c.model.sync.CrmRef;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** The queue's consumers: each a thread that keeps its budget for its life, taking batches as Lambda's poller does. */
@Singleton
class NoticesAtWork {
    private static final int BATCH = 10;

    final Set<CrmRef> seen = ConcurrentHashMap.newKeySet();
    final AtomicInteger handled = new AtomicInteger();

    private final CrmToOneCHandler handler;
    private final NoticeFormat format;
    private final SqsClient sqs;
    private final Tally tally;
    private final String queue;
    private ExecutorService workers = Executors.newFixedThreadPool(1);
    private int count = 1;

    NoticesAtWork(
            CrmToOneCHandler handler,
            NoticeFormat format,
            SqsClient sqs,
            Tally tally,
            @ConfigProperty(name = "crm1c.queue-url") String queue) {
        this.handler = handler;
        this.format = format;
        this.sqs = sqs;
        this.tally = tally;
        this.queue = queue;
    }

    /** Cold: none of them has ever asked for a request. */
    void hire(int newCount) {
        workers.close();
        count = newCount;
        workers = Executors.newFixedThreadPool(count);
        seen.clear();
        handled.set(0);
    }

    void dismiss() {
        workers.close();
    }

    int waiting() {
        return Integer.parseInt(sqs.getQueueAttributes(request ->
                        request.queueUrl(queue).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }

    /** Until nothing is left of what was received and woken. */
    void emptyTheQueue() {
        IntStream.range(0, count)
                .mapToObj(_ -> CompletableFuture.runAsync(this::work, workers))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private boolean isMoreToCome() {
        return handled.get() < tally.received.get() + tally.woken.get();
    }

    private void work() {
        while (isMoreToCome()) {
            List<Message> messages = sqs.receiveMessage(request -> request.queueUrl(queue)
                            .maxNumberOfMessages(BATCH)
                            .waitTimeSeconds(0)
                            .messageSystemAttributeNames(MessageSystemAttributeName.MESSAGE_GROUP_ID))
                    .messages();
            if (!messages.isEmpty()) {
                handle(messages);
            }
        }
    }

    private void handle(List<Message> messages) {
        messages.forEach(message -> format.read(message.body()).ifPresent(notice -> seen.add(notice.subject())));
        SQSBatchResponse response = handler.handleRequest(event(messages), new EndlessInvocation());
        if (!response.getBatchItemFailures().isEmpty()) {
            throw new IllegalStateException("a notice broke: " + response.getBatchItemFailures());
        }
        sqs.deleteMessageBatch(request -> request.queueUrl(queue)
                .entries(messages.stream()
                        .map(message -> DeleteMessageBatchRequestEntry.builder()
                                .id(message.messageId())
                                .receiptHandle(message.receiptHandle())
                                .build())
                        .toList()));
        handled.addAndGet(messages.size());
    }

    private static SQSEvent event(List<Message> messages) {
        var event = new SQSEvent();
        event.setRecords(messages.stream().map(NoticesAtWork::record).toList());
        return event;
    }

    private static SQSEvent.SQSMessage record(Message message) {
        var record = new SQSEvent.SQSMessage();
        record.setMessageId(message.messageId());
        record.setBody(message.body());
        record.setAttributes(Map.copyOf(message.attributesAsStrings()));
        return record;
    }
}
