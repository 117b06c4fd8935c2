package dev.crm1c.connectors.bitrix24;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The vendor's authorisation servers. A call names the one to ask; whoever forges the call would name his own, so only those of the list are
 * asked. Source: reference "bitrix24", 0.10.
 */
@ApplicationScoped
class OAuthServers {
    private final List<String> allowed;

    /**
     * @param allowed {@code CRM1C_BITRIX24_OAUTH_SERVERS}, scheme and host
     */
    OAuthServers(
            @ConfigProperty(
                            name = "crm1c.bitrix24.oauth-servers",
                            defaultValue = "https://oauth.bitrix24.tech,https://oauth.bitrix.info")
                    List<String> allowed) {
        this.allowed = List.copyOf(allowed);
    }

    /**
     * @param endpoint {@code https://oauth.bitrix24.tech/rest/}, as it stands in a call
     * @return the server without a path; empty when it is none of the vendor's
     */
    Optional<URI> allowed(String endpoint) {
        try {
            URI uri = new URI(endpoint);
            if (uri.getHost() == null || uri.getRawUserInfo() != null) {
                return Optional.empty();
            }
            String server = uri.getScheme() + "://" + uri.getRawAuthority();
            return allowed.contains(server) ? Optional.of(URI.create(server)) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
