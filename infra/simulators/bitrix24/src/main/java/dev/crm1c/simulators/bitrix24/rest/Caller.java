package dev.crm1c.simulators.bitrix24.rest;

import dev.crm1c.simulators.bitrix24.wire.SystemErrors;
import java.util.Optional;
import java.util.Set;

/** Who calls: an employee, the way in which they came, and what that way may do (bitrix24.md §1.1, §1.2). */
public record Caller(User user, Origin origin, Set<String> scopes) {
    /** An incoming webhook, or an application with a token of the user. */
    public sealed interface Origin {
        record Webhook(String secret) implements Origin {}

        record Application(String clientId) implements Origin {}
    }

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    public long userId() {
        return user.id();
    }

    public Optional<String> application() {
        return switch (origin) {
            case Origin.Application(String clientId) -> Optional.of(clientId);
            case Origin.Webhook webhook -> Optional.empty();
        };
    }

    /** The application's id, for methods that the catalogue lets nobody else into. */
    public String clientId() {
        return application().orElseThrow(SystemErrors.WRONG_AUTH_TYPE::refusal);
    }

    /** Refuses whoever is no administrator. */
    public void requireAdmin() {
        if (!user.isAdmin()) {
            throw SystemErrors.ACCESS_DENIED.refusal();
        }
    }

    /** The key by which execution time is counted. */
    String credential() {
        return switch (origin) {
            case Origin.Application(String clientId) -> "application " + clientId;
            case Origin.Webhook(String secret) -> user.id() + "/" + secret;
        };
    }

    @Override
    public String toString() {
        return application().isPresent() ? "application for user " + user.id() : "webhook of user " + user.id();
    }
}
