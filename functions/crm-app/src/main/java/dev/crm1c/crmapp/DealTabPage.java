package dev.crm1c.crmapp;

import dev.crm1c.model.port.CrmApplication.Face;
import dev.crm1c.model.port.Portals;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The tab's pages: no scripts, one style, framed by the tenant's portal and by nobody else (reference "bitrix24", 3.2). Every text is escaped,
 * whoever it came from.
 */
@ApplicationScoped
class DealTabPage {
    private static final String STYLE =
            "body{font:14px/1.5 sans-serif;margin:16px;color:#333}p{margin:0 0 8px}button{font:inherit;padding:6px 16px}";

    private final Portals portals;

    DealTabPage(Portals portals) {
        this.portals = portals;
    }

    Face.Page show(Tenant tenant, Standing standing, String permit) {
        return page(
                tenant,
                paragraphs(TabWording.of(tenant).standing(standing))
                        + """
                        <form method="post" action="deal-tab/send"><input type="hidden" name="permit" value="%s">\
                        <button>%s</button></form>
                        """.formatted(escaped(permit), escaped(TabWording.BUTTON)));
    }

    Face.Page asked(Tenant tenant) {
        return page(tenant, paragraphs(List.of(TabWording.ASKED)));
    }

    private Face.Page page(Tenant tenant, String content) {
        return new Face.Page("""
                <!DOCTYPE html>
                <html lang="ru"><head><meta charset="utf-8"><title>%s</title><style>%s</style></head>
                <body>
                %s</body></html>
                """.formatted(escaped(TabWording.TITLE), STYLE, content), policy(tenant));
    }

    private String policy(Tenant tenant) {
        URI portal = portals.find(tenant.id()).whereabouts().from(tenant.crm().address());
        return "default-src 'none'; style-src 'sha256-%s'; form-action 'self'; base-uri 'none'; frame-ancestors %s://%s"
                .formatted(hash(STYLE), portal.getScheme(), portal.getRawAuthority());
    }

    private static String paragraphs(List<String> lines) {
        return lines.stream().map(line -> "<p>" + escaped(line) + "</p>\n").collect(Collectors.joining());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java platform has SHA-256", impossible);
        }
    }
}
