package dev.crm1c.connectors.aws;

import dev.crm1c.model.port.RobotCalls;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;

/** Keeps a {@code ROBOT#} item for each robot that waits; the token is a name for the call and opens nothing without the application's tokens. */
@ApplicationScoped
class DynamoRobotCalls implements RobotCalls {
    private static final String ROBOT = "ROBOT#";
    private static final int MOST_AT_ONCE = 20;

    private final Table table;

    DynamoRobotCalls(Table table) {
        this.table = table;
    }

    @Override
    public Keeping keep(TenantId tenant, CrmRef subject, String token) {
        try {
            table.put(Item.at(tenant.value(), key(subject, token)).with("token", token));
            return Keeping.KEPT;
        } catch (SdkException _) {
            return Keeping.UNAVAILABLE;
        }
    }

    @Override
    public List<String> unanswered(TenantId tenant, CrmRef subject) {
        return table.beginningWith(tenant.value(), prefix(subject), MOST_AT_ONCE).stream()
                .map(item -> item.text("token"))
                .toList();
    }

    @Override
    public void answered(TenantId tenant, CrmRef subject, String token) {
        table.delete(tenant.value(), key(subject, token));
    }

    private static String key(CrmRef subject, String token) {
        return prefix(subject) + Fingerprint.of("robot", token).hex();
    }

    private static String prefix(CrmRef subject) {
        return ROBOT + subject.key() + "#";
    }
}
