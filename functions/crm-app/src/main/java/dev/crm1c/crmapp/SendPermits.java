package dev.crm1c.crmapp;

import dev.crm1c.model.port.Secrets;
import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lets whoever was shown a deal's page press its button for ten minutes: {@code deal.until.signature}. An iframe of another site is given no cookie
 * to rely on (reference "bitrix24", 3.2), so the page carries the permit itself. The key is made of the tenant's own secret for the CRM, which
 * holds the application's; a new installation makes older permits void.
 */
@ApplicationScoped
class SendPermits {
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final String KEY_PURPOSE = "crm1c deal tab 1 ";
    private static final Pattern FORM =
            Pattern.compile("(?<deal>[1-9][0-9]{0,17})\\.(?<until>[0-9]{1,12})\\.(?<signature>[A-Za-z0-9_-]{43})");

    private final Secrets secrets;
    private final Clock clock;

    SendPermits(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** Empty when there is no secret to sign with. */
    Optional<String> grant(Tenant tenant, InstalledApplication installed, CrmRef deal) {
        long until = clock.instant().plus(LIFE).getEpochSecond();
        return secrets.read(tenant.crm().secret())
                .map(secret -> deal.id() + "." + until + "." + signature(secret, tenant, installed, deal.id(), until));
    }

    /** The deal that it was granted for; empty when it was made by another, for another tenant or installation, or too long ago. */
    Optional<CrmRef> honour(Tenant tenant, InstalledApplication installed, String permit) {
        Matcher parts = FORM.matcher(permit);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long until = Long.parseLong(parts.group("until"));
        return secrets.read(tenant.crm().secret())
                .filter(secret -> same(
                        signature(secret, tenant, installed, parts.group("deal"), until), parts.group("signature")))
                .filter(_ -> clock.instant().isBefore(Instant.ofEpochSecond(until)))
                .map(_ -> new CrmRef(CrmKind.DEAL, parts.group("deal")));
    }

    /** In a time that does not tell how many characters agree. */
    private static boolean same(String ours, String theirs) {
        return MessageDigest.isEqual(
                ours.getBytes(StandardCharsets.US_ASCII), theirs.getBytes(StandardCharsets.US_ASCII));
    }

    private static String signature(
            Secret secret, Tenant tenant, InstalledApplication installed, String deal, long until) {
        byte[] key = hmac(bytes(secret.text()), KEY_PURPOSE + tenant.id());
        String signed = String.join(
                "\n", deal, Long.toString(until), installed.applicationToken().hex());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(key, signed));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac hmac = Mac.getInstance("HmacSHA256");
            hmac.init(new SecretKeySpec(key, "HmacSHA256"));
            return hmac.doFinal(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has HMAC-SHA-256", impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
