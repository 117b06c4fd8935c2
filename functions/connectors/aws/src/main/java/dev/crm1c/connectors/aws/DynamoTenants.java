package dev.crm1c.connectors.aws;

import com.github.benmanes.caffeine.cache.Cache;
import dev.crm1c.model.port.TenantFile;
import dev.crm1c.model.port.Tenants;
import dev.crm1c.model.port.WebhookDoors;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.tenant.CrmSystem;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import dev.crm1c.model.tenant.WebhookDoor;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps a {@code TENANT} item (the file's text) and a {@code DOOR} item for each tenant; remembers both, and their absence, for a minute. */
@ApplicationScoped
class DynamoTenants implements Tenants, WebhookDoors {
    private static final String TENANT = "TENANT";
    private static final String DOOR = "DOOR";
    /** A partition of its own: no tenant's id has capitals. */
    private static final String EVERYBODY = "TENANTS";

    private static final String ONE = "TENANT#";

    /** Long enough for a flood of forged calls to cost one reading a second. */
    private static final Duration ANEW = Duration.ofSeconds(1);

    private static final int MOST_TENANTS = 100_000;

    private final Table table;
    private final TenantFile tenantFile;
    private final Cache<TenantId, Optional<Tenant>> tenants;
    private final Cache<TenantId, Optional<WebhookDoor>> doors;
    private final Cache<TenantId, Optional<WebhookDoor>> doorsAnew;

    DynamoTenants(Table table, TenantFile tenantFile, Clock clock) {
        this.table = table;
        this.tenantFile = tenantFile;
        this.tenants = ShortMemory.of(clock);
        this.doors = ShortMemory.of(clock);
        this.doorsAnew = ShortMemory.of(clock, ANEW);
    }

    @Override
    public Optional<WebhookDoor> doorOf(TenantId tenant) {
        return doors.get(tenant, this::readDoor);
    }

    @Override
    public Optional<WebhookDoor> doorAnew(TenantId tenant) {
        Optional<WebhookDoor> door = doorsAnew.get(tenant, this::readDoor);
        doors.put(tenant, door);
        return door;
    }

    @Override
    public Optional<Tenant> find(TenantId id) {
        return tenants.get(id, this::readTenant);
    }

    @Override
    public void put(Tenant tenant, String file, WebhookDoor door) {
        table.put(Item.at(tenant.id().value(), TENANT).with("file", file));
        table.put(Item.at(tenant.id().value(), DOOR)
                .with("system", door.system().name())
                .with(
                        "tokens",
                        door.tokenDigests().stream().map(Fingerprint::hex).toList())
                .with("members", door.memberIds())
                .with("lanes", door.lanes()));
        table.put(Item.at(EVERYBODY, ONE + tenant.id().value()));
        tenants.invalidate(tenant.id());
        doors.invalidate(tenant.id());
        doorsAnew.invalidate(tenant.id());
    }

    @Override
    public List<TenantId> all() {
        return table.beginningWith(EVERYBODY, ONE, MOST_TENANTS).stream()
                .map(item -> new TenantId(item.sort().substring(ONE.length())))
                .toList();
    }

    private Optional<Tenant> readTenant(TenantId id) {
        return table.get(id.value(), TENANT).map(item -> switch (tenantFile.read(item.text("file"))) {
            case TenantFile.Reading.Good(Tenant tenant, var _) -> tenant;
            case TenantFile.Reading.Faulty(var faults) ->
                throw new IllegalStateException("the stored file of tenant " + id + " no longer passes: " + faults);
        });
    }

    /** Two items, one request: what the tenant's file lets in, and the application that was installed since. */
    private Optional<WebhookDoor> readDoor(TenantId id) {
        Map<String, Item> items = table.getAll(id.value(), List.of(DOOR, DynamoApplications.APPLICATION)).stream()
                .collect(Collectors.toMap(Item::sort, Function.identity()));
        return Optional.ofNullable(items.get(DOOR)).map(door -> {
            Item application = items.getOrDefault(
                    DynamoApplications.APPLICATION, Item.at(id.value(), DynamoApplications.APPLICATION));
            return new WebhookDoor(
                    id,
                    new CrmSystem(door.text("system")),
                    Stream.concat(door.texts("tokens").stream(), application.optionalText("applicationToken").stream())
                            .map(Fingerprint::new)
                            .toList(),
                    members(door, application),
                    Math.toIntExact(door.number("lanes")));
        });
    }

    /** Ids that the file names are the only ones; else the portal that our application was installed on is. */
    private static Set<String> members(Item door, Item application) {
        Set<String> named = door.texts("members");
        return named.isEmpty()
                ? application.optionalText("memberId").map(Set::of).orElse(Set.of())
                : named;
    }
}
