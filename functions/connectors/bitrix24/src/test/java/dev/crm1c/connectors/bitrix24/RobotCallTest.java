package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.port.CrmWebhook.Happening;
import dev.crm1c.model.port.CrmWebhook.Reading;
import dev.crm1c.model.port.CrmWebhook.RobotWaits;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("bitrix24.md §3.1: a robot's call")
class RobotCallTest {
    private static final CrmRef DEAL = new CrmRef(CrmKind.DEAL, "8061");

    private final Bitrix24Webhook webhook = new Bitrix24Webhook();

    private Reading read(String body) {
        return webhook.read("application/x-www-form-urlencoded", body.getBytes(StandardCharsets.UTF_8));
    }

    private Happening happening(String body) {
        return ((Reading.Understood) read(body)).happening();
    }

    private static String about(String document) {
        return "document_id[0]=crm&document_id[1]=CCrmDocumentDeal&document_id[2]=" + document;
    }

    @Test
    void the_recorded_call_asks_for_its_deal_and_waits() throws IOException {
        byte[] body = Files.readAllBytes(Path.of("src/test/resources/samples/incoming/composed-robot-call.form"));

        assertThat(webhook.read("application/x-www-form-urlencoded", body))
                .isEqualTo(new Reading.Understood(
                        new Secret("APPLICATION-TOKEN-PLACEHOLDER"),
                        "MEMBER-ID-PLACEHOLDER",
                        new Happening.Asked(DEAL, new RobotWaits.For("EVENT-TOKEN-PLACEHOLDER"))));
    }

    @Test
    void brackets_without_numbers_are_counted() {
        assertThat(happening("document_id[]=crm&document_id%5B%5D=CCrmDocumentDeal&document_id[]=DEAL_8061"
                        + "&use_subscription=N"))
                .isEqualTo(new Happening.Asked(DEAL, new RobotWaits.No()));
    }

    @ParameterizedTest
    @CsvSource({"N, false", "Y, true", "'', true", "n, true", "0, true", "' N', true"})
    void only_a_plain_n_does_not_wait(String subscription, boolean waits) {
        assertThat(happening(about("DEAL_8061") + "&event_token=t1&use_subscription=" + subscription))
                .isEqualTo(new Happening.Asked(DEAL, waits ? new RobotWaits.For("t1") : new RobotWaits.No()));
    }

    @Test
    void a_robot_that_does_not_say_whether_it_waits_waits() {
        assertThat(happening(about("DEAL_8061") + "&event_token=t1"))
                .isEqualTo(new Happening.Asked(DEAL, new RobotWaits.For("t1")));
    }

    @ParameterizedTest
    @CsvSource({
        "DYNAMIC_1032_4, ROBOT.DYNAMIC_1032",
        "SMART_INVOICE_3, ROBOT.SMART_INVOICE",
        "CONTACT_5, ROBOT.CONTACT",
        "Big%20<b>Deal_5, ROBOT.BIGBDEAL"
    })
    void other_documents_are_left_alone_by_name(String document, String name) {
        assertThat(happening(about(document) + "&event_token=t1")).isEqualTo(new Happening.OfNoInterest(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"DEAL_", "DEAL_0", "DEAL_-5", "DEAL_1 ", "DEAL_1_2x", "DEAL_9999999999999999999", "8061", "_5"})
    void a_document_without_a_deals_number_is_refused(String document) {
        assertThat(read(about(document) + "&event_token=t1"))
                .isEqualTo(new Reading.NotUnderstood("в поле document_id нет номера сделки"));
    }

    @Test
    void a_deal_of_another_module_is_none_of_ours() {
        assertThat(read("document_id[0]=lists&document_id[2]=DEAL_5&event_token=t1"))
                .isInstanceOf(Reading.NotUnderstood.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "&event_token=", "&event_token=a%0Ab", "&event_token=a%00", "&event_token[]=t1"})
    void a_robot_that_waits_but_cannot_be_answered_is_refused(String token) {
        assertThat(read(about("DEAL_8061") + token)).isInstanceOf(Reading.NotUnderstood.class);
    }

    @Test
    void a_token_of_2000_characters_is_kept_and_a_longer_one_is_refused() {
        assertThat(happening(about("DEAL_8061") + "&event_token=" + "t".repeat(2000)))
                .isEqualTo(new Happening.Asked(DEAL, new RobotWaits.For("t".repeat(2000))));
        assertThat(read(about("DEAL_8061") + "&event_token=" + "t".repeat(2001)))
                .isInstanceOf(Reading.NotUnderstood.class);
    }
}
