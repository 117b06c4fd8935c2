package dev.crm1c.simulators.bitrix24.rest;

/** What a request brings to be let in (bitrix24.md §1.1, §4.1). */
public sealed interface Credential {
    /** The part of the address between /rest/ and the method. */
    record Webhook(String userId, String secret) implements Credential {
        @Override
        public String toString() {
            return "webhook of user " + userId;
        }
    }

    /** The access token in "auth", wherever it stands: query, form or JSON. */
    record Token(String value) implements Credential {
        @Override
        public String toString() {
            return "token";
        }
    }

    record None() implements Credential {}
}
