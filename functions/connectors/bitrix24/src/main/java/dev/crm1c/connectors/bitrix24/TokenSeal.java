package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.portal.Sealed;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens change at every renewal and must be replaced in one conditional write, which a secret store cannot do; so they lie in the table,
 * encrypted with a key that is made of the application's secret and never leaves the process (docs/adr/0008). AES-256 in GCM, a fresh nonce
 * for each sealing; the tenant is part of what is authenticated, so one tenant's tokens do not open under another's name.
 */
@ApplicationScoped
class TokenSeal {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String KEY_PURPOSE = "crm1c tokens 1 ";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** Neither token has one in it: they are hexadecimal. */
    private static final String BETWEEN = "\n";

    private final SecureRandom random = new SecureRandom();

    Sealed seal(Tokens tokens, TenantId tenant, Secret clientSecret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] plain = (tokens.access() + BETWEEN + tokens.refresh()).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, tenant, clientSecret, nonce).doFinal(plain);
            byte[] whole = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, whole, nonce.length, sealed.length);
            return new Sealed(Base64.getEncoder().encodeToString(whole));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("every Java platform has AES-GCM and HMAC-SHA-256", impossible);
        }
    }

    /** Empty when it was sealed with another secret, for another tenant, or was touched. */
    Optional<Tokens> open(Sealed sealed, TenantId tenant, Secret clientSecret) {
        try {
            byte[] whole = Base64.getDecoder().decode(sealed.text());
            if (whole.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            byte[] plain = cipher(Cipher.DECRYPT_MODE, tenant, clientSecret, Arrays.copyOf(whole, NONCE_BYTES))
                    .doFinal(whole, NONCE_BYTES, whole.length - NONCE_BYTES);
            String[] tokens = new String(plain, StandardCharsets.UTF_8).split(BETWEEN, 2);
            return tokens.length == 2 ? Optional.of(new Tokens(tokens[0], tokens[1])) : Optional.empty();
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, TenantId tenant, Secret clientSecret, byte[] nonce)
            throws GeneralSecurityException {
        Mac hmac = Mac.getInstance("HmacSHA256");
        hmac.init(new SecretKeySpec(clientSecret.text().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] key = hmac.doFinal((KEY_PURPOSE + tenant.value()).getBytes(StandardCharsets.UTF_8));
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(tenant.value().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
