package dev.crm1c.connectors.onec;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.tenant.OneCConnection;
import dev.crm1c.model.tenant.SecretName;
import dev.crm1c.model.tenant.Tailoring;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.Tenant.UnknownItems;
import java.net.URI;

/** Tenants of the demo organization at a base of any configuration. */
final class Tenants {
    private Tenants() {}

    static Tenant at(URI address, String configuration, String secret, Tailoring tailoring) {
        Tenant demo = DemoTenant.of("bitrix24", UnknownItems.DESCRIBE);
        var onec = new OneCConnection(
                configuration,
                address,
                new SecretName(secret),
                demo.onec().organization(),
                demo.onec().zone(),
                tailoring);
        return new Tenant(demo.id(), demo.crm(), onec, demo.scenarios(), demo.unknownItems(), demo.lanes());
    }

    static Tenant at(URI address, String secret) {
        return at(address, "accounting-3", secret, Tailoring.NONE);
    }
}
