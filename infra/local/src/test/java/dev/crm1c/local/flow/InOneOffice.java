package dev.crm1c.local.flow;

import dev.crm1c.simulators.onec.OneCSettings;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** All scenarios of one configuration share an office; each works with buyers of its own. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class InOneOffice implements Agreeing, Delivering, Changing, Ending, Selling, Mending, Matching, Losing {
    private final OneCSettings settings;
    private Office office;

    InOneOffice(OneCSettings settings) {
        this.settings = settings;
    }

    @BeforeAll
    void openOffice() throws IOException {
        office = Office.open(settings);
    }

    @BeforeEach
    void rest() {
        office.flow().portalRests();
    }

    @AfterAll
    void closeOffice() {
        office.close();
    }

    @Override
    public Office office() {
        return office;
    }
}
