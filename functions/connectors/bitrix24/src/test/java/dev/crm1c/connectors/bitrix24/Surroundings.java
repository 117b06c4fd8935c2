package dev.crm1c.connectors.bitrix24;

import dev.crm1c.model.fake.InMemoryApplications;
import dev.crm1c.model.fake.InMemoryPortals;
import dev.crm1c.model.outbound.AddressRule;
import dev.crm1c.model.outbound.Network;
import dev.crm1c.model.port.Applications;
import dev.crm1c.model.port.RequestBudget;
import dev.crm1c.model.port.Secrets;
import dev.crm1c.model.portal.Pace;
import dev.crm1c.model.tenant.Secret;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the bundle would bring: here the loopback network is allowed, the webhook's secret is known, and the budget is a switch. */
@Dependent
class Surroundings {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final String WEBHOOK_SECRET = "canarysecret0123456789";
    static final String CLIENT_ID = "local.66f1a2b3c4d5e6.12345678";
    static final Secret CLIENT_SECRET = new Secret("canary-client-secret");

    @Produces
    @Singleton
    Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Produces
    @Singleton
    AddressRule addressRule() {
        return new AddressRule(List.of(Network.parse("127.0.0.0/8")), InetAddress::getAllByName);
    }

    @Produces
    @Singleton
    Secrets secrets() {
        return name -> switch (name.path()) {
            case "demo/crm" -> Optional.of(new Secret("{\"webhook\":\"1/" + WEBHOOK_SECRET + "\"}"));
            case "demo/hosted" ->
                Optional.of(new Secret("{\"clientId\":\"local.crm1c\",\"clientSecret\":\"crm1c-client-secret\"}"));
            case "demo/wrong" -> Optional.of(new Secret("{\"webhook\":\"1/wrong\"}"));
            case "demo/application" ->
                Optional.of(new Secret(
                        "{\"clientId\":\"" + CLIENT_ID + "\",\"clientSecret\":\"" + CLIENT_SECRET.text() + "\"}"));
            case "demo/odd" -> Optional.of(new Secret("{\"webhook\":\"../../admin\"}"));
            default -> Optional.empty();
        };
    }

    @Produces
    @Singleton
    InMemoryPortals portals() {
        return new InMemoryPortals();
    }

    @Produces
    @Singleton
    SwitchedBudget budget() {
        return new SwitchedBudget();
    }

    @Produces
    @Singleton
    Applications applications(Clock clock) {
        return new InMemoryApplications(clock);
    }

    /** Grants until told otherwise; remembers what it was told. */
    static class SwitchedBudget implements RequestBudget {
        final List<Instant> refusals = new ArrayList<>();
        Grant next = new Grant.Granted();

        @Override
        public Grant take(String portal, Pace pace, Set<String> methods) {
            return next;
        }

        @Override
        public void refuseUntil(String portal, Pace pace, Instant until) {
            refusals.add(until);
        }

        @Override
        public void closeUntil(String portal, String method, Instant until) {
            refusals.add(until);
        }
    }
}
