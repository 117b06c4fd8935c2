package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;
import dev.crm1c.connectors.bitrix24.BroughtToken.Word;
import dev.crm1c.model.port.CrmApplication.Doubt;
import dev.crm1c.model.portal.Pace;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/**
 * Asks the vendor whose application an access token belongs to. The application is named by its CODE, which for a local application is its client
 * id; such an application is on one portal only, so its tokens are that portal's. An application from the Marketplace has another CODE and is
 * refused. Source: reference "bitrix24", 1.2, 2.4.
 */
@ApplicationScoped
class ApplicationInfo {
    private final OAuthServers servers;
    private final BroughtToken tokens;

    ApplicationInfo(OAuthServers servers, BroughtToken tokens) {
        this.servers = servers;
        this.tokens = tokens;
    }

    sealed interface Ownership {
        record Ours(URI server, Pace pace) implements Ownership {}

        record NotOurs(Doubt doubt) implements Ownership {}

        record Unknown() implements Ownership {}
    }

    /**
     * @param endpoint the server that the call names; only the vendor's own are asked
     */
    Ownership of(String endpoint, String token, String clientId) {
        Optional<URI> server = servers.allowed(endpoint);
        if (server.isEmpty()) {
            return new Ownership.NotOurs(Doubt.SERVER_NOT_THE_VENDORS);
        }
        return switch (tokens.ofTheVendor(server.get(), token, "app.info")) {
            case Word.None() -> new Ownership.Unknown();
            case Word.NotTaken(), Word.Refused() -> new Ownership.NotOurs(Doubt.TOKEN_REFUSED);
            case Word.Result(JsonNode info) ->
                info.path("CODE").asText().equals(clientId)
                        ? new Ownership.Ours(server.get(), pace(info))
                        : new Ownership.NotOurs(Doubt.APPLICATION_FOREIGN);
        };
    }

    /** {@code LICENSE_FAMILY} is {@code ent}; where it is missing, {@code LICENSE} says {@code ru_ent250}. */
    private static Pace pace(JsonNode info) {
        boolean enterprise = info.hasNonNull("LICENSE_FAMILY")
                ? info.path("LICENSE_FAMILY").asText().equals("ent")
                : info.path("LICENSE").asText().matches("[a-z]+_ent[0-9]*");
        return enterprise ? Pace.ENTERPRISE : Pace.USUAL;
    }
}
