package dev.crm1c.connectors.onec;

import dev.crm1c.model.fake.InMemoryBaseShapes;
import dev.crm1c.model.outbound.AddressRule;
import dev.crm1c.model.outbound.Network;
import dev.crm1c.model.port.BaseShapes;
import dev.crm1c.model.port.Secrets;
import dev.crm1c.model.tenant.Secret;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** What the bundle would bring: here the loopback network is allowed and there is one secret. */
@Dependent
class Surroundings {
    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    static final String USER = "Обмен";
    static final String PASSWORD = "пароль с \"кавычками\"";

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
    BaseShapes baseShapes() {
        return new InMemoryBaseShapes();
    }

    @Produces
    @Singleton
    Secrets secrets() {
        return name -> switch (name.path()) {
            case "demo/onec" ->
                Optional.of(new Secret("{\"user\":\"Обмен\",\"password\":\"пароль с \\\"кавычками\\\"\"}"));
            case "demo/wrong-password" -> Optional.of(new Secret("{\"user\":\"Обмен\",\"password\":\"нет\"}"));
            default -> Optional.empty();
        };
    }
}
