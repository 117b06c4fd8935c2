package dev.crm1c.simulators.bitrix24;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crm1c.simulators.bitrix24.event.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("bitrix24.md §0.3, §7.7: slow handlers and late events, by the portal's clock")
class SlowHandlerTest extends WithPortal {
    private Handler slow;

    @BeforeEach
    void listen() throws Exception {
        slow = new Handler(200);
        portal.events().parallel(1);
        portal.subscribe(slow.address());
    }

    @AfterEach
    void stop() {
        slow.close();
    }

    @Test
    @DisplayName("§0.3 a slow handler is left alone for a multiple of its answer's time; another goes on meanwhile")
    void throttled() throws Exception {
        try (Handler quick = new Handler(200)) {
            portal.events().throttleSlowHandlers(Duration.ofSeconds(1), 10);
            slow.beforeAnswer(() -> clock.advance(Duration.ofSeconds(3)));
            person.company("первая");
            quiet();
            portal.subscribe(quick.address());
            person.company("вторая");
            assertThat(portal.events().awaitQuiet(Duration.ofMillis(200))).isFalse();
            assertThat(quick.calls()).hasSize(1);
            assertThat(slow.calls()).hasSize(1);
            clock.advance(Duration.ofSeconds(30));
            quiet();
            List<Instant> sent = portal.deliveries().stream()
                    .filter(delivery -> delivery.handler().equals(slow.address()))
                    .map(Delivery::sentAt)
                    .toList();
            assertThat(sent).containsExactly(NOON, NOON.plusSeconds(33));
        }
    }

    @Test
    @DisplayName("§0.3 what is tolerated changes nothing")
    void tolerated() throws Exception {
        portal.events().throttleSlowHandlers(Duration.ofSeconds(3), 10);
        slow.beforeAnswer(() -> clock.advance(Duration.ofSeconds(3)));
        person.company("первая");
        person.company("вторая");
        quiet();
        assertThat(slow.calls()).hasSize(2);
    }

    @Test
    @DisplayName("§7.7 a delayed event goes when the clock has come that far, and its ts is of that moment")
    void delayed() throws Exception {
        portal.events().delay(Duration.ofMinutes(10));
        person.company("поздняя");
        assertThat(portal.events().awaitQuiet(Duration.ofMillis(100))).isFalse();
        assertThat(slow.calls()).isEmpty();
        clock.advance(Duration.ofMinutes(10));
        quiet();
        assertThat(slow.calls().getFirst().fields()).containsEntry("ts", Long.toString(NOON.getEpochSecond() + 600));
    }

    private void quiet() throws InterruptedException {
        assertThat(portal.events().awaitQuiet(Duration.ofSeconds(10))).isTrue();
    }
}
