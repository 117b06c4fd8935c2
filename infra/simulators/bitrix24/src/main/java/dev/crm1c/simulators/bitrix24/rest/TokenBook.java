package dev.crm1c.simulators.bitrix24.rest;

import java.util.Set;

/** Knows the access tokens of applications. */
@FunctionalInterface
public interface TokenBook {
    /** What a token is good for. */
    sealed interface TokenCheck {
        record Good(String clientId, Set<String> scopes, long userId) implements TokenCheck {}

        record Expired() implements TokenCheck {}

        record Unknown() implements TokenCheck {}
    }

    TokenCheck check(String token);
}
