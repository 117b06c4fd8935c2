package dev.crm1c.bundle.mass;

import dev.crm1c.model.port.Pause;
import dev.crm1c.simulators.bitrix24.VirtualClock;
import io.quarkus.test.Mock;
import jakarta.inject.Singleton;
import java.time.Duration;

/** While the reconciler waits, the workers do what it has sent; then the time is over. */
@Mock
@Singleton
class PauseAtWork implements Pause {
    private final NoticesAtWork workers;
    private final VirtualClock clock;

    PauseAtWork(NoticesAtWork workers, VirtualClock clock) {
        this.workers = workers;
        this.clock = clock;
    }

    @Override
    public void lasts(Duration time) {
        workers.emptyTheQueue();
        clock.advance(time);
    }
}
