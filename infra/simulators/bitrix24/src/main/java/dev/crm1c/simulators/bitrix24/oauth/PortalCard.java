package dev.crm1c.simulators.bitrix24.oauth;

import java.net.URI;

/**
 * How a portal presents itself to applications (bitrix24.md §1.2). The member id stays when the domain changes.
 *
 * @param clientEndpoint where its REST API really is
 * @param serverEndpoint where the REST API of the OAuth host really is
 */
public record PortalCard(String domain, String memberId, URI clientEndpoint, URI serverEndpoint) {

    /** The OAuth host's own domain. */
    public String serverDomain() {
        return serverEndpoint.getAuthority();
    }
}
