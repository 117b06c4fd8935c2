package dev.crm1c.simulators.bitrix24.oauth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Codes and tokens with their lives: a code 30 seconds, an access token an hour, a refresh token 180 days or until it
 * is used, whichever comes first (bitrix24.md §1.2, §7.9 [doc]).
 */
public final class TokenOffice {
    /** Whose an access token is; it may be over. */
    public record Holder(String clientId, long userId, Instant ends) {}

    private record Refresh(Holder holder, String access) {}

    public static final Duration ACCESS_LIFE = Duration.ofSeconds(3600);
    private static final Duration CODE_LIFE = Duration.ofSeconds(30);
    private static final Duration REFRESH_LIFE = Duration.ofDays(180);

    private final Clock clock;
    private final Secrets secrets;
    private final Map<String, Holder> codes = new HashMap<>();
    private final Map<String, Holder> accesses = new HashMap<>();
    private final Map<String, Refresh> refreshes = new HashMap<>();
    private int needless;

    public TokenOffice(Clock clock, Secrets secrets) {
        this.clock = clock;
        this.secrets = secrets;
    }

    public synchronized String code(String clientId, long userId) {
        String code = secrets.next();
        codes.put(code, holder(clientId, userId, CODE_LIFE));
        return code;
    }

    public synchronized Tokens issue(String clientId, long userId) {
        Holder access = holder(clientId, userId, ACCESS_LIFE);
        Tokens tokens = new Tokens(secrets.next(), secrets.next(), userId, access.ends());
        accesses.put(tokens.access(), access);
        refreshes.put(tokens.refresh(), new Refresh(holder(clientId, userId, REFRESH_LIFE), tokens.access()));
        return tokens;
    }

    /** A code is good once. */
    public synchronized Optional<Tokens> redeem(String clientId, String code) {
        return Optional.ofNullable(codes.get(code))
                .filter(holder -> alive(holder, clientId))
                .map(holder -> {
                    codes.remove(code);
                    return issue(clientId, holder.userId());
                });
    }

    /** The old refresh token is dead at once; the old access token lives out its hour. */
    public synchronized Optional<Tokens> refresh(String clientId, String refreshToken) {
        return Optional.ofNullable(refreshes.get(refreshToken))
                .filter(known -> alive(known.holder(), clientId))
                .map(known -> {
                    refreshes.remove(refreshToken);
                    if (accesses.get(known.access()).ends().isAfter(clock.instant())) {
                        needless++;
                    }
                    return issue(clientId, known.holder().userId());
                });
    }

    public synchronized Optional<Holder> holderOf(String accessToken) {
        return Optional.ofNullable(accesses.get(accessToken));
    }

    /** Nothing of the application is good any more. */
    public synchronized void revoke(String clientId) {
        codes.values().removeIf(holder -> holder.clientId().equals(clientId));
        accesses.values().removeIf(holder -> holder.clientId().equals(clientId));
        refreshes.values().removeIf(known -> known.holder().clientId().equals(clientId));
    }

    /** How often somebody refreshed a pair whose access token was still good: apps that do so are banned. */
    public synchronized int needlessRefreshes() {
        return needless;
    }

    private Holder holder(String clientId, long userId, Duration life) {
        return new Holder(clientId, userId, clock.instant().plus(life));
    }

    private boolean alive(Holder holder, String clientId) {
        return holder.clientId().equals(clientId) && clock.instant().isBefore(holder.ends());
    }
}
