package dev.crm1c.connectors.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.crm1c.model.port.NoticeFormat;
import dev.crm1c.model.sync.ChangeNotice;
import dev.crm1c.model.sync.ChangeNotice.Cause;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * A notice as JSON: {@code {"v":1,"tenant":"demo","side":"crm","kind":"deal","id":"123","noticedAt":"2026-11-21T10:00:00Z","cause":"webhook"}}.
 * {@code v} grows when a reader of the former version would misunderstand; unknown members are ignored.
 */
@ApplicationScoped
class NoticeJson implements NoticeFormat {
    private static final int VERSION = 1;

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public String write(ChangeNotice notice) {
        return json.createObjectNode()
                .put("v", VERSION)
                .put("tenant", notice.tenant().value())
                .put("side", "crm")
                .put("kind", notice.subject().kind().wireName())
                .put("id", notice.subject().id())
                .put("noticedAt", notice.noticedAt().toString())
                .put("cause", notice.cause().wireName())
                .toString();
    }

    @Override
    public Optional<ChangeNotice> read(String text) {
        JsonNode node;
        try {
            node = json.readTree(text);
        } catch (JsonProcessingException _) {
            return Optional.empty();
        }
        if (node.path("v").asInt() != VERSION || !"crm".equals(node.path("side").asText())) {
            return Optional.empty();
        }
        return TenantId.parse(node.path("tenant").asText())
                .flatMap(tenant -> subject(node)
                        .flatMap(subject -> instant(node)
                                .flatMap(
                                        at -> cause(node).map(cause -> new ChangeNotice(tenant, subject, at, cause)))));
    }

    private static Optional<CrmRef> subject(JsonNode node) {
        return CrmKind.fromWire(node.path("kind").asText())
                .flatMap(kind -> CrmRef.parse(kind, node.path("id").asText()));
    }

    private static Optional<Instant> instant(JsonNode node) {
        try {
            return Optional.of(Instant.parse(node.path("noticedAt").asText()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Cause> cause(JsonNode node) {
        String name = node.path("cause").asText();
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.wireName().equals(name))
                .findFirst();
    }
}
