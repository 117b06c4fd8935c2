package dev.crm1c.simulators.onec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SwitchedOffTest extends BaseTest {

    @Test
    @DisplayName("F7 a base that is switched off refuses connections; switched on, it is the same at the same address")
    void offAndOn() {
        UUID invoice = invoice();
        URI address = simulator.address();
        simulator.switchOff();
        assertThatThrownBy(() -> caller.get(ITEMS))
                .isInstanceOf(Caller.NoReply.class)
                .hasCauseInstanceOf(ConnectException.class);
        simulator.switchOff();
        simulator.switchOn();
        assertThat(simulator.address()).isEqualTo(address);
        assertThat(caller.get(one(INVOICES, invoice)).status()).isEqualTo(200);
        simulator.switchOn();
        assertThat(caller.get(ITEMS).status()).isEqualTo(200);
    }
}
