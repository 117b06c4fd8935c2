package dev.crm1c.model.fake;

import dev.crm1c.model.port.RobotCalls;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;

public final class InMemoryRobotCalls implements RobotCalls {
    private record Call(TenantId tenant, CrmRef subject, String token) {}

    private final List<Call> open = new ArrayList<>();
    private Keeping keeping = Keeping.KEPT;

    public void storeIsDown() {
        keeping = Keeping.UNAVAILABLE;
    }

    @Override
    public Keeping keep(TenantId tenant, CrmRef subject, String token) {
        if (keeping == Keeping.KEPT) {
            open.add(new Call(tenant, subject, token));
        }
        return keeping;
    }

    @Override
    public List<String> unanswered(TenantId tenant, CrmRef subject) {
        return open.stream()
                .filter(call -> call.tenant().equals(tenant) && call.subject().equals(subject))
                .map(Call::token)
                .toList();
    }

    @Override
    public void answered(TenantId tenant, CrmRef subject, String token) {
        open.remove(new Call(tenant, subject, token));
    }
}
