package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.fake.DemoTenant;
import dev.crm1c.model.port.Applications;
import dev.crm1c.model.port.Portals;
import dev.crm1c.model.portal.ChangeChannel;
import dev.crm1c.model.portal.InstalledApplication;
import dev.crm1c.model.sync.Fingerprint;
import dev.crm1c.model.tenant.CrmConnection;
import dev.crm1c.model.tenant.CrmConnection.DealField;
import dev.crm1c.model.tenant.Secret;
import dev.crm1c.model.tenant.Tenant;
import dev.crm1c.simulators.bitrix24.app.ApplicationCard;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;

/** The portal of the reference, with our application on it or without. */
abstract class HostingAnApplication extends AgainstTheSimulator {
    /** Nobody listens there; the portal wants our addresses to be of one host. */
    static final URI OURS = URI.create("http://127.0.0.1:9/crm/bitrix24/demo");

    @Inject
    Applications applications;

    @Inject
    Portals portals;

    @Inject
    TokenSeal seal;

    @AfterEach
    void forgetTheApplication() {
        applications.remove(DemoTenant.ID);
        portals.tellsBy(DemoTenant.ID, ChangeChannel.EVENTS);
    }

    /** Fields that no portal is born with. */
    @Override
    Tenant tenant() {
        return with("demo/crm");
    }

    Tenant with(String secret) {
        Tenant demo = tenantAt(portal.address(), secret);
        Map<DealField, String> fields = Arrays.stream(DealField.values())
                .collect(Collectors.toMap(Function.identity(), field -> "UF_CRM_OURS_" + field.name()));
        var crm = new CrmConnection(
                demo.crm().system(), demo.crm().address(), demo.crm().secret(), Set.of(), fields, Map.of());
        return new Tenant(demo.id(), crm, demo.onec(), demo.scenarios(), demo.terms(), demo.lanes());
    }

    /** Installs it and gives the tenant that works with it. */
    Tenant application(String... scopes) {
        ApplicationCard card = ApplicationCard.apiOnly("crm1c", URI.create(OURS + "/install"), scopes);
        portal.applications().install(card);
        var given = portal.tokens().issue(card.clientId(), 1);
        applications.install(
                DemoTenant.ID,
                new InstalledApplication(
                        "member",
                        Fingerprint.of(card.applicationToken()),
                        portal.oauthAddress(),
                        seal.seal(
                                new Tokens(given.access(), given.refresh()),
                                DemoTenant.ID,
                                new Secret(card.clientSecret())),
                        0,
                        Instant.EPOCH));
        return with("demo/hosted");
    }
}
