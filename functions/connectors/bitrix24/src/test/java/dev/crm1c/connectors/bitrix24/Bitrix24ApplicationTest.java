package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.connectors.bitrix24.Surroundings.SwitchedBudget;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.InMemoryPortals;
import dev.crm1c.model.outbound.AddressRule;
import dev.crm1c.model.port.CrmApplication;
import dev.crm1c.model.port.CrmApplication.Doubt;
import dev.crm1c.model.port.CrmApplication.Face;
import dev.crm1c.model.port.CrmApplication.Installation;
import dev.crm1c.model.port.CrmApplication.Visit;
import dev.crm1c.model.port.RequestBudget.Grant;
import dev.crm1c.model.port.Secrets;
import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.portal.Pace;
import dev.crm1c.model.portal.Sealed;
import dev.crm1c.model.portal.Whereabouts;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.CrmConnection;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.SecretName;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Tenant.UnknownItems;
import dev.crm1c.model.tenant.WebhookDoor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("bitrix24.md §1.2, §2.4, §3.2: what comes to our application's own addresses")
class Bitrix24ApplicationTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MEMBER = "a223c6b3710f85df22e9377d6c4f7553";
    private static final String APP_INFO =
            "{\"result\":{\"ID\":5,\"CODE\":\"%s\",\"STATUS\":\"L\",\"INSTALLED\":false,\"LICENSE\":\"%s\",\"LICENSE_FAMILY\":%s}}";
    private static final String ADMINISTRATOR = "{\"result\":{\"ID\":\"1\",\"ADMIN\":true,\"NAME\":\"Вадим\"}}";

    @RestClient
    Bitrix24Api api;

    @Inject
    SwitchedBudget budget;

    @Inject
    AddressRule addresses;

    @Inject
    Secrets secrets;

    @Inject
    TokenSeal seal;

    @Inject
    Clock clock;

    private final InMemoryPortals portals = new InMemoryPortals();
    private StubRest vendor;
    private StubRest portal;
    private CrmApplication application;

    @BeforeEach
    void start() {
        vendor = new StubRest().answers("app.info", appInfo(Surroundings.CLIENT_ID, "ru_std", "\"std\""));
        portal = new StubRest().answers("profile", ADMINISTRATOR);
        var tokens = new BroughtToken(api, budget, addresses, portals);
        var servers = new OAuthServers(List.of(vendor.address().toString()));
        application =
                new Bitrix24Application(secrets, new ApplicationInfo(servers, tokens), tokens, seal, portals, clock);
        budget.next = new Grant.Granted();
    }

    @AfterEach
    void stop() {
        vendor.close();
        portal.close();
    }

    private static String appInfo(String code, String license, String family) {
        return APP_INFO.formatted(code, license, family);
    }

    private Tenant tenant() {
        return tenant("demo/application", Set.of());
    }

    private Tenant tenant(String secret, Set<String> memberIds) {
        Tenant demo = DemoTenant.of("bitrix24", UnknownItems.DESCRIBE);
        return new Tenant(
                demo.id(),
                new CrmConnection(demo.crm().system(), portal.address(), new SecretName(secret), memberIds, Map.of()),
                demo.onec(),
                demo.scenarios(),
                demo.unknownItems(),
                demo.lanes());
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    @Nested
    class AnInstallation {
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
            assertThat(vendor.asked).containsExactly("/rest/app.info?auth=access-1 {}");
            assertThat(portal.asked).containsExactly("/rest/profile {\"auth\":\"access-1\"}");
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
            assertThat(vendor.asked).isEmpty();
            assertThat(portal.asked).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"local.another", "telefum24.kp10", "", "local.66f1a2b3c4d5e6.123456789"})
        void a_token_of_another_application_is_refused(String code) {
            vendor.answers("app.info", appInfo(code, "ru_std", "null"));

            assertThat(install(tenant(), event())).isEqualTo(new Installation.Disproved(Doubt.APPLICATION_FOREIGN));
            assertThat(portal.asked).isEmpty();
        }

        @Test
        void a_token_that_the_vendor_does_not_know_is_refused() {
            vendor.answers(
                    "app.info",
                    401,
                    "{\"error\":\"NO_AUTH_FOUND\",\"error_description\":\"Wrong authorization data\"}");

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
            assertThat(vendor.asked).isEmpty();
        }

        @Test
        void a_portal_that_the_file_names_by_its_id_may_say_another_address_but_is_asked_at_the_known_one() {
            String body = eventFrom(vendor.address() + "/rest/", "https://renamed.example/rest/");

            assertThat(install(tenant("demo/application", Set.of(MEMBER)), body))
                    .isInstanceOf(Installation.Proved.class);
            assertThat(portal.asked).hasSize(1);
        }

        @Test
        void an_id_that_the_file_does_not_name_is_refused() {
            assertThat(install(tenant("demo/application", Set.of("another")), event()))
                    .isEqualTo(new Installation.Disproved(Doubt.MEMBER_UNKNOWN));
            assertThat(vendor.asked).isEmpty();
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
                            Map.of()),
                    tenant().onec(),
                    List.of(),
                    UnknownItems.DESCRIBE,
                    1);
            portals.moved(moved.id(), new Whereabouts.Moved(moved.crm().address(), portal.address()));

            assertThat(install(moved, event())).isInstanceOf(Installation.Proved.class);
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
            assertThat(portal.asked).isEmpty();
        }

        @Test
        void a_tenant_that_works_by_a_webhook_expects_no_application() {
            assertThat(install(tenant("demo/crm", Set.of()), event()))
                    .isEqualTo(new Installation.Disproved(Doubt.NO_APPLICATION_EXPECTED));
            assertThat(vendor.asked).isEmpty();
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
            assertThat(vendor.asked).isEmpty();
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

    @Nested
    class AVisit {
        private final InstalledApplication installed = new InstalledApplication(
                "MEMBER-ID-PLACEHOLDER",
                WebhookDoor.digestOf(new Secret("APPLICATION-TOKEN-PLACEHOLDER")),
                URI.create("https://oauth.bitrix24.tech"),
                new Sealed("sealed"),
                1,
                Surroundings.NOW);

        @BeforeEach
        void showTheDeal() {
            portal.answers("crm.item.get", "{\"result\":{\"item\":{\"id\":8061,\"title\":\"Сделка\"}}}");
        }

        /** The recorded one, with our vendor in place of the real one. */
        private String body() throws IOException {
            String recorded = Files.readString(
                    Path.of("src/test/resources/samples/incoming/composed-placement-CRM_DEAL_DETAIL_TAB.http"));
            return recorded.substring(recorded.indexOf("AUTH_ID"))
                    .strip()
                    .replace(
                            "https%3A%2F%2Foauth.bitrix24.tech",
                            vendor.address().toString());
        }

        private Visit visit(String body) {
            return application.visit(tenant(), installed, FORM, bytes(body));
        }

        @Test
        void of_whoever_may_see_the_deal_is_let_in() throws IOException {
            assertThat(visit(body())).isEqualTo(new Visit.Proved(new CrmRef(CrmKind.DEAL, "8061")));
            assertThat(vendor.asked).containsExactly("/rest/app.info?auth=ACCESS-TOKEN-PLACEHOLDER {}");
            assertThat(portal.asked)
                    .containsExactly(
                            "/rest/crm.item.get {\"entityTypeId\":\"2\",\"id\":\"8061\",\"auth\":\"ACCESS-TOKEN-PLACEHOLDER\"}");
        }

        @Test
        void with_another_application_token_is_refused_unasked() throws IOException {
            assertThat(visit(body().replace("APPLICATION-TOKEN-PLACEHOLDER", "another")))
                    .isEqualTo(new Visit.Disproved(Doubt.WRONG_TOKEN));
            assertThat(vendor.asked).isEmpty();
        }

        @Test
        void from_another_portal_is_refused_unasked() throws IOException {
            assertThat(visit(body().replace("MEMBER-ID-PLACEHOLDER", "another")))
                    .isEqualTo(new Visit.Disproved(Doubt.MEMBER_UNKNOWN));
            assertThat(vendor.asked).isEmpty();
        }

        @Test
        void that_names_a_server_of_its_own_is_refused_unasked() throws IOException {
            assertThat(visit(body().replace(vendor.address().toString(), "https://evil.example")))
                    .isEqualTo(new Visit.Disproved(Doubt.SERVER_NOT_THE_VENDORS));
            assertThat(portal.asked).isEmpty();
        }

        @Test
        void with_a_token_of_another_application_is_refused() throws IOException {
            vendor.answers("app.info", appInfo("local.another", "ru_std", "null"));

            assertThat(visit(body())).isEqualTo(new Visit.Disproved(Doubt.APPLICATION_FOREIGN));
            assertThat(portal.asked).isEmpty();
        }

        @Test
        void with_a_token_of_another_portal_is_refused() throws IOException {
            portal.answers("crm.item.get", 401, "{\"error\":\"NO_AUTH_FOUND\",\"error_description\":\"…\"}");

            assertThat(visit(body())).isEqualTo(new Visit.Disproved(Doubt.PORTAL_FOREIGN));
        }

        @ParameterizedTest
        @CsvSource({"400, NOT_FOUND", "400, ACCESS_DENIED", "403, allowed_only_intranet_user", "404, NOT_FOUND"})
        void of_whoever_may_not_see_the_deal_ends_there(int status, String error) throws IOException {
            portal.answers("crm.item.get", status, "{\"error\":\"" + error + "\",\"error_description\":\"…\"}");

            assertThat(visit(body())).isEqualTo(new Visit.NoRights());
        }

        @Test
        void proves_nothing_when_the_portal_or_the_vendor_is_silent() throws IOException {
            portal.answersHtml("crm.item.get", 502);
            assertThat(visit(body())).isEqualTo(new Visit.Unproved());

            portal.answers("crm.item.get", "{\"result\":{\"item\":{\"id\":9}}}");
            assertThat(visit(body())).isEqualTo(new Visit.Unproved());

            vendor.answersHtml("app.info", 200);
            assertThat(visit(body())).isEqualTo(new Visit.Unproved());
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "{",
                    "[]",
                    "{\"ID\":\"0\"}",
                    "{\"ID\":[8061]}",
                    "{\"ID\":\"8061 or 1\"}",
                    "{\"ID\":-5}",
                    "null"
                })
        void without_a_deals_number_is_not_understood(String options) throws IOException {
            assertThat(visit(body().replaceFirst("PLACEMENT_OPTIONS=.*", "PLACEMENT_OPTIONS=" + options)))
                    .isInstanceOf(Visit.NotUnderstood.class);
            assertThat(vendor.asked).isEmpty();
        }

        @Test
        void of_another_place_is_not_understood() throws IOException {
            assertThat(visit(body().replace("CRM_DEAL_DETAIL_TAB", "CRM_LEAD_DETAIL_TAB")))
                    .isInstanceOf(Visit.NotUnderstood.class);
        }

        @Test
        void with_options_of_the_deepest_brackets_is_not_understood() throws IOException {
            assertThat(visit(body().replaceFirst("PLACEMENT_OPTIONS=.*", "PLACEMENT_OPTIONS=" + "[".repeat(60_000))))
                    .isInstanceOf(Visit.NotUnderstood.class);
        }
    }
}
