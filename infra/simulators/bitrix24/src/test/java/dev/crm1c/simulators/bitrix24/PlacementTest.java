package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.app.ApplicationCard;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §3.2: placements")
class PlacementTest extends WithApplication {
    private static final String TAB = "'PLACEMENT':'CRM_DEAL_DETAIL_TAB'";

    @Test
    @DisplayName("§3.2 the tab's form has the documented query and fields, a token of the user who looks")
    void tab() throws Exception {
        place(TAB);
        assertThat(portal.openTab(8061, 12).orElseThrow().status()).isEqualTo(200);
        Handler.Call call = handler.calls().getFirst();
        String[] sample = Probe.text("samples/forms/placement.http").strip().split("\\s*\\n\\s*\\n");
        assertThat(names(URI.create(call.target()).getRawQuery()))
                .isEqualTo(names(sample[0].replaceAll("(?s).*\\?(\\S+) HTTP.*", "$1")));
        assertThat(call.keys()).isEqualTo(names(sample[1]));
        Map<String, String> form = call.fields();
        assertThat(form)
                .containsEntry("APPLICATION_TOKEN", card.applicationToken())
                .containsEntry("AUTH_EXPIRES", "3600")
                .containsEntry(
                        "SERVER_ENDPOINT",
                        portal.oauthAddress().resolve("rest/").toString())
                .containsEntry(
                        "PLACEMENT_OPTIONS",
                        "{\"ID\":\"8061\",\"URI\":\"\\/crm\\/deal\\/details\\/8061\\/"
                                + "?any=details%2F8061%2F&IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER\"}");
        JsonNode who = rest.call(portal.address().resolve("rest/"), form.get("AUTH_ID"), "profile", "{}")
                .result();
        assertThat(who.path("ID").asText()).isEqualTo("12");
        assertThat(rest.call(URI.create(form.get("SERVER_ENDPOINT")), form.get("AUTH_ID"), "app.info", "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("§3.2 the mistake in an argument is an error in the body of a 200")
    void argument() throws Exception {
        Probe.Seen seen = app("placement.bind", "{'HANDLER':'" + handler.address() + "'}");
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text())
                .isEqualTo(Probe.sample("placement.bind").path("errors").path(0).toString());
    }

    @Test
    @DisplayName("§3.2 an unknown place, too many handlers, an employee who is no administrator")
    void refusals() throws Exception {
        assertThat(code(bindPlace("'PLACEMENT':'NOWHERE'"))).isEqualTo("400 ERROR_PLACEMENT_NOT_FOUND");
        place("'PLACEMENT':'CRM_DYNAMIC_128_DETAIL_TAB'");
        portal.applicationHost().allowHandlersOfAPlace(1);
        place(TAB);
        assertThat(code(app("placement.bind", "{" + TAB + ",'HANDLER':'" + handler.address() + "/2'}")))
                .isEqualTo("400 ERROR_PLACEMENT_MAX_COUNT");
        portal.users().demote(5);
        assertThat(code(appAs(tokenOf(5), "placement.bind", "{" + TAB + ",'HANDLER':'" + handler.address() + "'}")))
                .isEqualTo("403 ACCESS_DENIED");
    }

    @Test
    @DisplayName("§3.2 list, get and unbind; what is not bound is not to be seen")
    void unbind() throws Exception {
        assertThat(app("placement.list", "{}").result().toString()).contains("\"CRM_SMART_INVOICE_DETAIL_TAB\"");
        place(TAB);
        assertThat(app("placement.get", "{}").result().path(0).path("handler").asText())
                .isEqualTo(handler.address().toString());
        assertThat(app("placement.unbind", "{" + TAB + "}").result().toString()).isEqualTo("{\"count\":1}");
        assertThat(portal.openTab(1, 1)).isEmpty();
    }

    @Test
    @DisplayName("§1.2 a tab is invisible until the installation is finished")
    void unfinished() throws Exception {
        try (Handler page = new Handler(200)) {
            ApplicationCard pages = ApplicationCard.withInterface("pages", page.address(), "placement");
            portal.applications().install(pages);
            String token = page.calls().getFirst().fields().get("AUTH_ID");
            appAs(token, "placement.bind", "{" + TAB + ",'HANDLER':'" + page.address() + "'}");
            assertThat(portal.openTab(1, 1)).isEmpty();
            portal.applications().finishInstallation(pages.clientId());
            assertThat(portal.openTab(1, 1)).isPresent();
        }
    }

    private void place(String placement) throws Exception {
        Probe.Seen seen = bindPlace(placement);
        assertThat(seen.result().asBoolean()).as(seen.text()).isTrue();
    }

    private Probe.Seen bindPlace(String placement) throws Exception {
        return app("placement.bind", "{" + placement + ",'HANDLER':'" + handler.address() + "','TITLE':'1С'}");
    }

    private static List<String> names(String form) {
        return Arrays.stream(form.split("&"))
                .map(pair -> pair.substring(0, pair.indexOf('=')))
                .toList();
    }
}
