package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.port.CrmApplication.Face;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * Tells the portal that the installation is over: until its page does, the portal sends no events and shows no tab to anybody
 * (reference "bitrix24", 1.2). Nothing in it comes from outside.
 */
final class InstallPage {
    private static final String LIBRARY = "https://api.bitrix24.com";
    private static final String SCRIPT = "BX24.init(function () { BX24.installFinish(); });";

    private InstallPage() {}

    static Face.Page on(URI portal) {
        return new Face.Page(
                """
                <!DOCTYPE html>
                <html lang="ru"><head><meta charset="utf-8"><title>CRM1C</title>
                <script src="%s/api/v1/"></script></head>
                <body><p>Приложение установлено.</p>
                <script>%s</script></body></html>
                """.formatted(LIBRARY, SCRIPT),
                "default-src 'none'; script-src %s 'sha256-%s'; base-uri 'none'; frame-ancestors %s://%s"
                        .formatted(LIBRARY, hash(), portal.getScheme(), portal.getRawAuthority()));
    }

    private static String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(SCRIPT.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
