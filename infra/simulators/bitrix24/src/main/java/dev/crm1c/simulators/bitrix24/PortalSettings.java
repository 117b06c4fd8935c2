package dev.crm1c.simulators.bitrix24;

import dev.crm1c.simulators.bitrix24.crm.DealFields;
import dev.crm1c.simulators.bitrix24.crm.Ids;
import dev.crm1c.simulators.bitrix24.crm.RowSaveEvents;
import dev.crm1c.simulators.bitrix24.event.PortalIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;

/**
 * How a portal is set up. The defaults are those of a cloud portal on a usual plan (bitrix24.md §4.3, §4.4) whose
 * server stands at +02:00, as in the documentation's samples.
 */
public record PortalSettings(
        Listening listening,
        Clock clock,
        ZoneId zone,
        PortalIdentity identity,
        Access access,
        Limits limits,
        Outgoing outgoing,
        RowSaveEvents rowSaveEvents,
        DealFields dealFields,
        Ids ids) {

    /** Where the portal's HTTP and that of its OAuth host are; port 0 is any free one. */
    public record Listening(String host, int port, int oauthPort) {}

    /** The incoming webhook: whose it is, its secret and scopes, and how a wrong secret is answered. */
    public record Access(long userId, String secret, Set<String> scopes, boolean wrongSecretIsInvalidCredentials) {}

    /** X and Y of the leaky bucket, and the execution time allowed in ten minutes. */
    public record Limits(int capacity, double leakPerSecond, Duration operating) {}

    /** The token of outgoing webhooks, and how long the portal waits for a handler. */
    public record Outgoing(String applicationToken, Duration handlerPatience) {}

    public static PortalSettings defaults() {
        return new PortalSettings(
                new Listening("127.0.0.1", 0, 0),
                Clock.systemUTC(),
                ZoneId.of("Europe/Kaliningrad"),
                new PortalIdentity("portal.example", "d897063e1ce7c5eb9f04b9751eef5915"),
                new Access(1, "simulatedsecret0", Set.of("crm", "user_brief"), false),
                new Limits(50, 2, Duration.ofSeconds(480)),
                new Outgoing("simulatedapplicationtoken0000000", Duration.ofSeconds(5)),
                RowSaveEvents.ALWAYS,
                DealFields.MADE_BY_HAND,
                Ids.countingFrom(1));
    }

    public PortalSettings withAddress(String host, int port) {
        return new PortalSettings(
                new Listening(host, port, listening.oauthPort),
                clock,
                zone,
                identity,
                access,
                limits,
                outgoing,
                rowSaveEvents,
                dealFields,
                ids);
    }

    public PortalSettings withOAuthPort(int oauthPort) {
        return new PortalSettings(
                new Listening(listening.host, listening.port, oauthPort),
                clock,
                zone,
                identity,
                access,
                limits,
                outgoing,
                rowSaveEvents,
                dealFields,
                ids);
    }

    public PortalSettings withPort(int port) {
        return withAddress(listening.host, port);
    }

    public PortalSettings withClock(Clock other) {
        return new PortalSettings(
                listening, other, zone, identity, access, limits, outgoing, rowSaveEvents, dealFields, ids);
    }

    public PortalSettings withZone(ZoneId other) {
        return new PortalSettings(
                listening, clock, other, identity, access, limits, outgoing, rowSaveEvents, dealFields, ids);
    }

    public PortalSettings withDomain(String domain) {
        return withIdentity(new PortalIdentity(domain, identity.memberId()));
    }

    public PortalSettings withMemberId(String memberId) {
        return withIdentity(new PortalIdentity(identity.domain(), memberId));
    }

    public PortalSettings withWebhookUser(long userId) {
        return withAccess(new Access(userId, access.secret, access.scopes, access.wrongSecretIsInvalidCredentials));
    }

    public PortalSettings withWebhookSecret(String secret) {
        return withAccess(new Access(access.userId, secret, access.scopes, access.wrongSecretIsInvalidCredentials));
    }

    public PortalSettings withScopes(String... scopes) {
        return withAccess(
                new Access(access.userId, access.secret, Set.of(scopes), access.wrongSecretIsInvalidCredentials));
    }

    /** A wrong secret is answered with 401 INVALID_CREDENTIALS and not with NO_AUTH_FOUND: both have been seen. */
    public PortalSettings withInvalidCredentialsForWrongSecret() {
        return withAccess(new Access(access.userId, access.secret, access.scopes, true));
    }

    /** X and Y: 50 and 2, on Enterprise 250 and 5. */
    public PortalSettings withBucket(int capacity, double leakPerSecond) {
        return withLimits(new Limits(capacity, leakPerSecond, limits.operating));
    }

    public PortalSettings withOperatingLimit(Duration operating) {
        return withLimits(new Limits(limits.capacity, limits.leakPerSecond, operating));
    }

    public PortalSettings withApplicationToken(String token) {
        return withOutgoing(new Outgoing(token, outgoing.handlerPatience));
    }

    public PortalSettings withHandlerPatience(Duration patience) {
        return withOutgoing(new Outgoing(outgoing.applicationToken, patience));
    }

    public PortalSettings withRowSaveEvents(RowSaveEvents events) {
        return new PortalSettings(listening, clock, zone, identity, access, limits, outgoing, events, dealFields, ids);
    }

    /** As a portal is when nobody has prepared it for an exchange. */
    public PortalSettings withoutDealFields() {
        return new PortalSettings(
                listening, clock, zone, identity, access, limits, outgoing, rowSaveEvents, DealFields.NONE, ids);
    }

    public PortalSettings withIds(Ids other) {
        return new PortalSettings(
                listening, clock, zone, identity, access, limits, outgoing, rowSaveEvents, dealFields, other);
    }

    /** Ids of every kind begin there. */
    public PortalSettings withFirstId(long first) {
        return withIds(Ids.countingFrom(first));
    }

    private PortalSettings withIdentity(PortalIdentity other) {
        return new PortalSettings(
                listening, clock, zone, other, access, limits, outgoing, rowSaveEvents, dealFields, ids);
    }

    private PortalSettings withAccess(Access other) {
        return new PortalSettings(
                listening, clock, zone, identity, other, limits, outgoing, rowSaveEvents, dealFields, ids);
    }

    private PortalSettings withLimits(Limits other) {
        return new PortalSettings(
                listening, clock, zone, identity, access, other, outgoing, rowSaveEvents, dealFields, ids);
    }

    private PortalSettings withOutgoing(Outgoing other) {
        return new PortalSettings(
                listening, clock, zone, identity, access, limits, other, rowSaveEvents, dealFields, ids);
    }
}
