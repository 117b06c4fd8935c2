package dev.crm1c.connectors.aws;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.crm1c.model.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What a process remembers of the tenants for a minute, so that a busy one reads the table seldom. */
final class ShortMemory {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    /** Callers choose the names they ask for, so what is remembered must have a bound. */
    private static final int MOST_REMEMBERED = 1_000;

    private ShortMemory() {}

    static <V> Cache<TenantId, V> of(Clock clock) {
        return of(clock, REMEMBERED);
    }

    static <V> Cache<TenantId, V> of(Clock clock, Duration remembered) {
        return Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(remembered)
                .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
                .executor(Runnable::run)
                .build();
    }
}
