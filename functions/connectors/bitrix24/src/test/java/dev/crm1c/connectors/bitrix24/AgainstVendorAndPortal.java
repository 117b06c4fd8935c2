package dev.crm1c.connectors.bitrix24;

import dev.crm1c.connectors.bitrix24.Surroundings.SwitchedBudget;
import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.fake.InMemoryPortals;
import dev.crm1c.model.outbound.AddressRule;
import dev.crm1c.model.port.CrmApplication;
import dev.crm1c.model.port.RequestBudget.Grant;
import dev.crm1c.model.port.Secrets;
import dev.crm1c.model.tenant.CrmConnection;
import dev.crm1c.model.tenant.ItemPolicy.Unknown;
import dev.crm1c.model.tenant.SecretName;
import dev.crm1c.model.tenant.Tenant;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A vendor's server and a tenant's portal that say what a test wants, and our application's addresses between them. */
abstract class AgainstVendorAndPortal {
    static final String FORM = "application/x-www-form-urlencoded";
    static final String MEMBER = "a223c6b3710f85df22e9377d6c4f7553";
    private static final String APP_INFO =
            "{\"result\":{\"ID\":5,\"CODE\":\"%s\",\"STATUS\":\"L\",\"INSTALLED\":false,\"LICENSE\":\"%s\",\"LICENSE_FAMILY\":%s}}";
    static final String ADMINISTRATOR = "{\"result\":{\"ID\":\"1\",\"ADMIN\":true,\"NAME\":\"Вадим\"}}";

    @Inject
    PortalExchange exchange;

    @Inject
    Callers callers;

    @Inject
    RenewTokens renewal;

    @Inject
    Redirects redirects;

    @Inject
    PortalLimits limits;

    @Inject
    Bitrix24Errors errors;

    @Inject
    SwitchedBudget budget;

    @Inject
    AddressRule addresses;

    @Inject
    Secrets secrets;

    @Inject
    TokenSeal seal;

    @Inject
    Clock clock;

    final InMemoryPortals portals = new InMemoryPortals();
    StubRest vendor;
    StubRest portal;
    CrmApplication application;

    @BeforeEach
    void start() {
        vendor = new StubRest().answers("app.info", appInfo(Surroundings.CLIENT_ID, "ru_std", "\"std\""));
        portal = new StubRest().answers("profile", ADMINISTRATOR);
        var client = new Bitrix24Client(exchange, callers, renewal, redirects, limits, errors, portals, addresses);
        var tokens = new BroughtToken(exchange, client);
        var servers = new OAuthServers(List.of(vendor.address().toString()));
        application =
                new Bitrix24Application(secrets, new ApplicationInfo(servers, tokens), tokens, seal, portals, clock);
        budget.next = new Grant.Granted();
    }

    @AfterEach
    void stop() {
        vendor.close();
        portal.close();
    }

    static String appInfo(String code, String license, String family) {
        return APP_INFO.formatted(code, license, family);
    }

    Tenant tenant() {
        return tenant("demo/application", Set.of());
    }

    Tenant tenant(String secret, Set<String> memberIds) {
        Tenant demo = DemoTenant.of("bitrix24", Unknown.DESCRIBE);
        return new Tenant(
                demo.id(),
                new CrmConnection(
                        demo.crm().system(), portal.address(), new SecretName(secret), memberIds, Map.of(), Map.of()),
                demo.onec(),
                demo.scenarios(),
                demo.terms(),
                demo.lanes());
    }

    static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
