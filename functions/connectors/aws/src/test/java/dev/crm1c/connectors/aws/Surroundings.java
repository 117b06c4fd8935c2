package dev.crm1c.connectors.aws;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.SettableClock;
import dev.crm1c.model.port.FreshIds;
import dev.crm1c.model.port.TenantFile;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.Secret;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;

/** What the bundle would bring. */
@Dependent
class Surroundings {
    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    /** The clock of every bean, too. */
    @Produces
    @Singleton
    SettableClock settableClock() {
        return new SettableClock(START);
    }

    @Produces
    @Singleton
    FreshIds ids() {
        return () -> UUID.randomUUID().toString();
    }

    /** Every file is the demo tenant's. */
    @Produces
    @Singleton
    TenantFile tenantFile() {
        return new TenantFile() {
            @Override
            public Reading read(String text) {
                return new Reading.Good(DemoTenant.of("bitrix24", Unknown.DESCRIBE), _ -> 1);
            }

            @Override
            public WayIn wayIn(Secret crmSecret) {
                return new WayIn.None();
            }
        };
    }
}
