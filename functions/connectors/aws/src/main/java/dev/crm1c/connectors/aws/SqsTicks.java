package dev.crm1c.connectors.aws;

import dev.crm1c.model.port.Ticks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * A message that becomes visible later, in a queue of its own: the queue holds the time, no function waits for it. It carries no work, so the law
 * that nothing waits in a queue stands. Without {@code CRM1C_TICKS_URL} there are the scheduler's ticks only.
 */
@ApplicationScoped
class SqsTicks implements Ticks {
    private final SqsClient sqs;
    private final Optional<String> queueUrl;

    SqsTicks(SqsClient sqs, @ConfigProperty(name = "crm1c.ticks-url") Optional<String> queueUrl) {
        this.sqs = sqs;
        this.queueUrl = queueUrl;
    }

    @Override
    public void again(int portion, Duration in) {
        queueUrl.ifPresent(url -> send(url, portion, in));
    }

    private void send(String url, int portion, Duration in) {
        try {
            sqs.sendMessage(request -> request.queueUrl(url)
                    .messageBody(Integer.toString(portion))
                    .delaySeconds(Math.toIntExact(in.toSeconds())));
        } catch (SdkException _) {
            // The minute's tick comes anyway, and where sending work fails too it is told there.
        }
    }
}
