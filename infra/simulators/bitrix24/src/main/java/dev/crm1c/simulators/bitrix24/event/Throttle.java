package dev.crm1c.simulators.bitrix24.event;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A slow handler is not called again but called less often (bitrix24.md §0.3 [doc]). The curve is not published (§8):
 * here a handler that took longer than is tolerated rests for a multiple of the time that it took.
 */
final class Throttle {
    /** What is tolerated, and by how much the pause exceeds the slow answer. */
    record Rule(Duration tolerated, int factor) {}

    private final Map<URI, Instant> restingUntil = new HashMap<>();
    private Optional<Rule> rule = Optional.empty();

    void follow(Rule newRule) {
        rule = Optional.of(newRule);
    }

    void lift() {
        rule = Optional.empty();
        restingUntil.clear();
    }

    void answered(URI handler, Duration took, Instant now) {
        rule.filter(known -> took.compareTo(known.tolerated()) > 0)
                .ifPresent(known -> restingUntil.put(handler, now.plus(took.multipliedBy(known.factor()))));
    }

    boolean mayCall(URI handler, Instant now) {
        return !now.isBefore(restingUntil.getOrDefault(handler, Instant.MIN));
    }
}
