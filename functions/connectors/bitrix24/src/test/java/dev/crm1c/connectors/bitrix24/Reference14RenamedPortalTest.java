package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.connectors.bitrix24.PortalStub.Asked;
import dev.crm1c.connectors.bitrix24.PortalStub.Said;
import dev.crm1c.model.outbound.AddressRule;
import dev.crm1c.model.portal.PortalFacts;
import dev.crm1c.model.portal.Whereabouts;
import dev.crm1c.model.sync.Delay;
import io.quarkus.test.junit.QuarkusTest;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** bitrix24.md §1.4. */
@QuarkusTest
class Reference14RenamedPortalTest extends CallingAPortal {
    private PortalStub renamed;

    @BeforeEach
    void rename() {
        renamed = PortalStub.start();
        portal.says(asked -> Said.redirect(302, renamed.address() + asked.path()));
    }

    @AfterEach
    void stopRenamed() {
        renamed.close();
    }

    private Answer addressWrong() {
        return new Answer.Refused(Refusal.ADDRESS_WRONG, later(Duration.ofHours(1), Delay.CRM_ADDRESS_WRONG));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    @DisplayName("the POST is repeated with its body at the new address, which is remembered")
    void a_renamed_portal_is_followed(int status) {
        portal.says(asked -> Said.redirect(status, renamed.address() + asked.path()));

        assertThat(got(client.call(tenant(), "crm.item.add", none().put("id", 7)))
                        .asBoolean())
                .isTrue();

        assertThat(renamed.asked())
                .singleElement()
                .extracting(Asked::path, Asked::text)
                .containsExactly("/rest/1/canarysecret0123456789/crm.item.add", "{\"id\":7}");
        assertThat(portals.find(tenant().id()).whereabouts())
                .isEqualTo(new Whereabouts.Moved(portal.address(), renamed.address()));
        assertThat(budget.taken)
                .extracting(RecordingBudget.Taken::portal)
                .containsExactly(
                        portal.address().getAuthority(), renamed.address().getAuthority());
    }

    @Test
    void the_next_call_goes_straight_to_the_new_address() {
        answer("crm.item.get");
        answer("crm.item.get");

        assertThat(portal.asked()).hasSize(1);
        assertThat(renamed.asked()).hasSize(2);
    }

    @Test
    void a_portal_that_is_renamed_twice_is_found_from_the_address_in_the_file() {
        answer("crm.item.get");
        try (PortalStub third = PortalStub.start()) {
            renamed.says(asked -> Said.redirect(302, third.address() + asked.path()));

            assertThat(answer("crm.item.get")).isInstanceOf(Answer.Result.class);
            assertThat(portals.find(tenant().id()).whereabouts())
                    .isEqualTo(new Whereabouts.Moved(portal.address(), third.address()));
        }
    }

    @Test
    void one_hop_is_followed_and_no_more() {
        renamed.says(asked -> Said.redirect(302, portal.address() + asked.path()));

        assertThat(answer("crm.item.get")).isEqualTo(addressWrong());
        assertThat(portal.asked()).hasSize(1);
        assertThat(renamed.asked()).hasSize(1);
        assertThat(portals.find(tenant().id())).isEqualTo(PortalFacts.NOTHING_KNOWN);
    }

    @Test
    void a_place_where_no_portal_answers_is_not_remembered() {
        renamed.says(Said.html(200));

        assertThat(answer("crm.item.get")).isInstanceOf(Answer.Refused.class);
        assertThat(portals.find(tenant().id())).isEqualTo(PortalFacts.NOTHING_KNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/login", "not a uri \\", "http://127.0.0.1:1/login", "?auth=1", "//"})
    void a_redirect_to_anything_but_the_same_call_elsewhere_is_not_followed(String location) {
        portal.says(Said.redirect(302, location));

        assertThat(answer("crm.item.get")).isEqualTo(addressWrong());
        assertThat(portal.asked()).hasSize(1);
    }

    @Test
    void a_redirect_into_our_own_network_is_not_followed() {
        portal.says(asked -> Said.redirect(302, "http://169.254.169.254" + asked.path()));

        assertThat(answer("crm.item.get")).isEqualTo(addressWrong());
    }

    @Test
    void see_other_says_that_the_call_was_done_and_is_no_rename() {
        portal.says(asked -> Said.redirect(303, renamed.address() + asked.path()));

        assertThat(answer("crm.item.get")).isEqualTo(addressWrong());
        assertThat(renamed.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://new.example/rest/crm.item.get, https://new.example",
        "https://new.example:8443/rest/crm.item.get, https://new.example:8443",
        "http://new.example/rest/crm.item.get, ''",
        "https://old.example/rest/crm.item.get, ''",
        "https://OLD.example/rest/crm.item.get, ''",
        "https://new.example/rest/crm.item.list, ''",
        "https://u:p@new.example/rest/crm.item.get, ''"
    })
    @DisplayName("https is not given up, and a redirect to where we are leads nowhere")
    void only_a_safer_or_equal_place_is_gone_to(String location, String expected) throws Exception {
        var publicAddress = InetAddress.getByAddress(new byte[] {8, 8, 8, 8});
        var redirects = new Redirects(new AddressRule(List.of(), _ -> new InetAddress[] {publicAddress}));

        assertThat(redirects
                        .newPortal(
                                URI.create("https://old.example/rest/crm.item.get"), new Heard.Redirect(302, location))
                        .map(URI::toString)
                        .orElse(""))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("a renamed portal and an expired token in one call")
    void a_move_and_a_renewal_may_both_happen_in_one_call() {
        install("access-1", "refresh-1");
        oauth.says(pair("access-2", "refresh-2", MEMBER));
        renamed.says(asked ->
                asked.json().path("auth").asText().equals("access-2") ? Said.json(200, "{\"result\":true}") : EXPIRED);

        assertThat(answer("crm.item.get")).isInstanceOf(Answer.Result.class);
        assertThat(portal.asked()).hasSize(1);
        assertThat(renamed.asked()).hasSize(2);
    }
}
