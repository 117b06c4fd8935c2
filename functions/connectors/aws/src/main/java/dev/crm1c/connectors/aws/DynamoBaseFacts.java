package dev.crm1c.connectors.aws;

import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.port.BaseFacts;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.tenant.OneCConnection;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Keeps one {@code BASE} item for each tenant. */
@ApplicationScoped
class DynamoBaseFacts implements BaseFacts {
    private static final String BASE = "BASE";

    private final Table table;

    DynamoBaseFacts(Table table) {
        this.table = table;
    }

    @Override
    public Optional<OneCBase> find(Tenant tenant, Instant now) {
        return table.get(tenant.id().value(), BASE)
                .filter(item -> item.text("connection").equals(connection(tenant.onec())))
                .filter(item -> item.optionalInstant("until").orElseThrow().isAfter(now))
                .map(item -> new OneCBase(
                        UUID.fromString(item.text("organization")),
                        UUID.fromString(item.text("bankAccount")),
                        UUID.fromString(item.text("currency")),
                        UUID.fromString(item.text("country"))));
    }

    @Override
    public void put(Tenant tenant, OneCBase base, Instant until) {
        table.put(Item.at(tenant.id().value(), BASE)
                .with("connection", connection(tenant.onec()))
                .with("organization", base.organization().toString())
                .with("bankAccount", base.bankAccount().toString())
                .with("currency", base.currency().toString())
                .with("country", base.country().toString())
                .with("until", until));
    }

    /** Another address or organization makes what we knew worthless. */
    private static String connection(OneCConnection onec) {
        return Fingerprint.of(
                        onec.address().toString(),
                        onec.configuration(),
                        onec.organization().inn().digits(),
                        onec.organization().kppOrBlank())
                .hex();
    }
}
