package dev.crm1c.connectors.aws;

import dev.crm1c.model.port.Applications;
import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.portal.Sealed;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Keeps one {@code APPLICATION} item for each tenant whose portal has our application; its tokens are sealed (docs/adr/0008). */
@ApplicationScoped
class DynamoApplications implements Applications {
    static final String APPLICATION = "APPLICATION";
    private static final String OF_THIS_VERSION = "tokenVersion = :version";

    private final Table table;
    private final Clock clock;

    DynamoApplications(Table table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    @Override
    public Optional<InstalledApplication> find(TenantId tenant) {
        return table.get(tenant.value(), APPLICATION).flatMap(DynamoApplications::application);
    }

    @Override
    public void install(TenantId tenant, InstalledApplication application) {
        table.update(
                tenant.value(),
                APPLICATION,
                "SET memberId = :member, applicationToken = :token, oauthServer = :server, tokens = :tokens,"
                        + " installedAt = :at ADD tokenVersion :one REMOVE renewingUntil",
                Map.of(
                        ":member", AttributeValue.fromS(application.memberId()),
                        ":token",
                                AttributeValue.fromS(
                                        application.applicationToken().hex()),
                        ":server", AttributeValue.fromS(application.server().toString()),
                        ":tokens", AttributeValue.fromS(application.tokens().text()),
                        ":at", number(application.installedAt().toEpochMilli()),
                        ":one", number(1)));
    }

    /** The version stays behind: a renewal that is under way must not store its pair into a later installation. */
    @Override
    public void remove(TenantId tenant) {
        table.update(
                tenant.value(),
                APPLICATION,
                "ADD tokenVersion :one REMOVE memberId, applicationToken, oauthServer, tokens, renewingUntil",
                Map.of(":one", number(1)));
    }

    @Override
    public Claim claimRenewal(TenantId tenant, long version, Instant until) {
        var claimed = table.updateIf(
                tenant.value(),
                APPLICATION,
                "SET renewingUntil = :until",
                OF_THIS_VERSION + " and (attribute_not_exists(renewingUntil) or renewingUntil <= :now)",
                Map.of(
                        ":until", number(until.toEpochMilli()),
                        ":now", number(clock.millis()),
                        ":version", number(version)));
        return switch (claimed) {
            case Table.Condition.Held() -> new Claim.Ours();
            case Table.Condition.Failed(Item found) ->
                application(found)
                        .map(current -> current.version() == version
                                ? new Claim.OfAnother(
                                        found.optionalInstant("renewingUntil").orElse(until))
                                : new Claim.Over(current))
                        .orElseGet(Claim.NotInstalled::new);
        };
    }

    @Override
    public void putOffRenewal(TenantId tenant, long version, Instant until) {
        table.updateIf(
                tenant.value(),
                APPLICATION,
                "SET renewingUntil = :until",
                OF_THIS_VERSION,
                Map.of(":until", number(until.toEpochMilli()), ":version", number(version)));
    }

    @Override
    public Renewal renewed(TenantId tenant, long version, Sealed tokens) {
        var stored = table.updateIf(
                tenant.value(),
                APPLICATION,
                "SET tokens = :tokens ADD tokenVersion :one REMOVE renewingUntil",
                OF_THIS_VERSION,
                Map.of(
                        ":tokens", AttributeValue.fromS(tokens.text()),
                        ":one", number(1),
                        ":version", number(version)));
        return stored instanceof Table.Condition.Held ? Renewal.STORED : Renewal.SUPERSEDED;
    }

    private static Optional<InstalledApplication> application(Item item) {
        return item.optionalText("memberId")
                .map(member -> new InstalledApplication(
                        member,
                        new Fingerprint(item.text("applicationToken")),
                        URI.create(item.text("oauthServer")),
                        new Sealed(item.text("tokens")),
                        item.number("tokenVersion"),
                        item.optionalInstant("installedAt").orElseThrow()));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
