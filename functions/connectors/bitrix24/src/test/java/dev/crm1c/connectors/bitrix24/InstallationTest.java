package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.port.CrmApplication.Doubt;
import dev.crm1c.model.port.CrmApplication.Face;
import dev.crm1c.model.port.CrmApplication.Installation;
import dev.crm1c.model.port.RequestBudget.Grant;
import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.portal.Pace;
import dev.crm1c.model.portal.Whereabouts;
import dev.crm1c.model.tenant.CrmConnection;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.WebhookDoor;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("bitrix24.md §1.2, §2.4: an installation of our application")
class InstallationTest extends AgainstVendorAndPortal {
    private String event() {
        return eventFrom(vendor.address() + "/rest/", portal.address() + "/rest/");
    }

    private String eventFrom(String server, String client) {
        return "event=ONAPPINSTALL&data[VERSION]=1&auth[access_token]=access-1&auth[refresh_token]=refresh-1"
                + "&auth[application_token]=sesame&auth[member_id]=" + MEMBER + "&auth[server_endpoint]=" + server
                + "&auth[client_endpoint]=" + client;
    }

    private String page() {
        return "AUTH_ID=access-1&AUTH_EXPIRES=3600&REFRESH_ID=refresh-1&SERVER_ENDPOINT=" + vendor.address()
                + "/rest/&APPLICATION_TOKEN=sesame&member_id=" + MEMBER + "&status=L&PLACEMENT=DEFAULT";
    }

    private Installation install(Tenant tenant, String body) {
        return application.installation(tenant, FORM, bytes(body));
    }

    private Installation.Proved proved(String body) {
        Installation installation = install(tenant(), body);
        assertThat(installation).isInstanceOf(Installation.Proved.class);
        return (Installation.Proved) installation;
    }

    @Test
    void a_genuine_one_is_sealed_and_silent() {
        Installation.Proved proved = proved(event());

        assertThat(proved.face()).isEqualTo(new Face.None());
        assertThat(proved.application())
                .isEqualTo(new InstalledApplication(
                        MEMBER,
                        WebhookDoor.digestOf(new Secret("sesame")),
                        vendor.address(),
                        proved.application().tokens(),
                        0,
                        Surroundings.NOW));
        assertThat(seal.open(proved.application().tokens(), DemoTenant.ID, Surroundings.CLIENT_SECRET))
                .contains(new Tokens("access-1", "refresh-1"));
        assertThat(vendor.asked()).containsExactly("/rest/app.info?auth=access-1 {}");
        assertThat(portal.asked()).containsExactly("/rest/profile {\"auth\":\"access-1\"}");
    }

    @Test
    void one_with_a_page_ends_by_telling_the_portal_so() {
        assertThat(proved(page()).face()).isInstanceOfSatisfying(Face.Page.class, page -> {
            assertThat(page.html()).contains("BX24.installFinish()");
            assertThat(page.policy())
                    .contains("frame-ancestors " + portal.address())
                    .doesNotContain("unsafe");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "ru_ent250, '\"ent\"', true",
        "ru_std, '\"std\"', false",
        "ru_ent250, null, true",
        "ru_enterprising, null, false",
        "ru_ent250, '\"std\"', false"
    })
    @DisplayName("bitrix24.md §1.2, §4.3: the family of the plan sets the pace")
    void the_plan_sets_the_pace(String license, String family, boolean enterprise) {
        vendor.answers("app.info", appInfo(Surroundings.CLIENT_ID, license, family));

        assertThat(proved(event()).pace()).isEqualTo(enterprise ? Pace.ENTERPRISE : Pace.USUAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://oauth.bitrix24.tech.evil.example/rest/",
                "http://user@127.0.0.1/rest/",
                "javascript:alert(1)",
                "%20",
                ""
            })
    void a_server_that_is_not_the_vendors_is_not_even_asked(String server) {
        assertThat(install(tenant(), eventFrom(server, portal.address() + "/rest/")))
                .isEqualTo(new Installation.Disproved(Doubt.SERVER_NOT_THE_VENDORS));
        assertThat(vendor.asked()).isEmpty();
        assertThat(portal.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local.another", "telefum24.kp10", "", "local.66f1a2b3c4d5e6.123456789"})
    void a_token_of_another_application_is_refused(String code) {
        vendor.answers("app.info", appInfo(code, "ru_std", "null"));

        assertThat(install(tenant(), event())).isEqualTo(new Installation.Disproved(Doubt.APPLICATION_FOREIGN));
        assertThat(portal.asked()).isEmpty();
    }

    @Test
    void a_token_that_the_vendor_does_not_know_is_refused() {
        vendor.answers(
                "app.info", 401, "{\"error\":\"NO_AUTH_FOUND\",\"error_description\":\"Wrong authorization data\"}");

        assertThat(install(tenant(), event())).isEqualTo(new Installation.Disproved(Doubt.TOKEN_REFUSED));
    }

    @Test
    void a_silent_vendor_proves_nothing_and_disproves_nothing() {
        vendor.answersHtml("app.info", 502);
        assertThat(install(tenant(), event())).isEqualTo(new Installation.Unproved());

        vendor.answers("app.info", 503, "{\"error\":\"QUERY_LIMIT_EXCEEDED\"}");
        assertThat(install(tenant(), event())).isEqualTo(new Installation.Unproved());

        vendor.close();
        assertThat(install(tenant(), event())).isEqualTo(new Installation.Unproved());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://another.example/rest/", "nonsense", "%5B"})
    void one_from_another_portal_is_refused_unasked(String client) {
        assertThat(install(tenant(), eventFrom(vendor.address() + "/rest/", client)))
                .isEqualTo(new Installation.Disproved(Doubt.PORTAL_FOREIGN));
        assertThat(vendor.asked()).isEmpty();
    }

    @Test
    void a_portal_that_the_file_names_by_its_id_may_say_another_address_but_is_asked_at_the_known_one() {
        String body = eventFrom(vendor.address() + "/rest/", "https://renamed.example/rest/");

        assertThat(install(tenant("demo/application", Set.of(MEMBER)), body)).isInstanceOf(Installation.Proved.class);
        assertThat(portal.asked()).hasSize(1);
    }

    @Test
    void an_id_that_the_file_does_not_name_is_refused() {
        assertThat(install(tenant("demo/application", Set.of("another")), event()))
                .isEqualTo(new Installation.Disproved(Doubt.MEMBER_UNKNOWN));
        assertThat(vendor.asked()).isEmpty();
    }

    @Test
    void a_portal_that_moved_is_asked_where_it_is_now() {
        var moved = new Tenant(
                tenant().id(),
                new CrmConnection(
                        tenant().crm().system(),
                        URI.create("https://before.example"),
                        tenant().crm().secret(),
                        Set.of(),
                        Map.of(),
                        Map.of()),
                tenant().onec(),
                List.of(),
                tenant().terms(),
                1);
        portals.moved(moved.id(), new Whereabouts.Moved(moved.crm().address(), portal.address()));

        assertThat(install(moved, event())).isInstanceOf(Installation.Proved.class);
    }

    @Test
    @DisplayName("bitrix24.md §1.4: the old address redirects, and the known portal alone may say where it went")
    void a_portal_that_was_renamed_a_moment_ago_is_asked_where_its_old_address_says() {
        try (var renamed = new StubRest().answers("profile", ADMINISTRATOR)) {
            portal.redirects("profile", renamed.address() + "/rest/profile");

            assertThat(install(tenant(), event())).isInstanceOf(Installation.Proved.class);
            assertThat(portals.find(DemoTenant.ID).whereabouts())
                    .isEqualTo(new Whereabouts.Moved(portal.address(), renamed.address()));
        }
    }

    @Test
    void a_token_that_the_tenants_portal_does_not_take_is_refused() {
        portal.answers("profile", 401, "{\"error\":\"invalid_token\",\"error_description\":\"…\"}");

        assertThat(install(tenant(), event())).isEqualTo(new Installation.Disproved(Doubt.PORTAL_FOREIGN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"result\":{\"ID\":\"7\",\"ADMIN\":false}}", "{\"result\":{\"ID\":\"7\"}}"})
    void an_employee_cannot_put_his_own_tokens_in_place_of_an_administrators(String profile) {
        portal.answers("profile", profile);

        assertThat(install(tenant(), event())).isEqualTo(new Installation.Disproved(Doubt.NOT_AN_ADMINISTRATOR));
    }

    @Test
    void a_spent_budget_proves_nothing() {
        budget.next = new Grant.ComeBackAt(Instant.MAX);

        assertThat(install(tenant(), event())).isEqualTo(new Installation.Unproved());
        assertThat(portal.asked()).isEmpty();
    }

    @Test
    void a_tenant_that_works_by_a_webhook_expects_no_application() {
        assertThat(install(tenant("demo/crm", Set.of()), event()))
                .isEqualTo(new Installation.Disproved(Doubt.NO_APPLICATION_EXPECTED));
        assertThat(vendor.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth[access_token]",
                "auth[refresh_token]",
                "auth[application_token]",
                "auth[member_id]",
                "event"
            })
    void one_without_what_it_must_have_is_not_understood(String field) {
        String without = event().replace(field + "=", "x=");

        assertThat(install(tenant(), without)).isInstanceOf(Installation.NotUnderstood.class);
        assertThat(vendor.asked()).isEmpty();
    }

    @Test
    void a_token_with_a_line_break_does_not_get_into_the_seal() {
        assertThat(install(tenant(), event().replace("refresh-1", "a%0Ab")))
                .isInstanceOf(Installation.NotUnderstood.class);
    }

    @Test
    void a_body_that_is_no_form_is_not_understood() {
        assertThat(application.installation(tenant(), "application/json", bytes("{}")))
                .isInstanceOf(Installation.NotUnderstood.class);
    }
}
