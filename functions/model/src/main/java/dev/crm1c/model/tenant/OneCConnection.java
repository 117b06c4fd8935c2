package dev.crm1c.model.tenant;

import dev.crm1c.model.legal.LegalIdentity;
import java.net.URI;
import java.time.ZoneId;

/**
 * @param configuration which profile describes the base: {@code accounting-3}
 * @param address the publication, without {@code /odata/standard.odata}
 * @param organization who sells
 * @param zone the base's time zone: 1C sends and takes local times without one
 * @param sessions how calls share the base's sessions
 */
public record OneCConnection(
        String configuration,
        URI address,
        SecretName secret,
        LegalIdentity organization,
        ZoneId zone,
        SessionMode sessions) {}
