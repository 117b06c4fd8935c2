package dev.crm1c.connectors.aws;

import dev.crm1c.model.port.DeadLetters;
import dev.crm1c.model.port.FreshIds;
import dev.crm1c.model.port.NoticeFormat;
import dev.crm1c.model.port.WorkQueue;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.Lane;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A FIFO queue and its dead letters. Deduplication ids are unique for each send: an id made of entity and time would swallow a real later
 * change for five minutes, and emulators deduplicate over the whole queue where AWS does over a group (reference "stack", 3).
 */
@ApplicationScoped
class SqsWorkQueue implements WorkQueue, DeadLetters {
    private final SqsClient sqs;
    private final NoticeFormat format;
    private final FreshIds ids;
    private final String queueUrl;
    private final String deadLettersUrl;

    SqsWorkQueue(
            SqsClient sqs,
            NoticeFormat format,
            FreshIds ids,
            @ConfigProperty(name = "crm1c.queue-url") String queueUrl,
            @ConfigProperty(name = "crm1c.dead-letters-url") String deadLettersUrl) {
        this.sqs = sqs;
        this.format = format;
        this.ids = ids;
        this.queueUrl = queueUrl;
        this.deadLettersUrl = deadLettersUrl;
    }

    @Override
    public Sending send(ChangeNotice notice, int laneCount) {
        try {
            sqs.sendMessage(request -> request.queueUrl(queueUrl)
                    .messageBody(format.write(notice))
                    .messageGroupId(Lane.of(notice, laneCount).group())
                    .messageDeduplicationId(ids.next()));
            return Sending.TAKEN;
        } catch (SdkException _) {
            return Sending.UNAVAILABLE;
        }
    }

    @Override
    public void bury(String messageId, String body) {
        sqs.sendMessage(request -> request.queueUrl(deadLettersUrl)
                .messageBody(body)
                .messageGroupId("not-a-notice")
                .messageDeduplicationId(ids.next()));
    }
}
