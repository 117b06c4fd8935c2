package dev.crm1c.connectors.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crm1c.model.port.DeadLetters;
import dev.crm1c.model.port.NoticeFormat;
import dev.crm1c.model.port.Secrets;
import dev.crm1c.model.port.WorkQueue;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Lane;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.SecretName;
import dev.crm1c.model.tenant.TenantId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

@QuarkusTest
@QuarkusTestResource(TemplateInEmulator.class)
class QueueAndSecretsTest {
    @Inject
    WorkQueue queue;

    @Inject
    DeadLetters deadLetters;

    @Inject
    NoticeFormat format;

    @Inject
    Secrets secrets;

    @Inject
    SqsClient sqs;

    @ConfigProperty(name = "crm1c.queue-url")
    String queueUrl;

    @ConfigProperty(name = "crm1c.dead-letters-url")
    String deadLettersUrl;

    private static ChangeNotice notice(String deal) {
        return new ChangeNotice(
                new TenantId("demo"),
                new CrmRef(CrmKind.DEAL, deal),
                Instant.parse("2026-11-21T10:00:00.123Z"),
                Cause.WEBHOOK);
    }

    private List<Message> receive(String url) {
        return sqs.receiveMessage(request -> request.queueUrl(url)
                        .maxNumberOfMessages(10)
                        .waitTimeSeconds(2)
                        .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
                .messages();
    }

    @Test
    void two_equal_notices_are_two_messages_of_one_group_and_carry_ids_only() {
        String deal = Integer.toString(Math.abs(UUID.randomUUID().hashCode()));
        queue.send(notice(deal), 2);
        queue.send(notice(deal), 2);

        List<Message> messages = receive(queueUrl);

        assertThat(messages).hasSize(2).allSatisfy(message -> {
            assertThat(message.attributes())
                    .containsEntry(
                            MessageSystemAttributeName.MESSAGE_GROUP_ID,
                            Lane.of(notice(deal), 2).group());
            assertThat(message.body())
                    .isEqualTo("{\"v\":1,\"tenant\":\"demo\",\"side\":\"crm\",\"kind\":\"deal\",\"id\":\"" + deal
                            + "\",\"noticedAt\":\"2026-11-21T10:00:00.123Z\",\"cause\":\"webhook\"}");
            assertThat(format.read(message.body())).contains(notice(deal));
        });
    }

    @Test
    void dead_letters_keep_the_body_for_those_who_look() {
        deadLetters.bury("m1", "<garbage>");

        assertThat(receive(deadLettersUrl)).extracting(Message::body).contains("<garbage>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"v\":2,\"tenant\":\"demo\",\"side\":\"crm\",\"kind\":\"deal\",\"id\":\"1\",\"noticedAt\":\"2026-11-21T10:00:00Z\",\"cause\":\"webhook\"}",
                "{\"v\":1,\"tenant\":\"../x\",\"side\":\"crm\",\"kind\":\"deal\",\"id\":\"1\",\"noticedAt\":\"2026-11-21T10:00:00Z\",\"cause\":\"webhook\"}",
                "{\"v\":1,\"tenant\":\"demo\",\"side\":\"crm\",\"kind\":\"deal\",\"id\":\"1#2\",\"noticedAt\":\"2026-11-21T10:00:00Z\",\"cause\":\"webhook\"}",
                "{\"v\":1,\"tenant\":\"demo\",\"side\":\"crm\",\"kind\":\"planet\",\"id\":\"1\",\"noticedAt\":\"2026-11-21T10:00:00Z\",\"cause\":\"webhook\"}",
                "{\"v\":1,\"tenant\":\"demo\",\"side\":\"crm\",\"kind\":\"deal\",\"id\":\"1\",\"noticedAt\":\"yesterday\",\"cause\":\"webhook\"}",
                "{\"v\":1,\"tenant\":\"demo\",\"side\":\"crm\",\"kind\":\"deal\",\"id\":\"1\",\"noticedAt\":\"2026-11-21T10:00:00Z\",\"cause\":\"rumour\"}"
            })
    void what_is_no_notice_of_ours_is_not_read_as_one(String text) {
        assertThat(format.read(text)).isEmpty();
    }

    @Test
    void secrets_come_from_the_parameter_store_by_default() {
        assertThat(secrets.read(new SecretName("demo/onec"))).contains(new Secret("open sesame"));
        assertThat(secrets.read(new SecretName("demo/absent"))).isEmpty();
    }

    @Test
    void secrets_of_a_laptop_come_from_its_environment() {
        var environment = new EnvironmentSecrets(Map.of("CRM1C_SECRET_DEMO_MY_CRM", "open sesame")::get);

        assertThat(environment.read(new SecretName("demo/my-crm"))).contains(new Secret("open sesame"));
        assertThat(environment.read(new SecretName("demo/other"))).isEmpty();
    }

    @Test
    void a_metric_is_one_line_in_cloudwatchs_own_format() throws Exception {
        var json = new ObjectMapper();
        var line =
                json.readTree(new MetricLine(Instant.ofEpochMilli(5), "crm-webhook", "Received", 3).json(json, "demo"));

        assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(5);
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Metrics/0/Name").asText()).isEqualTo("Received");
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Dimensions/0/0").asText()).isEqualTo("Function");
        assertThat(line.at("/Received").asLong()).isEqualTo(3);
        assertThat(line.at("/Tenant").asText()).isEqualTo("demo");
    }
}
