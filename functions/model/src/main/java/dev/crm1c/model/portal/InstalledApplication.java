package dev.crm1c.model.portal;

import dev.crm1c.model.sync.Fingerprint;
import java.net.URI;
import java.time.Instant;

/**
 * Our application on a tenant's portal.
 *
 * @param memberId the portal's stable id; its address may change, this does not
 * @param applicationToken digest of the token that every call of this installation carries
 * @param server the authorisation server, {@code https://oauth.bitrix24.tech}, without a path
 * @param tokens access and refresh token
 * @param version grows with every pair of tokens; who renews them names the one that it replaces
 */
public record InstalledApplication(
        String memberId, Fingerprint applicationToken, URI server, Sealed tokens, long version, Instant installedAt) {}
