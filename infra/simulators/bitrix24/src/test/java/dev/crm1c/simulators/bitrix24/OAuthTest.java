package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.simulators.bitrix24.fault.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §1.2, §7.9: OAuth")
class OAuthTest extends WithApplication {

    @Test
    @DisplayName("§1.2 the browser returns to the card's address with a code, and domain is the portal's there")
    void authorize() throws Exception {
        URI back = authorization("state=s%201");
        assertThat(back.toString()).startsWith(handler.address().resolve("/") + "?code=");
        assertThat(keys(back))
                .isEqualTo(keys(URI.create("x:/?"
                        + Probe.sample("oauth-samples")
                                .path("authorize_return_query")
                                .asText())));
        assertThat(back.getQuery())
                .contains("&state=s+1&domain=portal.example&member_id=d897063e1ce7c5eb9f04b9751eef5915&");
        assertThat(back.getRawQuery()).contains("scope=bizproc%2Ccatalog%2Ccrm%2Cplacement%2Cuser_brief&");
    }

    @Test
    @DisplayName("§1.2 who asks for an unknown application sees an error; the application gets nothing")
    void authorizeUnknown() throws Exception {
        Probe.Seen seen = rest.getAt(portal.address().resolve("oauth/authorize/?client_id=nobody"));
        assertThat(seen.contentType()).startsWith("text/html");
        assertThat(handler.calls()).isEmpty();
    }

    @Test
    @DisplayName("§1.2 a code becomes tokens with the documented keys; domain is the OAuth server's here")
    void code() throws Exception {
        JsonNode answer =
                oauth("grant_type=authorization_code&code=" + freshCode()).body();
        assertThat(Probe.keys(answer))
                .isEqualTo(Probe.keys(Probe.sample("oauth-samples").path("token_response_authorization_code")));
        assertThat(answer.path("domain").asText())
                .isEqualTo(portal.oauthAddress().getAuthority());
        assertThat(answer.path("expires_in").asInt()).isEqualTo(3600);
        assertThat(endpoint(answer, "client_endpoint"))
                .isEqualTo(portal.address().resolve("rest/"));
        assertThat(endpoint(answer, "server_endpoint"))
                .isEqualTo(portal.oauthAddress().resolve("rest/"));
        assertThat(appAs(answer.path("access_token").asText(), "profile", "{}").status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("§7.9 a code lives thirty seconds and is good once")
    void codeOnce() throws Exception {
        String code = freshCode();
        clock.advance(Duration.ofSeconds(29));
        assertThat(oauth("grant_type=authorization_code&code=" + code).status()).isEqualTo(200);
        assertThat(code(oauth("grant_type=authorization_code&code=" + code))).isEqualTo("400 invalid_grant");
        String late = freshCode();
        clock.advance(Duration.ofSeconds(30));
        assertThat(code(oauth("grant_type=authorization_code&code=" + late))).isEqualTo("400 invalid_grant");
    }

    @Test
    @DisplayName("§1.2 a refresh gives a new pair, expires and user_id, and kills the old refresh token at once")
    void rotation() throws Exception {
        JsonNode answer = oauth("grant_type=refresh_token&refresh_token=" + refreshToken())
                .body();
        List<String> documented =
                new ArrayList<>(Probe.keys(Probe.sample("oauth-samples").path("token_response_authorization_code")));
        documented.addAll(Probe.keys(Probe.sample("oauth-samples").path("token_response_refresh_extra_fields")));
        assertThat(Probe.keys(answer)).isEqualTo(documented);
        assertThat(answer.path("expires").asLong()).isEqualTo(NOON.getEpochSecond() + 3600);
        assertThat(answer.path("user_id").asLong()).isEqualTo(1);
        assertThat(answer.path("refresh_token").asText()).isNotEqualTo(refreshToken());
        assertThat(code(oauth("grant_type=refresh_token&refresh_token=" + refreshToken())))
                .isEqualTo("400 invalid_grant");
        assertThat(oauth("grant_type=refresh_token&refresh_token="
                                + answer.path("refresh_token").asText())
                        .status())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("§1.2 a refresh token lives 180 days")
    void refreshLife() throws Exception {
        clock.advance(Duration.ofDays(180).minusSeconds(1));
        JsonNode answer = oauth("grant_type=refresh_token&refresh_token=" + refreshToken())
                .body();
        clock.advance(Duration.ofDays(180));
        assertThat(code(oauth("grant_type=refresh_token&refresh_token="
                        + answer.path("refresh_token").asText())))
                .isEqualTo("400 invalid_grant");
    }

    @Test
    @DisplayName("§1.2 a refresh before the access token has expired is counted: applications are banned for it")
    void needless() throws Exception {
        JsonNode answer = oauth("grant_type=refresh_token&refresh_token=" + refreshToken())
                .body();
        assertThat(portal.tokens().needlessRefreshes()).isEqualTo(1);
        clock.advance(Duration.ofHours(1));
        oauth("grant_type=refresh_token&refresh_token="
                + answer.path("refresh_token").asText());
        assertThat(portal.tokens().needlessRefreshes()).isEqualTo(1);
    }

    @Test
    @DisplayName("§1.2 wrong secret, unknown client, no grant type; the journal keeps no secrets")
    void refusals() throws Exception {
        URI token = portal.oauthAddress().resolve("oauth/token/");
        assertThat(code(rest.getAt(token.resolve("?grant_type=refresh_token&client_id=" + card.clientId()
                        + "&client_secret=wrong&refresh_token=" + refreshToken()))))
                .isEqualTo("401 invalid_client");
        assertThat(code(rest.getAt(token.resolve("?grant_type=refresh_token&client_id=nobody"))))
                .isEqualTo("401 invalid_client");
        assertThat(code(oauth("x=1"))).isEqualTo("400 invalid_request");
        assertThat(portal.oauthRequests())
                .extracting(request -> request.error())
                .containsExactly("invalid_client", "invalid_client", "invalid_request");
        assertThat(portal.oauthRequests().toString()).doesNotContain(refreshToken(), card.clientSecret(), "wrong");
    }

    @Test
    @DisplayName("§1.2 PAYMENT_REQUIRED, 404 for a portal that is gone, 5xx: the refresh token is not spent")
    void faults() throws Exception {
        portal.oauthFaults().on("refresh_token").next(1, Fault.paymentRequired());
        portal.oauthFaults().on("refresh_token").next(1, Fault.portalGone());
        portal.oauthFaults().on("refresh_token").next(1, Fault.badGatewayPage());
        String query = "grant_type=refresh_token&refresh_token=" + refreshToken();
        assertThat(oauth(query).error()).isEqualTo("PAYMENT_REQUIRED");
        assertThat(oauth(query).status()).isEqualTo(404);
        assertThat(oauth(query).status()).isEqualTo(502);
        assertThat(oauth(query).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("§1.2 an answer that is lost after the rotation leaves the caller with a dead token")
    void lostRotation() throws Exception {
        portal.oauthFaults().on("refresh_token").next(1, Fault.committedThenLost());
        String query = "grant_type=refresh_token&refresh_token=" + refreshToken();
        // By POST: of a GET whose connection breaks Java's client makes a second one, unasked.
        HttpRequest post = HttpRequest.newBuilder(portal.oauthAddress().resolve("oauth/token/"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        query + "&client_id=" + card.clientId() + "&client_secret=" + card.clientSecret()))
                .build();
        assertThatThrownBy(() -> rest.client().send(post, BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
        assertThat(code(oauth(query))).isEqualTo("400 invalid_grant");
    }

    @Test
    @DisplayName("§7.2 an access token is over after an hour: 401 with the documented text; an unknown one is 401 too")
    void expired() throws Exception {
        clock.advance(Duration.ofSeconds(3599));
        assertThat(app("profile", "{}").status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        Probe.Seen seen = app("profile", "{}");
        assertThat(seen.status()).isEqualTo(401);
        assertThat(seen.text())
                .isEqualTo("{\"error\":\"expired_token\",\"error_description\":"
                        + "\"The access token provided has expired.\"}");
        assertThat(code(appAs("nonsense", "profile", "{}"))).isEqualTo("401 NO_AUTH_FOUND");
    }

    @Test
    @DisplayName("§4.1 the token stands in JSON, form or query; a header is not looked at; the journal never has it")
    void tokenPlaces() throws Exception {
        URI profile = portal.address().resolve("rest/profile");
        assertThat(rest.getAt(URI.create(profile + "?auth=" + token())).status())
                .isEqualTo(200);
        HttpRequest form = HttpRequest.newBuilder(profile)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("auth=" + token()))
                .build();
        assertThat(rest.client().send(form, BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        HttpRequest header = HttpRequest.newBuilder(profile)
                .header("Authorization", "Bearer " + token())
                .build();
        assertThat(rest.client().send(header, BodyHandlers.ofString()).statusCode())
                .isEqualTo(401);
        assertThat(portal.requests().toString()).doesNotContain(token());
    }

    @Test
    @DisplayName("§1.2 app.info is answered below server_endpoint, with the plan's licence, and to no webhook")
    void info() throws Exception {
        portal.plan().license("ru_ent250");
        JsonNode info = rest.call(portal.oauthAddress().resolve("rest/"), token(), "app.info", "{}")
                .result();
        assertThat(Probe.keys(info))
                .isEqualTo(Probe.keys(Probe.answerSample("app.info").path("result")));
        assertThat(info.path("LICENSE").asText()).isEqualTo("ru_ent250");
        assertThat(info.path("LICENSE_FAMILY").asText()).isEqualTo("ent");
        assertThat(info.path("INSTALLED").asBoolean()).isTrue();
        assertThat(code(rest.call(portal.oauthAddress().resolve("rest/"), token(), "crm.deal.list", "{}")))
                .isEqualTo("404 ERROR_METHOD_NOT_FOUND");
        assertThat(code(rest.get("app.info"))).isEqualTo("403 ACCESS_DENIED");
    }

    private String refreshToken() {
        return installation.get("auth[refresh_token]");
    }

    private String freshCode() throws Exception {
        return authorization("state=x").getQuery().replaceAll("^code=(\\w+)&.*", "$1");
    }

    private URI authorization(String more) throws Exception {
        URI address = portal.address().resolve("oauth/authorize/?client_id=" + card.clientId() + "&" + more);
        var answer = rest.client().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private static List<String> keys(URI address) {
        return List.of(address.getRawQuery().split("&")).stream()
                .map(pair -> pair.substring(0, pair.indexOf('=')))
                .toList();
    }
}
