package dev.crm1c.bundle.mass;

import dev.crm1c.simulators.bitrix24.VirtualClock;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Instant;

/** One clock for the portal and for us, which stands until a test moves it: nobody waits for two requests a second. */
@Mock
@Dependent
class StandingTime {

    @Produces
    @Singleton
    VirtualClock clock() {
        return VirtualClock.at(Instant.parse("2026-11-21T10:00:00Z"));
    }
}
