package dev.crm1c.connectors.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.crm1c.connectors.bitrix24.PortalStub.Said;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.InMemoryApplications;
import dev.crm1c.model.fake.InMemoryPortals;
import dev.crm1c.model.fake.SettableClock;
import dev.crm1c.model.outbound.AddressRule;
import dev.crm1c.model.outbound.Network;
import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.sync.Delay;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.sync.Outcome;
import dev.crm1c.model.sync.Reply;
import dev.crm1c.model.tenant.CrmConnection;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.SecretName;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.model.tenant.TenantId;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The client with nothing real around it but HTTP: a scripted portal, a scripted authorisation server, and a clock that stands. */
abstract class CallingAPortal {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final Secret CLIENT_SECRET = new Secret("canaryclientsecret");
    static final String MEMBER = "d897063e1ce7c5eb9f04b9751eef5915";
    static final String WEBHOOK = "{\"webhook\":\"1/canarysecret0123456789\"}";
    static final String APPLICATION = "{\"clientId\":\"local.1\",\"clientSecret\":\"canaryclientsecret\"}";
    static final Said EXPIRED = Said.error(401, "expired_token");

    @Inject
    @RestClient
    Bitrix24Api api;

    @Inject
    @RestClient
    OAuthApi oauthApi;

    final SettableClock clock = new SettableClock(NOW);
    final InMemoryApplications applications = new InMemoryApplications(clock);
    final InMemoryPortals portals = new InMemoryPortals();
    final RecordingBudget budget = new RecordingBudget();
    final TokenSeal seal = new TokenSeal();
    final Bitrix24Errors errors = new Bitrix24Errors(clock);
    String secret = WEBHOOK;
    PortalStub portal;
    PortalStub oauth;
    Bitrix24Client client;

    @BeforeEach
    void build() {
        portal = PortalStub.start();
        oauth = PortalStub.start();
        client = client(oauth.address());
    }

    Bitrix24Client client(URI oauthServer) {
        var addresses = new AddressRule(List.of(Network.parse("127.0.0.0/8")), InetAddress::getAllByName);
        var callers = new Callers(_ -> Optional.of(new Secret(secret)), applications, seal);
        var server = new AuthorisationServer(
                oauthApi, new OAuthServers(List.of(oauthServer.getScheme() + "://" + oauthServer.getRawAuthority())));
        return new Bitrix24Client(
                new PortalExchange(api, new Envelope()),
                callers,
                new RenewTokens(applications, server, seal, callers, errors, clock),
                new Redirects(addresses),
                new PortalLimits(budget, errors, clock),
                errors,
                portals,
                addresses);
    }

    @AfterEach
    void stop() {
        portal.close();
        oauth.close();
    }

    Tenant tenant() {
        return tenant("demo", portal.address());
    }

    static Tenant tenant(String id, URI address) {
        Tenant demo = DemoTenant.of("bitrix24", Unknown.DESCRIBE);
        var connection = new CrmConnection(
                demo.crm().system(), address, new SecretName("demo/crm"), Set.of(), Map.of(), Map.of());
        return new Tenant(new TenantId(id), connection, demo.onec(), demo.scenarios(), demo.terms(), demo.lanes());
    }

    void install(String access, String refresh) {
        install("demo", MEMBER, new Tokens(access, refresh), oauth.address());
    }

    void install(String tenant, String memberId, Tokens tokens, URI server) {
        secret = APPLICATION;
        var id = new TenantId(tenant);
        applications.install(
                id,
                new InstalledApplication(
                        memberId, Fingerprint.of("token"), server, seal.seal(tokens, id, CLIENT_SECRET), 0, NOW));
    }

    Tokens stored(String tenant) {
        var id = new TenantId(tenant);
        return seal.open(applications.find(id).orElseThrow().tokens(), id, CLIENT_SECRET)
                .orElseThrow();
    }

    static Said pair(String access, String refresh, String memberId) {
        return Said.json(200, """
                {"access_token":"%s","refresh_token":"%s","member_id":"%s","expires_in":3600,"expires":1780319382,
                 "client_endpoint":"https://portal.example/rest/","domain":"oauth.bitrix24.tech","scope":"crm","status":"F"}
                """.formatted(access, refresh, memberId));
    }

    Answer answer(String method) {
        return client.answer(tenant(), method, none());
    }

    static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }

    static <T> T got(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Got.class);
        return ((Reply.Got<T>) reply).value();
    }

    static Outcome stopped(Reply<?> reply) {
        assertThat(reply).isInstanceOf(Reply.Stopped.class);
        return ((Reply.Stopped<?>) reply).outcome();
    }

    Outcome.Later later(Duration pause, Delay why) {
        return new Outcome.Later(clock.instant().plus(pause), why);
    }
}
