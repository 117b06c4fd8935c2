package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.app.ApplicationCard;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A portal with an application without pages, installed by administrator 1. */
abstract class WithApplication extends WithPortal {
    Handler handler;
    ApplicationCard card;
    Map<String, String> installation;

    @BeforeEach
    void installApplication() throws Exception {
        handler = new Handler(200);
        card = ApplicationCard.apiOnly(
                "exchange", handler.address(), "crm", "bizproc", "placement", "catalog", "user_brief");
        portal.events().parallel(1);
        portal.applications().install(card);
        quiet();
        installation = handler.calls().getFirst().fields();
        handler.forget();
    }

    @AfterEach
    void closeHandler() {
        handler.close();
    }

    String token() {
        return installation.get("auth[access_token]");
    }

    /** A token of another employee. */
    String tokenOf(long userId) {
        return portal.tokens().issue(card.clientId(), userId).access();
    }

    Probe.Seen app(String method, String json) throws Exception {
        return appAs(token(), method, json);
    }

    Probe.Seen appAs(String token, String method, String json) throws Exception {
        return rest.call(portal.address().resolve("rest/"), token, method, json);
    }

    Probe.Seen oauth(String query) throws Exception {
        return rest.getAt(portal.oauthAddress()
                .resolve("oauth/token/?client_id=" + card.clientId() + "&client_secret=" + card.clientSecret() + "&"
                        + query));
    }

    void bind(String event) throws Exception {
        bind(event, "");
    }

    void bind(String event, String more) throws Exception {
        Probe.Seen seen =
                app("event.bind", "{'event':'" + event + "','handler':'" + handler.address() + "'" + more + "}");
        assertThat(seen.result().asBoolean()).as(seen.text()).isTrue();
    }

    void bindOffline(String event, String more) throws Exception {
        Probe.Seen seen = app("event.bind", "{'event':'" + event + "','event_type':'offline'" + more + "}");
        assertThat(seen.result().asBoolean()).as(seen.text()).isTrue();
    }

    void quiet() throws InterruptedException {
        assertThat(portal.events().awaitQuiet(Duration.ofSeconds(10))).isTrue();
    }

    /** The keys of a documented form, without what an event of its own kind has besides. */
    static List<String> documentedKeys(String form) {
        return Arrays.stream(
                        Probe.text("samples/forms/" + form + ".form").strip().split("&"))
                .map(pair -> URLDecoder.decode(pair.substring(0, pair.indexOf('=')), StandardCharsets.UTF_8))
                .toList();
    }

    static String code(Probe.Seen seen) {
        return seen.status() + " " + seen.error();
    }

    static URI endpoint(JsonNode answer, String name) {
        return URI.create(answer.path(name).asText());
    }
}
