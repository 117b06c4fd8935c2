package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.connectors.bitrix24.PortalStub.Said;
import dev.crm1c.model.sync.Delay;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** bitrix24.md §1.2. */
@QuarkusTest
class Reference12TokensTest extends CallingAPortal {
    private static final Duration CLAIM = Duration.ofSeconds(30);

    @BeforeEach
    void installed() {
        install("access-1", "refresh-1");
        onlyTakes("access-2");
        oauth.says(pair("access-2", "refresh-2", MEMBER));
    }

    private void onlyTakes(String... tokens) {
        portal.says(asked -> Set.of(tokens).contains(asked.json().path("auth").asText())
                ? Said.json(200, "{\"result\":true}")
                : EXPIRED);
    }

    private Answer notInstalled() {
        return new Answer.Refused(
                Refusal.NOT_INSTALLED, later(Duration.ofHours(1), Delay.CRM_APPLICATION_NOT_INSTALLED));
    }

    private Answer unclear() {
        return new Answer.NotAsked(later(CLAIM, Delay.CRM_ANSWER_UNCLEAR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired_token", "invalid_token", "EXPIRED_TOKEN"})
    @DisplayName("an expired token is renewed, the new pair replaces the stored one, the call is repeated once")
    void an_expired_token_is_renewed(String code) {
        portal.says(asked -> asked.json().path("auth").asText().equals("access-2")
                ? Said.json(200, "{\"result\":{\"item\":{\"id\":7}}}")
                : Said.error(401, code));

        assertThat(got(client.call(tenant(), "crm.item.get", none().put("id", 7)))
                        .at("/item/id")
                        .asInt())
                .isEqualTo(7);

        assertThat(portal.asked())
                .extracting(asked -> asked.json().path("auth").asText())
                .containsExactly("access-1", "access-2");
        assertThat(portal.asked().getLast().json().path("id").asInt()).isEqualTo(7);
        assertThat(budget.taken).hasSize(2);
        assertThat(stored("demo")).isEqualTo(new Tokens("access-2", "refresh-2"));
        assertThat(oauth.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).isEqualTo("/oauth/token/");
            assertThat(asked.query().split("&"))
                    .containsExactlyInAnyOrder(
                            "grant_type=refresh_token",
                            "client_id=local.1",
                            "client_secret=canaryclientsecret",
                            "refresh_token=refresh-1");
        });
    }

    @Test
    void the_next_call_uses_the_new_pair_at_once() {
        answer("crm.item.get");
        answer("crm.item.get");

        assertThat(oauth.asked()).hasSize(1);
        assertThat(portal.asked()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "401, NO_AUTH_FOUND",
        "401, INVALID_CREDENTIALS",
        "403, insufficient_scope",
        "200, expired_token",
        "403, expired_token",
        "503, QUERY_LIMIT_EXCEEDED"
    })
    @DisplayName(
            "nothing but 401 expired_token and invalid_token asks for new tokens: the server bans who asks for more")
    void other_refusals_do_not_renew(int status, String code) {
        portal.says(Said.error(status, code));

        assertThat(answer("crm.item.get")).isInstanceOf(Answer.Refused.class);
        assertThat(oauth.asked()).isEmpty();
    }

    @Test
    void an_expired_webhook_is_refused_and_nobody_asks_for_tokens() {
        secret = WEBHOOK;
        portal.says(EXPIRED);

        assertThat(answer("crm.item.get"))
                .isEqualTo(new Answer.Refused(
                        Refusal.TOKEN_EXPIRED, later(Duration.ofMinutes(1), Delay.CRM_ACCESS_REFUSED)));
        assertThat(oauth.asked()).isEmpty();
    }

    @Test
    void a_second_expired_token_in_one_call_is_a_failure_and_no_loop() {
        portal.says(EXPIRED);

        assertThat(answer("crm.item.get"))
                .isEqualTo(new Answer.Refused(
                        Refusal.TOKEN_EXPIRED, later(Duration.ofMinutes(1), Delay.CRM_ACCESS_REFUSED)));
        assertThat(portal.asked()).hasSize(2);
        assertThat(oauth.asked()).hasSize(1);
    }

    @Test
    void while_another_worker_renews_the_work_is_parked_until_his_claim_ends() {
        applications.claimRenewal(tenant().id(), 1, NOW.plusSeconds(20));

        assertThat(answer("crm.item.get"))
                .isEqualTo(new Answer.NotAsked(later(Duration.ofSeconds(20), Delay.CRM_TOKENS_BEING_RENEWED)));
        assertThat(oauth.asked()).isEmpty();
    }

    @Test
    void a_pair_that_another_worker_has_brought_meanwhile_is_used() {
        portal.says(asked -> {
            if (asked.json().path("auth").asText().equals("access-new")) {
                return Said.json(200, "{\"result\":true}");
            }
            install("access-new", "refresh-new");
            return EXPIRED;
        });

        assertThat(answer("crm.item.get")).isInstanceOf(Answer.Result.class);
        assertThat(oauth.asked()).isEmpty();
    }

    @Test
    void an_application_that_was_removed_meanwhile_is_not_installed() {
        portal.says(_ -> {
            applications.remove(tenant().id());
            return EXPIRED;
        });

        assertThat(answer("crm.item.get")).isEqualTo(notInstalled());
    }

    @Test
    @DisplayName("a pair that comes after a new installation does not take its place")
    void a_new_installation_wins_over_a_renewal_under_way() {
        onlyTakes("access-new");
        oauth.says(_ -> {
            install("access-new", "refresh-new");
            return pair("access-2", "refresh-2", MEMBER);
        });

        assertThat(answer("crm.item.get")).isInstanceOf(Answer.Result.class);
        assertThat(stored("demo")).isEqualTo(new Tokens("access-new", "refresh-new"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_grant", "INVALID_GRANT", "bad_verification_code"})
    @DisplayName("invalid_grant: the stored pair is read again before the installation is given up")
    void a_dead_refresh_token_means_installing_again(String code) {
        oauth.says(Said.error(400, code));
        assertThat(answer("crm.item.get")).isEqualTo(notInstalled());
        assertThat(answer("crm.item.get")).isInstanceOf(Answer.NotAsked.class);
        assertThat(oauth.asked()).as("for an hour nobody asks again").hasSize(1);

        clock.advance(Duration.ofHours(1));
        onlyTakes("access-new");
        oauth.says(_ -> {
            install("access-new", "refresh-new");
            return Said.error(400, code);
        });
        assertThat(answer("crm.item.get")).isInstanceOf(Answer.Result.class);
    }

    @ParameterizedTest
    @CsvSource({
        "403, PAYMENT_REQUIRED, NOT_IN_PLAN, CRM_ACCESS_REFUSED",
        "401, invalid_client, NO_SECRET, CRM_ACCESS_REFUSED",
        "401, wrong_client, NO_SECRET, CRM_ACCESS_REFUSED",
        "401, whatever, NO_SECRET, CRM_ACCESS_REFUSED",
        "403, insufficient_scope, INSUFFICIENT_SCOPE, CRM_ACCESS_REFUSED",
        "400, invalid_scope, INSUFFICIENT_SCOPE, CRM_ACCESS_REFUSED",
        "404, whatever, PORTAL_GONE, CRM_ADDRESS_WRONG",
        "400, whatever, NOT_INSTALLED, CRM_APPLICATION_NOT_INSTALLED"
    })
    void each_refusal_of_the_authorisation_server_is_told_apart(int status, String code, Refusal why, Delay delay) {
        oauth.says(Said.error(status, code));

        assertThat(answer("crm.item.get")).isEqualTo(new Answer.Refused(why, later(Duration.ofHours(1), delay)));
        assertThat(stored("demo")).isEqualTo(new Tokens("access-1", "refresh-1"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 302, 200})
    void a_page_instead_of_tokens_is_unclear_and_tried_again_when_the_claim_ends(int status) {
        oauth.says(Said.html(status));
        assertThat(answer("crm.item.get")).isEqualTo(unclear());
        assertThat(answer("crm.item.get")).isEqualTo(new Answer.NotAsked(later(CLAIM, Delay.CRM_TOKENS_BEING_RENEWED)));

        clock.advance(CLAIM);
        oauth.says(pair("access-2", "refresh-2", MEMBER));
        assertThat(answer("crm.item.get")).isInstanceOf(Answer.Result.class);
        assertThat(oauth.asked()).hasSize(2);
    }

    @Test
    @DisplayName(
            "the answer to a renewal is lost: the same refresh token is tried once more, and then it is known to be dead")
    void a_lost_answer_is_asked_for_once_more() {
        oauth.says(Said.hangUp());
        assertThat(answer("crm.item.get")).isEqualTo(unclear());

        clock.advance(CLAIM);
        oauth.says(Said.error(400, "invalid_grant"));
        assertThat(answer("crm.item.get")).isEqualTo(notInstalled());
        assertThat(oauth.asked())
                .hasSize(2)
                .allSatisfy(asked -> assertThat(asked.query()).contains("refresh_token=refresh-1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "{\"access_token\":\"a\",\"member_id\":\"d897063e1ce7c5eb9f04b9751eef5915\"}",
                "{\"refresh_token\":\"a\",\"member_id\":\"d897063e1ce7c5eb9f04b9751eef5915\"}",
                "{\"access_token\":\"a\\nb\",\"refresh_token\":\"c\",\"member_id\":\"d897063e1ce7c5eb9f04b9751eef5915\"}",
                "{\"access_token\":null,\"refresh_token\":\"\",\"member_id\":\"d897063e1ce7c5eb9f04b9751eef5915\"}"
            })
    void half_a_pair_is_no_pair(String answer) {
        oauth.says(Said.json(200, answer));

        assertThat(answer("crm.item.get")).isEqualTo(unclear());
        assertThat(stored("demo")).isEqualTo(new Tokens("access-1", "refresh-1"));
    }

    @Test
    void tokens_of_another_portal_are_refused() {
        oauth.says(pair("access-2", "refresh-2", "0123456789abcdef0123456789abcdef"));

        assertThat(answer("crm.item.get")).isEqualTo(notInstalled());
        assertThat(stored("demo")).isEqualTo(new Tokens("access-1", "refresh-1"));
        assertThat(portal.asked()).hasSize(1);
    }

    @Test
    @DisplayName("bitrix24.md §0.10: only the vendor's servers are asked")
    void a_server_that_is_none_of_the_vendors_gets_no_secret() {
        try (PortalStub thief = PortalStub.start()) {
            install("demo", MEMBER, new Tokens("access-1", "refresh-1"), thief.address());

            assertThat(answer("crm.item.get"))
                    .isEqualTo(new Answer.Refused(
                            Refusal.ADDRESS_WRONG, later(Duration.ofHours(1), Delay.CRM_ADDRESS_WRONG)));
            assertThat(thief.asked()).isEmpty();
        }
    }

    @Test
    @DisplayName("bitrix24.md §1.4 is for portals: the authorisation server's redirect is not followed")
    void a_redirect_of_the_authorisation_server_is_not_followed() {
        try (PortalStub thief = PortalStub.start()) {
            URI there = thief.address().resolve("/oauth/token/");
            oauth.says(Said.redirect(302, there.toString()));

            assertThat(answer("crm.item.get")).isEqualTo(unclear());
            assertThat(thief.asked()).isEmpty();
        }
    }

    @Test
    void a_write_is_repeated_after_a_renewal_because_the_portal_has_refused_it_before_doing_anything() {
        assertThat(answer("crm.item.add")).isInstanceOf(Answer.Result.class);
        assertThat(portal.asked()).hasSize(2);
    }
}
