package dev.crm1c.connectors.bitrix24;

import com.fasterxml.jackson.databind.JsonNode;

/** What one exchange with a portal brought. HTTP 200 is not success here: only a {@code result} is. */
sealed interface Heard {

    /**
     * @param time the block of that name, or a missing node
     */
    record Result(JsonNode value, JsonNode time) implements Heard {}

    record Failure(int status, Bitrix24Errors.Code code, JsonNode time) implements Heard {
        /** Nothing else makes us ask for new tokens (reference "bitrix24", 1.2). */
        boolean isTokenExpired() {
            return status == 401 && Refusals.of(status, code) == Refusal.TOKEN_EXPIRED;
        }
    }

    /** An answer that is not the REST service's. */
    record Strange(int status) implements Heard {}

    /** {@code Location} as it came; empty when there was none. */
    record Redirect(int status, String location) implements Heard {}

    /** No answer, and the request may have arrived. */
    record Silence() implements Heard {}

    /** No connection, so the request cannot have arrived. */
    record NobodyThere() implements Heard {}

    /** Whether a portal said it, well or ill. */
    default boolean isFromAPortal() {
        return this instanceof Result || this instanceof Failure;
    }
}
