package dev.crm1c.connectors.aws;

import com.github.benmanes.caffeine.cache.Cache;
import dev.crm1c.model.port.Portals;
import dev.crm1c.model.portal.ChangeChannel;
import dev.crm1c.model.portal.OurAddress;
import dev.crm1c.model.portal.Pace;
import dev.crm1c.model.portal.PortalFacts;
import dev.crm1c.model.portal.Whereabouts;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keeps one {@code PORTAL} item for each tenant whose portal has told us something; remembers it, and its absence, for a minute. */
@ApplicationScoped
class DynamoPortals implements Portals {
    private static final String PORTAL = "PORTAL";
    /** A partition of its own: no tenant's id has capitals. */
    private static final String LISTED = "CHANGE-LISTS";

    private static final String ONE = "TENANT#";
    private static final int MOST_TENANTS = 100_000;

    private final Table table;
    private final Cache<TenantId, PortalFacts> remembered;

    DynamoPortals(Table table, Clock clock) {
        this.table = table;
        this.remembered = ShortMemory.of(clock);
    }

    @Override
    public PortalFacts find(TenantId tenant) {
        return remembered.get(tenant, this::read);
    }

    @Override
    public void moved(TenantId tenant, Whereabouts.Moved move) {
        update(
                tenant,
                "SET movedFrom = :from, movedTo = :to",
                Map.of(
                        ":from", AttributeValue.fromS(move.before().toString()),
                        ":to", AttributeValue.fromS(move.now().toString())));
    }

    @Override
    public void takes(TenantId tenant, Pace pace) {
        update(
                tenant,
                "SET paceMillis = :interval, paceBurst = :burst",
                Map.of(
                        ":interval",
                        AttributeValue.fromN(Long.toString(pace.interval().toMillis())),
                        ":burst",
                        AttributeValue.fromN(Integer.toString(pace.burst()))));
    }

    /** Those with a list are found by one query over all tenants. */
    @Override
    public void tellsBy(TenantId tenant, ChangeChannel channel) {
        update(tenant, "SET channel = :channel", Map.of(":channel", AttributeValue.fromS(channel.name())));
        if (channel == ChangeChannel.EVENTS) {
            table.delete(LISTED, ONE + tenant.value());
        } else {
            table.put(Item.at(LISTED, ONE + tenant.value()));
        }
    }

    @Override
    public void reachesUsAt(TenantId tenant, OurAddress.Known address) {
        update(
                tenant,
                "SET ourAddress = :address",
                Map.of(":address", AttributeValue.fromS(address.address().toString())));
    }

    @Override
    public List<TenantId> withChangeList() {
        return table.beginningWith(LISTED, ONE, MOST_TENANTS).stream()
                .map(item -> new TenantId(item.sort().substring(ONE.length())))
                .toList();
    }

    private void update(TenantId tenant, String change, Map<String, AttributeValue> values) {
        table.update(tenant.value(), PORTAL, change, values);
        remembered.invalidate(tenant);
    }

    private PortalFacts read(TenantId tenant) {
        return table.get(tenant.value(), PORTAL)
                .map(item -> new PortalFacts(whereabouts(item), pace(item), channel(item), ourAddress(item)))
                .orElse(PortalFacts.NOTHING_KNOWN);
    }

    private static Whereabouts whereabouts(Item item) {
        return item.optionalText("movedFrom")
                .<Whereabouts>map(from -> new Whereabouts.Moved(URI.create(from), URI.create(item.text("movedTo"))))
                .orElseGet(Whereabouts.AsInTheFile::new);
    }

    private static Pace pace(Item item) {
        Optional<Long> interval = item.optionalNumber("paceMillis");
        return interval.map(millis -> new Pace(Duration.ofMillis(millis), Math.toIntExact(item.number("paceBurst"))))
                .orElse(Pace.USUAL);
    }

    private static ChangeChannel channel(Item item) {
        return item.optionalText("channel").map(ChangeChannel::valueOf).orElse(ChangeChannel.EVENTS);
    }

    private static OurAddress ourAddress(Item item) {
        return item.optionalText("ourAddress")
                .<OurAddress>map(address -> new OurAddress.Known(URI.create(address)))
                .orElseGet(OurAddress.Unknown::new);
    }
}
