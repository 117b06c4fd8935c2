package dev.crm1c.connectors.aws;

import dev.crm1c.model.onec.OneCBase;
import dev.crm1c.model.port.BaseFacts;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.tenant.OneCConnection;
import dev.crm1c.model.tenant.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps a {@code BASE#} item for each of a tenant's own companies; the key does not show which. */
@ApplicationScoped
class DynamoBaseFacts implements BaseFacts {
    private static final String BASE = "BASE#";
    /** A tenant file names fewer companies. */
    private static final int MOST_COMPANIES = 100;

    private final Table table;

    DynamoBaseFacts(Table table) {
        this.table = table;
    }

    @Override
    public Optional<OneCBase> find(Tenant tenant, Instant now) {
        return table.get(tenant.id().value(), key(tenant))
                .filter(item -> item.text("connection").equals(connection(tenant)))
                .filter(item -> item.optionalInstant("until").orElseThrow().isAfter(now))
                .map(item -> new OneCBase(entries(item.texts("found")), item.texts("lacks")));
    }

    @Override
    public void put(Tenant tenant, OneCBase base, Instant until) {
        table.put(Item.at(tenant.id().value(), key(tenant))
                .with("connection", connection(tenant))
                .with(
                        "found",
                        base.found().entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .toList())
                .with("lacks", base.lacks())
                .with("until", until));
    }

    @Override
    public void forget(Tenant tenant) {
        table.beginningWith(tenant.id().value(), BASE, MOST_COMPANIES)
                .forEach(item -> table.delete(tenant.id().value(), item.sort()));
    }

    private static String key(Tenant tenant) {
        return BASE + tenant.onec().organization().keyWithin(tenant.id()).hex();
    }

    private static Map<String, UUID> entries(Set<String> stored) {
        return stored.stream()
                .map(entry -> entry.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> UUID.fromString(pair[1])));
    }

    /** Another address, organization or choice of dictionary entries, or another kind of documents, makes what we knew worthless. */
    private static String connection(Tenant tenant) {
        OneCConnection onec = tenant.onec();
        return Fingerprint.of(
                        onec.address().toString(),
                        onec.configuration(),
                        onec.organization().inn().digits(),
                        onec.organization().kppOrBlank(),
                        new TreeMap<>(onec.tailoring().entries()).toString(),
                        onec.tailoring().profile(),
                        new TreeSet<>(tenant.makes()).toString())
                .hex();
    }
}
