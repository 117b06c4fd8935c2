package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.simulators.bitrix24.app.ApplicationCard;
import dev.crm1c.simulators.bitrix24.limit.Plan.Feature;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §1, §7.2: who may call what; a renamed portal")
class AccessTest extends WithApplication {

    @Test
    @DisplayName("§1.1 what needs an application's context is WRONG_AUTH_TYPE through a webhook and works with a token")
    void contexts() throws Exception {
        for (String method : new String[] {
            "event.get", "events", "event.offline.list", "placement.get", "bizproc.robot.list", "placement.list"
        }) {
            assertThat(code(rest.get(method))).as(method).isEqualTo("403 WRONG_AUTH_TYPE");
            assertThat(app(method, "{}").status()).as(method).isEqualTo(200);
        }
    }

    @Test
    @DisplayName("§1.3 a scope that the application lacks is 403 insufficient_scope")
    void scopes() throws Exception {
        try (Handler other = new Handler(200)) {
            portal.applications().install(ApplicationCard.apiOnly("narrow", other.address(), "user_brief"));
            quiet();
            String token = other.calls().getFirst().fields().get("auth[access_token]");
            assertThat(code(appAs(token, "crm.deal.list", "{}"))).isEqualTo("403 insufficient_scope");
            assertThat(code(appAs(token, "placement.list", "{}"))).isEqualTo("403 insufficient_scope");
            assertThat(appAs(token, "scope", "{}").result().toString()).isEqualTo("[\"user_brief\"]");
        }
    }

    @Test
    @DisplayName("§1.1 without a paid plan nobody gets in, by webhook or by token")
    void plan() throws Exception {
        portal.plan().endRest();
        assertThat(rest.get("profile").text()).contains("REST API is available only on commercial plans");
        assertThat(code(app("profile", "{}"))).isEqualTo("403 ACCESS_DENIED");
        portal.plan().renewRest();
        assertThat(rest.get("profile").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("§4.2 the webhook of somebody who was dismissed is refused, and so is a token of theirs")
    void dismissed() throws Exception {
        portal.users().dismiss(1);
        assertThat(code(rest.get("profile"))).isEqualTo("403 INVALID_CREDENTIALS");
        assertThat(code(app("profile", "{}"))).isEqualTo("403 user_access_error");
    }

    @Test
    @DisplayName("§1.1 a webhook may end on a date, then it is like a wrong one")
    void webhookEnds() throws Exception {
        portal.incoming().end("simulatedsecret0", NOON.plusSeconds(60));
        assertThat(rest.get("profile").status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(60));
        assertThat(code(rest.get("profile"))).isEqualTo("401 NO_AUTH_FOUND");
    }

    @Test
    @DisplayName("§1.1 without rights in CRM: a code from the new methods, a text alone from the old ones")
    void crmRights() throws Exception {
        portal.users().takeCrmFrom(5);
        assertThat(code(appAs(tokenOf(5), "crm.item.list", "{'entityTypeId':2}")))
                .isEqualTo("400 ACCESS_DENIED");
        Probe.Seen old = appAs(tokenOf(5), "crm.deal.list", "{}");
        assertThat(old.text()).isEqualTo("{\"error\":\"\",\"error_description\":\"Access denied.\"}");
        assertThat(appAs(tokenOf(5), "profile", "{}").result().path("ADMIN").asBoolean())
                .isFalse();
    }

    @Test
    @DisplayName("§2.6 feature.get tells of the plan; §4.3 Enterprise has the larger bucket")
    void features() throws Exception {
        assertThat(feature("rest_auth_connector")).isEqualTo("Y");
        portal.plan().without(Feature.REST_AUTH_CONNECTOR);
        assertThat(feature("rest_auth_connector")).isEqualTo("N");
        assertThat(feature("rest_offline_extended")).isEqualTo("Y");
        assertThat(feature("nonsense")).isEqualTo("N");
        assertThat(code(app("feature.get", "{}"))).isEqualTo("400 CODE_EMPTY");
        portal.plan().license("ru_ent250");
        for (int i = 0; i < 250; i++) {
            assertThat(rest.get("profile").status()).isEqualTo(200);
        }
        assertThat(rest.get("profile").status()).isEqualTo(503);
    }

    @Test
    @DisplayName("§1.4 a renamed portal answers 302 at its old address and works at the new one, events too")
    void renamed() throws Exception {
        bind("ONCRMDEALADD");
        URI old = portal.address().resolve("rest/crm.item.add?auth=" + token());
        portal.rename("new.example");
        var answer = rest.client()
                .send(
                        HttpRequest.newBuilder(old)
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
        URI target = URI.create(answer.headers().firstValue("Location").orElseThrow());
        assertThat(target.getPort()).isEqualTo(portal.address().getPort()).isNotEqualTo(old.getPort());
        assertThat(code(rest.getAt(target)))
                .as("a client that follows has turned its POST into a GET and lost the fields")
                .isEqualTo("400 100");
        app("crm.item.add", "{'entityTypeId':2,'fields':{'title':'x'}}");
        quiet();
        assertThat(handler.calls().getFirst().fields())
                .containsEntry("auth[domain]", "new.example")
                .containsEntry(
                        "auth[client_endpoint]",
                        portal.address().resolve("rest/").toString())
                .containsEntry("auth[member_id]", "d897063e1ce7c5eb9f04b9751eef5915");
        portal.rename("newest.example");
        assertThat(rest.client()
                        .send(HttpRequest.newBuilder(old).build(), BodyHandlers.ofString())
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .startsWith(portal.address().toString());
    }

    private String feature(String code) throws Exception {
        return app("feature.get", "{'CODE':'" + code + "'}")
                .result()
                .path("value")
                .asText();
    }
}
