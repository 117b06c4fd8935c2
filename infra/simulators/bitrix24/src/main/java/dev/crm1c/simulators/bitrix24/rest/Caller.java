package dev.crm1c.simulators.bitrix24.rest;

import java.util.Set;

/** Who calls: the employee that an incoming webhook acts as, and what it may do (bitrix24.md §1.1). */
public record Caller(long userId, String secret, Set<String> scopes) {

    /** The key by which execution time is counted. */
    String credential() {
        return userId + "/" + secret;
    }

    @Override
    public String toString() {
        return "webhook of user " + userId;
    }
}
