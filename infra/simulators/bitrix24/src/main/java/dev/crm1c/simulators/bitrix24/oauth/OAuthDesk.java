package dev.crm1c.simulators.bitrix24.oauth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.simulators.bitrix24.oauth.Clients.Client;
import dev.crm1c.simulators.bitrix24.rest.Params;
import dev.crm1c.simulators.bitrix24.rest.RestDesk.Reply;
import dev.crm1c.simulators.bitrix24.wire.Json;
import dev.crm1c.simulators.bitrix24.wire.RestError;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code /oauth/token/}: a code or a refresh token for a pair of tokens (bitrix24.md §1.2; data oauth-samples.json). */
public final class OAuthDesk {
    private static final RestError INVALID_REQUEST =
            RestError.of(400, "invalid_request", "The request is missing a required parameter");
    private static final RestError INVALID_CLIENT =
            RestError.of(401, "invalid_client", "The client credentials are invalid");
    private static final RestError INVALID_GRANT = RestError.of(400, "invalid_grant", "Invalid grant");

    private final Clients clients;
    private final TokenOffice office;
    private final Supplier<PortalCard> portal;

    public OAuthDesk(Clients clients, TokenOffice office, Supplier<PortalCard> portal) {
        this.clients = clients;
        this.office = office;
        this.portal = portal;
    }

    public Reply token(Params params) {
        Optional<Client> client = clients.find(params.exact("client_id").asText(""))
                .filter(known ->
                        known.secret().equals(params.exact("client_secret").asText("")));
        if (client.isEmpty()) {
            return Reply.of(INVALID_CLIENT);
        }
        return switch (params.exact("grant_type").asText("")) {
            case "authorization_code" ->
                byCode(client.get(), params.exact("code").asText(""));
            case "refresh_token" ->
                byRefresh(client.get(), params.exact("refresh_token").asText(""));
            default -> Reply.of(INVALID_REQUEST);
        };
    }

    private Reply byCode(Client client, String code) {
        return office.redeem(client.id(), code)
                .map(tokens -> new Reply(200, answer(client, tokens)))
                .orElseGet(() -> Reply.of(INVALID_GRANT));
    }

    /** The samples show two fields more than for a code. */
    private Reply byRefresh(Client client, String refreshToken) {
        return office.refresh(client.id(), refreshToken)
                .map(tokens -> new Reply(
                        200,
                        answer(client, tokens)
                                .put("expires", tokens.accessEnds().getEpochSecond())
                                .put("user_id", tokens.userId())))
                .orElseGet(() -> Reply.of(INVALID_GRANT));
    }

    private ObjectNode answer(Client client, Tokens tokens) {
        PortalCard card = portal.get();
        return Json.object()
                .put("access_token", tokens.access())
                .put("client_endpoint", card.clientEndpoint().toString())
                .put("domain", card.serverDomain())
                .put("expires_in", TokenOffice.ACCESS_LIFE.toSeconds())
                .put("member_id", card.memberId())
                .put("refresh_token", tokens.refresh())
                .put("scope", client.scopeList())
                .put("server_endpoint", card.serverEndpoint().toString())
                .put("status", client.status());
    }
}
