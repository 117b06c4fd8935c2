package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.simulators.bitrix24.app.ApplicationCard;
import dev.crm1c.simulators.bitrix24.app.Applications.Leaving;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §1.2, §2.3: installing, updating and removing an application")
class InstallationTest extends WithApplication {

    @Test
    @DisplayName("§1.2 without pages: ONAPPINSTALL with the documented keys and tokens that work")
    void apiOnly() throws Exception {
        assertThat(List.copyOf(installation.keySet())).isEqualTo(documentedKeys("ONAPPINSTALL"));
        assertThat(installation)
                .containsEntry("data[INSTALLED]", "Y")
                .containsEntry("auth[application_token]", card.applicationToken())
                .containsEntry(
                        "auth[server_endpoint]",
                        portal.oauthAddress().resolve("rest/").toString());
        assertThat(app("app.info", "{}").result().path("INSTALLED").asBoolean()).isTrue();
        assertThat(oauth("grant_type=refresh_token&refresh_token=" + installation.get("auth[refresh_token]"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("§1.2 with pages: the browser opens the install address; no event before installFinish")
    void withInterface() throws Exception {
        try (Handler page = new Handler(200)) {
            ApplicationCard pages = ApplicationCard.withInterface("pages", page.address(), "crm");
            portal.applications().install(pages);
            Map<String, String> form = page.calls().getFirst().fields();
            assertThat(form)
                    .containsKeys("AUTH_ID", "REFRESH_ID", "SERVER_ENDPOINT")
                    .containsEntry("PLACEMENT", "DEFAULT");
            String token = form.get("AUTH_ID");
            assertThat(appAs(token, "app.info", "{}").result().path("INSTALLED").asBoolean())
                    .isFalse();
            appAs(token, "event.bind", "{'event':'ONCRMCOMPANYADD','handler':'" + page.address() + "'}");
            person.company("до");
            quiet();
            assertThat(page.calls()).hasSize(1);
            portal.applications().finishInstallation(pages.clientId());
            person.company("после");
            quiet();
            assertThat(page.about("ONCRMCOMPANYADD")).hasSize(1);
        }
    }

    @Test
    @DisplayName("§2.3 ONAPPUNINSTALL has no tokens; bindings, placements, records and tokens are gone")
    void uninstall() throws Exception {
        bind("ONAPPUNINSTALL");
        bind("ONCRMCOMPANYADD");
        String refresh = installation.get("auth[refresh_token]");
        portal.applications().uninstall(card.clientId(), Leaving.CLEANING_UP);
        person.company("Ромашка");
        quiet();
        assertThat(handler.calls()).hasSize(1);
        assertThat(handler.calls().getFirst().keys()).isEqualTo(documentedKeys("ONAPPUNINSTALL"));
        assertThat(handler.calls().getFirst().fields()).containsEntry("data[CLEAN]", "1");
        assertThat(code(app("profile", "{}"))).isEqualTo("401 NO_AUTH_FOUND");
        assertThat(code(oauth("grant_type=refresh_token&refresh_token=" + refresh)))
                .isEqualTo("400 invalid_grant");
        portal.applications().install(card);
        quiet();
        assertThat(appAs(tokenOf(1), "event.get", "{}").result()).isEmpty();
    }

    @Test
    @DisplayName("§1.2 an update drops bindings and placements and says so with the documented keys")
    void update() throws Exception {
        bind("ONAPPUPDATE");
        bind("ONCRMCOMPANYADD");
        app("placement.bind", "{'PLACEMENT':'CRM_DEAL_DETAIL_TAB','HANDLER':'" + handler.address() + "'}");
        portal.applications().update(card.clientId());
        person.company("Ромашка");
        quiet();
        assertThat(handler.calls()).hasSize(1);
        assertThat(handler.calls().getFirst().keys()).isEqualTo(documentedKeys("ONAPPUPDATE"));
        assertThat(handler.calls().getFirst().fields())
                .containsEntry("data[VERSION]", "2")
                .containsEntry("data[PREVIOUS_VERSION]", "1");
        assertThat(app("event.get", "{}").result()).isEmpty();
        assertThat(app("placement.get", "{}").result()).isEmpty();
        assertThat(app("app.info", "{}").result().path("VERSION").asInt()).isEqualTo(2);
    }
}
