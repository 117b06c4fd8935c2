package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.connectors.bitrix24.PortalStub.Said;
import dev.crm1c.model.portal.Pace;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.tenant.Secret;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@QuarkusTest
class Reference11And41CallsTest extends CallingAPortal {

    @Test
    @DisplayName("bitrix24.md §1.1: an incoming webhook's secret is a part of the address")
    void an_employee_calls_by_the_address() {
        assertThat(got(client.call(tenant(), "crm.item.get", none().put("id", 7)))
                        .asBoolean())
                .isTrue();

        assertThat(portal.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/rest/1/canarysecret0123456789/crm.item.get");
            assertThat(asked.text()).isEqualTo("{\"id\":7}");
        });
    }

    @Test
    @DisplayName("bitrix24.md §1.2, §4.1: an application's token goes in the body and never in the address")
    void an_application_calls_with_a_token_in_the_body() {
        install("access-1", "refresh-1");

        got(client.call(tenant(), "crm.item.get", none().put("id", 7)));

        assertThat(portal.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/rest/crm.item.get");
            assertThat(asked.query()).isEqualTo("null");
            assertThat(asked.json().path("auth").asText()).isEqualTo("access-1");
            assertThat(asked.json().path("id").asInt()).isEqualTo(7);
            assertThat(asked.userAgent()).isEqualTo("CRM1C/0.1");
            assertThat(asked.accept()).isEqualTo("application/json");
        });
    }

    @Test
    void a_batch_carries_the_token_beside_its_commands() {
        install("access-1", "refresh-1");
        var batch = new Batch(Batch.AfterError.STOP);
        batch.command("deal", "crm.item.get").with("id", "7");

        client.call(tenant(), batch);

        assertThat(portal.asked().getFirst().json()).hasToString("""
                {"halt":1,"cmd":{"deal":"crm.item.get?id=7"},"auth":"access-1"}""");
    }

    @Test
    void money_does_not_pass_through_binary_fractions() {
        portal.says(Said.json(200, "{\"result\":{\"price\":0.1234567890123456789}}"));

        assertThat(got(client.call(tenant(), "crm.item.get", none()))
                        .path("price")
                        .decimalValue())
                .isEqualTo(new BigDecimal("0.1234567890123456789"));
    }

    @Test
    void without_a_usable_secret_nobody_calls() {
        for (String useless : new String[] {"", "{}", "{\"webhook\":\"../x\"}", "{\"clientId\":\"local.1\"}"}) {
            secret = useless;
            assertThat(answer("crm.item.get"))
                    .isEqualTo(new Answer.Refused(
                            Refusal.NO_SECRET, later(Duration.ofHours(1), Delay.CRM_ACCESS_REFUSED)));
        }
        assertThat(portal.asked()).isEmpty();
    }

    @Test
    void an_application_that_was_never_installed_or_whose_tokens_do_not_open_has_to_be_installed() {
        secret = APPLICATION;
        var refused = new Answer.Refused(
                Refusal.NOT_INSTALLED, later(Duration.ofHours(1), Delay.CRM_APPLICATION_NOT_INSTALLED));
        assertThat(answer("crm.item.get")).isEqualTo(refused);

        install("access-1", "refresh-1");
        secret = APPLICATION.replace("canaryclientsecret", "another");
        assertThat(answer("crm.item.get")).isEqualTo(refused);
        assertThat(portal.asked()).isEmpty();
    }

    @Test
    @DisplayName("bitrix24.md §4.3: each request is taken from the portal's budget, at the portal's own pace")
    void the_budget_is_asked_before_every_call() {
        portals.takes(tenant().id(), Pace.ENTERPRISE);

        answer("crm.item.get");
        var batch = new Batch(Batch.AfterError.GO_ON);
        batch.command("a", "crm.item.update").with("id", "1");
        batch.command("b", "crm.item.get").with("id", "1");
        client.call(tenant(), batch);

        String authority = portal.address().getAuthority();
        assertThat(budget.taken)
                .containsExactly(
                        new RecordingBudget.Taken(authority, Pace.ENTERPRISE, Set.of("crm.item.get")),
                        new RecordingBudget.Taken(
                                authority, Pace.ENTERPRISE, Set.of("batch", "crm.item.update", "crm.item.get")));
    }

    @Test
    void secrets_do_not_print() {
        assertThat(Bitrix24Secret.read(new Secret(WEBHOOK)).toString()).doesNotContain("canary");
        assertThat(Bitrix24Secret.read(new Secret(APPLICATION)).toString()).doesNotContain("canary");
        assertThat(new Tokens("canary", "canary").toString()).doesNotContain("canary");
    }
}
