package dev.crm1c.simulators.bitrix24.oauth;

import java.time.Instant;

/** A pair of tokens of one user for one application. */
public record Tokens(String access, String refresh, long userId, Instant accessEnds) {
    @Override
    public String toString() {
        return "tokens of user " + userId;
    }
}
