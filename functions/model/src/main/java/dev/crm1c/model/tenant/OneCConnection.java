package dev.crm1c.model.tenant;

import dev.crm1c.model.legal.LegalIdentity;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * @param configuration which profile describes the base: {@code accounting-3}, {@code trade-11}, {@code erp-2}
 * @param address the publication, without {@code /odata/standard.odata}
 * @param organization who sells
 * @param zone the base's time zone: 1C sends and takes local times without one
 * @param tailoring where this base differs from its configuration's profile
 * @param sessions how calls share the base's sessions
 */
public record OneCConnection(
        String configuration,
        URI address,
        SecretName secret,
        LegalIdentity organization,
        ZoneId zone,
        Tailoring tailoring,
        SessionMode sessions) {

    /** Which day it is then where the base stands. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    OneCConnection sellingAs(OwnCompany seller) {
        return new OneCConnection(
                configuration,
                address,
                secret,
                seller.organization(),
                zone,
                tailoring.with(seller.entries()),
                sessions);
    }
}
