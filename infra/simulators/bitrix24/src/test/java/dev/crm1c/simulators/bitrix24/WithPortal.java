package dev.crm1c.simulators.bitrix24;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fresh portal for each test, at noon (UTC) of a day in November 2026. */
abstract class WithPortal {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    final VirtualClock clock = VirtualClock.at(NOON);
    Bitrix24Simulator portal;
    Probe rest;
    Salesperson person;

    /** A test class with needs of its own says so here. */
    PortalSettings settings() {
        return PortalSettings.defaults().withClock(clock).withBucket(100_000, 2);
    }

    @BeforeEach
    void open() {
        portal = Bitrix24Simulator.start(settings());
        rest = Probe.of(portal);
        person = portal.salesperson();
    }

    @AfterEach
    void shut() {
        rest.close();
        portal.close();
    }
}
