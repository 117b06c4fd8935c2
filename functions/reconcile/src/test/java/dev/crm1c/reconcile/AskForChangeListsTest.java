package dev.crm1c.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.InMemoryPortals;
import dev.crm1c.model.fake.InMemoryTenants;
import dev.crm1c.model.fake.RecordingQueue;
import dev.crm1c.model.fake.SettableClock;
import dev.crm1c.model.portal.ChangeChannel;
import dev.crm1c.model.sync.CrmKind;
import dev.crm1c.model.sync.CrmRef;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.TenantId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AskForChangeListsTest {
    private final InMemoryPortals portals = new InMemoryPortals();
    private final InMemoryTenants tenants = new InMemoryTenants();
    private final RecordingQueue queue = new RecordingQueue();
    private final AskForChangeLists ask =
            new AskForChangeLists(portals, tenants, queue, new SettableClock(Instant.parse("2026-11-22T10:00:00Z")));

    @Test
    void each_list_is_looked_at_and_a_tenant_without_one_is_not() {
        tenants.put(DemoTenant.of("fake", Unknown.DESCRIBE));
        portals.tellsBy(new TenantId("gone"), ChangeChannel.CHANGE_LIST);
        assertThat(ask.ask()).isZero();

        portals.tellsBy(DemoTenant.ID, ChangeChannel.CHANGE_LIST_WITHOUT_OUR_OWN);

        assertThat(ask.ask()).isEqualTo(1);
        assertThat(queue.sent.getFirst().subject()).isEqualTo(new CrmRef(CrmKind.CHANGE_LIST, "0"));
    }

    @Test
    void one_is_not_counted_that_the_queue_did_not_take() {
        tenants.put(DemoTenant.of("fake", Unknown.DESCRIBE));
        portals.tellsBy(DemoTenant.ID, ChangeChannel.CHANGE_LIST);
        queue.queueIsDown();

        assertThat(ask.ask()).isZero();
    }
}
