package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.port.CrmApplication.Doubt;
import dev.crm1c.model.port.CrmApplication.Visit;
import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.portal.Sealed;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.WebhookDoor;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@DisplayName("bitrix24.md §3.2: a visit of our tab in a deal")
class VisitTest extends AgainstVendorAndPortal {
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
                .replace("https%3A%2F%2Foauth.bitrix24.tech", vendor.address().toString());
    }

    private Visit visit(String body) {
        return application.visit(tenant(), installed, FORM, bytes(body));
    }

    @Test
    void of_whoever_may_see_the_deal_is_let_in() throws IOException {
        assertThat(visit(body())).isEqualTo(new Visit.Proved(new CrmRef(CrmKind.DEAL, "8061")));
        assertThat(vendor.asked()).containsExactly("/rest/app.info?auth=ACCESS-TOKEN-PLACEHOLDER {}");
        assertThat(portal.asked())
                .containsExactly(
                        "/rest/crm.item.get {\"entityTypeId\":\"2\",\"id\":\"8061\",\"auth\":\"ACCESS-TOKEN-PLACEHOLDER\"}");
    }

    @Test
    void with_another_application_token_is_refused_unasked() throws IOException {
        assertThat(visit(body().replace("APPLICATION-TOKEN-PLACEHOLDER", "another")))
                .isEqualTo(new Visit.Disproved(Doubt.WRONG_TOKEN));
        assertThat(vendor.asked()).isEmpty();
    }

    @Test
    void from_another_portal_is_refused_unasked() throws IOException {
        assertThat(visit(body().replace("MEMBER-ID-PLACEHOLDER", "another")))
                .isEqualTo(new Visit.Disproved(Doubt.MEMBER_UNKNOWN));
        assertThat(vendor.asked()).isEmpty();
    }

    @Test
    void that_names_a_server_of_its_own_is_refused_unasked() throws IOException {
        assertThat(visit(body().replace(vendor.address().toString(), "https://evil.example")))
                .isEqualTo(new Visit.Disproved(Doubt.SERVER_NOT_THE_VENDORS));
        assertThat(portal.asked()).isEmpty();
    }

    @Test
    void with_a_token_of_another_application_is_refused() throws IOException {
        vendor.answers("app.info", appInfo("local.another", "ru_std", "null"));

        assertThat(visit(body())).isEqualTo(new Visit.Disproved(Doubt.APPLICATION_FOREIGN));
        assertThat(portal.asked()).isEmpty();
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
        assertThat(vendor.asked()).isEmpty();
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
