package dev.crm1c.bundle;

import dev.crm1c.model.outbound.AddressRule;
import dev.crm1c.model.outbound.Network;
import dev.crm1c.model.port.Crm;
import dev.crm1c.model.port.CrmApplication;
import dev.crm1c.model.port.CrmApplications;
import dev.crm1c.model.port.CrmSystems;
import dev.crm1c.model.port.CrmWebhook;
import dev.crm1c.model.port.CrmWebhooks;
import dev.crm1c.model.port.FreshIds;
import io.quarkus.arc.All;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the model's plain classes are made of in production: the real clock, real ids, real DNS, and the connectors that are on board. */
@Dependent
class Wiring {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    FreshIds freshIds() {
        return () -> UUID.randomUUID().toString();
    }

    @Produces
    @Singleton
    CrmSystems crmSystems(@All List<Crm> crms) {
        return new CrmSystems(crms);
    }

    @Produces
    @Singleton
    CrmApplications crmApplications(@All List<CrmApplication> applications) {
        return new CrmApplications(applications);
    }

    @Produces
    @Singleton
    CrmWebhooks crmWebhooks(@All List<CrmWebhook> webhooks) {
        return new CrmWebhooks(webhooks);
    }

    /**
     * @param privateNetworks {@code CRM1C_PRIVATE_NETWORKS}: comma-separated blocks that tenants may point at although they are not public
     */
    @Produces
    @Singleton
    AddressRule addressRule(@ConfigProperty(name = "crm1c.private-networks") Optional<List<String>> privateNetworks) {
        return new AddressRule(
                privateNetworks.orElse(List.of()).stream().map(Network::parse).toList(), InetAddress::getAllByName);
    }
}
